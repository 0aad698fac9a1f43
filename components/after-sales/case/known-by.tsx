'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { CaseView, TalkEntry } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'

/** R1.3 What counts as the contact with the buyer: the last of it. */
export function KnownBy({ view: { talk, now } }: { view: CaseView }) {
  const t = useTranslations('reject.contact')
  const words = useTranslations('words')
  const locale = useLocale()
  const counted = talk.findLast((entry) => counts(entry, talk))
  return <p className="mt-1 text-xs text-ink-2">{counted ? tell(counted) : t('known')}</p>

  function tell(entry: TalkEntry): string {
    if (entry.kind === 'contact') {
      const author = entry.author ?? words('role.AGENT')
      const channel = words(`channel.${entry.channel}`)
      return t('reached', { channel, author, when: formatWhen(entry.at, now, locale), text: entry.note })
    }
    const buyer = entry.side === 'BUYER'
    const at = buyer ? entry.at : (entry.readAt ?? entry.at)
    return t(buyer ? 'answered' : 'readMessage', { when: formatWhen(at, now, locale), text: entry.text })
  }
}

function counts(entry: TalkEntry, talk: TalkEntry[]): boolean {
  if (entry.kind === 'contact') return entry.outcome === 'REACHED'
  if (entry.side === 'MERCHANT') return entry.readAt !== null
  // an answer is one only to something that was said before
  return talk.some((said) => said.kind === 'message' && said.side === 'MERCHANT' && said.at < entry.at)
}
