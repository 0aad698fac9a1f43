import { useTranslations } from 'next-intl'
import { ClauseLink } from '@/components/ui/clause-link'
import type { InstantRefundPage } from '@/lib/instant-refund/views'
import { formatFen } from '@/lib/money'
import { FactRow } from './fact-row'
import { hoursIn } from './numbers'

/** R5.2 What all must hold, with the policy's own limits. */
export function Conditions({ conditions }: Pick<InstantRefundPage, 'conditions'>) {
  const t = useTranslations('instantRefund.conditions')
  return (
    <FactRow
      label={t('title')}
      note={
        <>
          {t('note')} <ClauseLink clause="R5.2" />
        </>
      }
      of={[
        [t('paid'), t('paidWithin', { hours: hoursIn(conditions.paidWithinMs) })],
        [t('total'), t('totalBelow', { amount: formatFen(conditions.totalBelowFen) })],
        [t('shipment'), t('notShipped')],
      ]}
    />
  )
}
