import { useTranslations } from 'next-intl'
import { formatFen } from '@/lib/money'
import type { InstantJudged } from './instant-judged'
import { useSpan } from './use-span'

/** R5.2 For the timeline: what was measured, or which of it did not hold. */
export function useInstantSentence(): (judged: InstantJudged) => string {
  const t = useTranslations('timeline')
  const words = useTranslations('words.instantFailed')
  const span = useSpan()
  return ({ sincePaidMs, totalFen, failed }) => {
    const measured = { paid: span(sincePaidMs), total: formatFen(totalFen) }
    if (failed.length === 0) return t('InstantRefundJudged', measured)
    return t('InstantRefundJudgedNot', {
      failed: failed.map((condition) => words(condition, measured)).join(' · '),
    })
  }
}
