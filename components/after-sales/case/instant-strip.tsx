import { Check, X, Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import { Icon } from '@/components/ui/icon'
import { INSTANT_CONDITIONS, type InstantCondition } from '@/lib/after-sales/domain/instant-refund'
import { policyOf } from '@/lib/after-sales/domain/policy'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { type InstantJudged, instantJudgedOf } from './instant-judged'
import { useSpan } from './use-span'

const HOUR = 3_600_000

/** R5.2 What the application was judged by, each value beside its limit; nothing where it was not judged. */
export function InstantStrip({ view }: { view: CaseView }) {
  const t = useTranslations('case.instant')
  const measureText = useMeasureText(view)
  const judged = instantJudgedOf(view)
  if (!judged) return null
  return (
    <section
      aria-label={t('label')}
      className="flex flex-none flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-xs md:px-5"
    >
      <span className="inline-flex items-center gap-1.25 text-ink">
        <Icon as={Zap} small />
        {t(judged.failed.length === 0 ? 'passed' : 'failed')}
        <ClauseLink clause="R5.2" />
      </span>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {INSTANT_CONDITIONS.map((condition) => (
          <Measure key={condition} met={!judged.failed.includes(condition)}>
            {measureText(condition, judged)}
          </Measure>
        ))}
      </ul>
    </section>
  )
}

function Measure({ met, children }: { met: boolean; children: string }) {
  const t = useTranslations('case.instant')
  return (
    <li className={`inline-flex items-center gap-1 ${met ? 'text-ink-2' : 'font-semibold text-danger'}`}>
      {children}
      <Icon as={met ? Check : X} className={met ? 'text-ok' : undefined} small />
      <span className="sr-only">{t(met ? 'met' : 'unmet')}</span>
    </li>
  )
}

/** A value beside the limit of the rules that the case was opened under. */
function useMeasureText({ policyVersion, currency }: CaseView) {
  const t = useTranslations('case.instant')
  const span = useSpan()
  const { paidWithinMs, totalBelowFen } = policyOf(policyVersion).instantRefund
  return (condition: InstantCondition, { sincePaidMs, totalFen, failed }: InstantJudged): string => {
    const met = !failed.includes(condition)
    switch (condition) {
      case 'PAID_RECENTLY':
        return t(condition, {
          value: span(sincePaidMs, paidWithinMs),
          sign: met ? '≤' : '>',
          limit: paidWithinMs / HOUR,
        })
      case 'TOTAL_BELOW':
        return t(condition, {
          value: formatFen(totalFen, currency),
          sign: met ? '<' : '≥',
          limit: formatFen(totalBelowFen, currency),
        })
      case 'NOT_SHIPPED':
        return t(met ? 'NOT_SHIPPED' : 'SHIPPED')
    }
  }
}
