import type { AfterSaleType } from '../after-sale'
import type { Instant, Policy } from '../policy'
import { isExchangeKind } from '../service'
import type { OrderFacts, OrderLineFacts } from './application'

/**
 * R3.2 Until when a line can be exchanged or repaired: the day that the platform names, else counted from delivery, before
 * which it does not run. Null: no end, as of the other services (R3.4).
 */
export function periodEndOf(
  { deliveredAt }: Pick<OrderFacts, 'deliveredAt'>,
  line: Pick<OrderLineFacts, 'exchangeUntil' | 'repairUntil'> | undefined,
  type: AfterSaleType,
  policy: Policy,
): Instant | null {
  if (!isExchangeKind(type)) return null
  const named = type === 'EXCHANGE' ? line?.exchangeUntil : line?.repairUntil
  if (named !== undefined && named !== null) return named
  if (deliveredAt === undefined || deliveredAt === null) return null
  return deliveredAt + (type === 'EXCHANGE' ? policy.exchangeMs : policy.repairMs)
}
