'use client'

import { Lock } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useDesk } from '@/components/after-sales/case/desk'
import { Section } from '@/components/after-sales/case/section'
import { evidenceKey, useDraft } from '@/components/after-sales/case/use-draft'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import type { PartyView } from '@/lib/disputes/views'
import { formatDay } from '@/lib/i18n/time'

/** R4.3 In the form's place: nothing more can be given, since when, and what would open it again. */
export function EvidenceClosed({ mine }: { mine: PartyView }) {
  const t = useTranslations('dispute.closed')
  const locale = useLocale()
  const { view } = useDesk()
  const [draft] = useDraft(evidenceKey(view.no))
  return (
    <Section title={t('title')}>
      <p className="flex items-start gap-2 text-ink">
        <Icon as={Lock} className="mt-0.75 flex-none text-ink-3" small />
        <span>
          {mine.done ? t('done') : t('passed', { when: formatDay(mine.dueAt, view.now, locale) })}{' '}
          <ClauseLink clause="R4.3" />
        </span>
      </p>
      <p className="mt-1 pl-5.5 text-xs text-ink-3">
        {t('asksAgain')}
        {draft.trim() !== '' && ` ${t('kept')}`}
      </p>
    </Section>
  )
}
