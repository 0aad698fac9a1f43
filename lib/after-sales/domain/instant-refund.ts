import type { Instant } from './policy'

/** 极速退款: what a refund-only application is judged by at its own moment (R5.2). */

/** 付款 6 小时内, 订单金额小于 300 元, 尚未发货 */
export const INSTANT_CONDITIONS = ['PAID_RECENTLY', 'TOTAL_BELOW', 'NOT_SHIPPED'] as const
export type InstantCondition = (typeof INSTANT_CONDITIONS)[number]

/** The three measured values. `shippedAt`: null while the order is not shipped. */
export type InstantMeasures = { sincePaidMs: number; totalFen: number; shippedAt: Instant | null }
