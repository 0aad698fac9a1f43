import type { OrderRefusal } from '@/lib/orders/save-order'
import type { OrderRecord } from '@/lib/orders/views'
import type { Answer } from './answer'
import { invalidField, problem } from './problem'

export function toOrderJson({ no, shopId, buyerId, buyerName, buyerPhone, lines, ...order }: OrderRecord) {
  return {
    orderNo: no,
    shopId,
    buyer: { id: buyerId, name: buyerName, phone: buyerPhone },
    currency: order.currency,
    totalFen: order.totalFen,
    paidAt: order.paidAt.toISOString(),
    shippedAt: order.shippedAt?.toISOString() ?? null,
    carrier: order.carrier,
    trackingNo: order.trackingNo,
    deliveredAt: order.deliveredAt?.toISOString() ?? null,
    lines: lines.map(({ exchangeUntil, repairUntil, ...line }) => ({
      ...line,
      exchangeUntil: exchangeUntil?.toISOString() ?? null,
      repairUntil: repairUntil?.toISOString() ?? null,
    })),
  }
}

/** Why an order cannot be as it was told. */
export function problemOfOrder({ code }: OrderRefusal): Answer<never> {
  switch (code) {
    case 'paidInFuture':
      return invalidField('paidAt', code, 'lies in the future')
    case 'paidAfterDelivery':
      return invalidField('paidAt', code, 'lies after the delivery of the order')
    case 'orderBelongsToOtherShop':
      return problem(409, code, { title: 'Another shop’s order', detail: 'This order number is another shop’s.' })
    case 'orderLinesFrozen':
      return problem(409, code, {
        title: 'The lines are frozen',
        detail: 'A case was opened on this order: its lines stay as they were.',
      })
    case 'orderBuyerFrozen':
      return problem(409, code, {
        title: 'The buyer is frozen',
        detail: 'A case was opened on this order: its buyer stays who it was.',
      })
  }
}
