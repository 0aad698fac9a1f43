'use client'

import { Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { PartyView } from '@/lib/disputes/views'
import { formatDay } from '@/lib/i18n/time'

export type PartyMarkProps = {
  party: Pick<PartyView, 'done' | 'open' | 'dueAt'> & { submissions: readonly unknown[] }
  now: number
}

/** R4.3 How far a side is with its evidence: until when it may give some, done, or that its time went by. */
export function PartyMark({ party, now }: PartyMarkProps) {
  const t = useTranslations('dispute.party')
  const locale = useLocale()
  const { done, open, dueAt, submissions } = party
  if (done) {
    return (
      <span className="inline-flex items-center gap-1 whitespace-nowrap text-ok">
        <Icon as={Check} small />
        {t('done')}
      </span>
    )
  }
  const state = open ? 'giving' : submissions.length > 0 ? 'gave' : 'silent'
  return (
    <span className="whitespace-nowrap text-ink-3" suppressHydrationWarning>
      {t(state, { when: formatDay(dueAt, now, locale) })}
    </span>
  )
}
