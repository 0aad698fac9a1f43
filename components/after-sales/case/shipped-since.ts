import type { CaseView } from '@/lib/after-sales/views'

/** `parcel`: carrier and number, as far as they are known. */
export type ShippedSince = { at: number; parcel: string; means: 'REFUND_ONLY' | 'RETURN_REFUND' | 'AWAITING_RETURN' }

/** The order was shipped although its buyer had asked for the money, and somebody still has to decide or to send back. */
export function shippedSinceOf({ type, status, openedAt, order }: CaseView): ShippedSince | null {
  const { shippedAt, carrier, trackingNo } = order
  if (type !== 'REFUND_ONLY' && type !== 'RETURN_REFUND') return null
  if (status !== 'PENDING_REVIEW' && status !== 'AWAITING_RETURN') return null
  if (shippedAt === null || shippedAt <= openedAt) return null
  return {
    at: shippedAt,
    parcel: [carrier, trackingNo].filter(Boolean).join(' '),
    means: status === 'AWAITING_RETURN' ? status : type,
  }
}
