import { z } from 'zod'
import { REFUND_ORIGINS } from '@/lib/after-sales/domain/after-sale'
import { fen, instant } from './schema-parts'

/** Shops, orders and refunds, as the API answers. */

const address = {
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  region: z.string(),
  detail: z.string(),
}

export const shopAnswer = z
  .strictObject({ id: z.string(), name: z.string(), returnAddress: z.strictObject(address) })
  .meta({ id: 'Shop' })

export const instantRefundAnswer = z
  .strictObject({
    shopId: z.string(),
    enabled: z.boolean(),
    since: instant.nullable().meta({ description: 'Since when it is on; null while it is off' }),
  })
  .meta({ id: 'InstantRefund' })

const order = {
  orderNo: z.string(),
  shopId: z.string(),
  buyer: z.strictObject({ id: z.string(), name: z.string(), phone: z.string().nullable() }),
  currency: z.string(),
  totalFen: fen,
  paidAt: instant,
  shippedAt: instant.nullable(),
  carrier: z.string().nullable(),
  trackingNo: z.string().nullable(),
  deliveredAt: instant.nullable(),
  lines: z.array(
    z.strictObject({
      lineNo: z.int().min(1),
      sku: z.string(),
      title: z.string(),
      imageUrl: z.string().nullable(),
      quantity: z.int().min(1),
      paidFen: fen,
      refundedFen: fen,
      exchangeUntil: instant.nullable(),
      repairUntil: instant.nullable(),
    }),
  ),
}

export const orderAnswer = z.strictObject(order).meta({ id: 'Order' })

export const shippedAnswer = z
  .strictObject({
    ...order,
    warnings: z
      .array(z.strictObject({ code: z.literal('openAfterSale'), no: z.string() }))
      .meta({ description: 'Cases that are open on the order which is being shipped' }),
  })
  .meta({ id: 'ShippedOrder' })

export const refundAnswer = z
  .strictObject({
    no: z.string(),
    afterSaleNo: z.string(),
    origin: z.enum(REFUND_ORIGINS),
    amountFen: fen,
    status: z.enum(['PENDING', 'SUCCEEDED', 'FAILED', 'STUCK']),
    attempts: z.int().min(0),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'Refund' })
