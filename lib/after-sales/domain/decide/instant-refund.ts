import { record } from '../act'
import type { AfterSale } from '../after-sale'
import type { AfterSaleEvent } from '../events'
import { INSTANT_CONDITIONS, type InstantCondition, type InstantMeasures } from '../instant-refund'
import { type Instant, type Policy, policyOf } from '../policy'
import { orderRefund } from './refund'

/** R5.2 What an application was judged by; shippedAt counts only if it lies before it. */
export function measureInstantRefund(
  order: { paidAt: Instant; totalFen: number; shippedAt: Instant | null },
  now: Instant,
): InstantMeasures {
  const shippedAt = order.shippedAt !== null && order.shippedAt <= now ? order.shippedAt : null
  return { sincePaidMs: now - order.paidAt, totalFen: order.totalFen, shippedAt }
}

/** R5.2 The conditions that do not hold; none: it is refunded at once. R0.2 "6 小时内" includes its end, "小于 300 元" excludes it. */
export function failedConditions(measures: InstantMeasures, { instantRefund }: Policy): InstantCondition[] {
  const holds: { [C in InstantCondition]: boolean } = {
    PAID_RECENTLY: measures.sincePaidMs <= instantRefund.paidWithinMs,
    TOTAL_BELOW: measures.totalFen < instantRefund.totalBelowFen,
    NOT_SHIPPED: measures.shippedAt === null,
  }
  return INSTANT_CONDITIONS.filter((condition) => !holds[condition])
}

/** R5.2 What the system decides of a refund-only application in a shop that has it on: the judgement, and the refund if it fits. */
export function judgeInstantRefund(state: AfterSale, measures: InstantMeasures, now: Instant): AfterSaleEvent[] {
  const failed = failedConditions(measures, policyOf(state.policyVersion))
  const context = { actor: { role: 'SYSTEM', id: null }, now, returnAddresses: [], newId: '' } as const
  const judged = record(context, 'InstantRefundJudged', 'R5.2', { ...measures, failed })
  return failed.length > 0 ? [judged] : [judged, orderRefund(state, 'INSTANT_REFUND', context)]
}
