import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { gaveOf } from '@/components/disputes/gave'
import type { DisputeView } from '@/lib/disputes/views'
import { formatDay, formatWhen } from '@/lib/i18n/time'

/** Where a running dispute stands, in one sentence to the merchant, with why and on what clause. */
export function useStageWords(
  dispute: DisputeView,
  now: number,
  mayConcede: boolean,
): { sentence: ReactNode; why: string; clause: string } {
  const t = useTranslations('dispute.head')
  const locale = useLocale()
  const { MERCHANT: mine, BUYER: theirs } = dispute.evidence
  const quiet = (chunks: ReactNode) => <span className="font-normal text-ink-3">{chunks}</span>
  const until = (dueAt: number) => ({ quiet, when: formatDay(dueAt, now, locale) })
  const given = mine.submissions.length
  if (dispute.stage === 'UNDER_REVIEW') {
    const since = formatWhen(dispute.underReviewSince ?? dispute.openedAt, now, locale)
    const why = t('reviewWhy', { gave: gaveOf(dispute), when: since, concede: mayConcede ? 'yes' : 'no' })
    return { sentence: t.rich('review', { quiet }), why, clause: 'R4.5' }
  }
  if (!mine.open) {
    const sentence = t.rich(mine.done ? 'waitingDone' : 'waitingLate', until(theirs.dueAt))
    return { sentence, why: t('waitingWhy'), clause: 'R4.3' }
  }
  // R0.2 at the deadline itself there is still time
  if (now > mine.dueAt) return { sentence: t.rich('passed', { quiet }), why: t('givingWhy'), clause: 'R4.3' }
  const sentence = t.rich(given > 0 ? 'givingMore' : 'giving', until(mine.dueAt))
  return { sentence, why: given > 0 ? t('givingMoreWhy', { n: given }) : t('givingWhy'), clause: 'R4.3' }
}
