import { z } from 'zod'
import { scopeOfKey } from '@/lib/auth/api-keys'
import { settleCasesOf } from '@/lib/orders/case-store'
import { deliverySchema, orderSchema, shipmentSchema } from '@/lib/orders/commands'
import { recordDelivery, recordShipment } from '@/lib/orders/record-shipment'
import { saveOrder } from '@/lib/orders/save-order'
import { loadOrder } from '@/lib/orders/store'
import { admitPlatform, admitPlatformTo, admitPlatformWithOrder, nameIn } from './admission'
import { answer } from './answer'
import { reading, writing } from './endpoint'
import type { Operation } from './operation'
import { problemOfOrder, toOrderJson } from './order-json'
import { orderAnswer, shippedAnswer } from './order-schema'
import { invalidField, notFound } from './problem'

type OrderParams = { orderNo: string }

/** `PUT /orders/{orderNo}` */
export const putOrder: Operation<OrderParams> = writing({
  summary: 'Make or change an order',
  description: 'Repeatable. Lines and buyer are frozen once a case was opened.',
  answer: orderAnswer,
  // an order that is not there yet is a shop's own if it would be; of one that is another's, nothing shows
  async admit({ key, params }, body) {
    const shopId = nameIn(body, 'shopId')
    const isOwn = key.kind === 'SHOP' && shopId === key.shopId
    return isOwn ? admitPlatform(key, shopId) : admitPlatformTo(key, params.orderNo)
  },
  body: orderSchema,
  async run(tx, { params, body }) {
    const saved = await saveOrder(tx, params.orderNo, body)
    if (saved.ok) return answer(200, toOrderJson(saved.order))
    return 'missing' in saved ? notFound() : problemOfOrder(saved.refusal)
  },
})

/** `GET /orders/{orderNo}` */
export const getOrder: Operation<OrderParams> = reading({
  summary: 'One order',
  answer: orderAnswer,
  query: z.strictObject({}),
  async run({ key, params }) {
    const order = await loadOrder(scopeOfKey(key), params.orderNo)
    return order ? answer(200, toOrderJson(order)) : notFound()
  },
})

/** `POST /orders/{orderNo}/shipment` */
export const postShipment: Operation<OrderParams> = writing({
  summary: 'Record that an order was shipped',
  description: 'Again corrects the waybill. Warns of cases that are open on the order.',
  answer: shippedAnswer,
  admit: ({ key, params }) => admitPlatformWithOrder(key, params.orderNo),
  prepare: ({ granted }) => settleCasesOf(granted),
  body: shipmentSchema,
  async run(tx, { key, params, body }) {
    const shipped = await recordShipment(tx, scopeOfKey(key), params.orderNo, body)
    if (!shipped) return notFound()
    const warnings = shipped.openCases.map((no) => ({ code: 'openAfterSale' as const, no }))
    return answer(200, { ...toOrderJson(shipped.order), warnings })
  },
})

/** `POST /orders/{orderNo}/delivery` */
export const postDelivery: Operation<OrderParams> = writing({
  summary: 'Record when an order was delivered',
  description: 'Not ahead of the clock, nor before the payment.',
  answer: orderAnswer,
  admit: ({ key, params }) => admitPlatformTo(key, params.orderNo),
  body: deliverySchema,
  async run(tx, { key, params, body }) {
    const delivered = await recordDelivery(tx, scopeOfKey(key), params.orderNo, body.deliveredAt)
    if (delivered.ok) return answer(200, toOrderJson(delivered.order))
    if ('missing' in delivered) return notFound()
    return delivered.refusal === 'deliveredInFuture'
      ? invalidField('deliveredAt', delivered.refusal, 'lies in the future')
      : invalidField('deliveredAt', delivered.refusal, 'lies before the payment of the order')
  },
})
