import type { z } from 'zod'
import type { instantRefundAnswer, orderAnswer, refundAnswer, shopAnswer } from '@/lib/api/order-schema'
import { EVERY_KEY, type OperationName, type OperationNote } from './note'
import { ADDRESS, BUYER, NO, ORDER_NO } from './story'

type Name = Exclude<
  OperationName,
  `${string} /after-sales${string}` | `${string} /files${string}` | `${string} /webhook-endpoints${string}`
>

const { id: _, isDefault: __, ...SENT_ADDRESS } = ADDRESS
const SHOP: z.output<typeof shopAnswer> = {
  id: 'nanzhi',
  name: '南栀织物',
  returnAddress: { id: ADDRESS.id, ...SENT_ADDRESS },
}
const INSTANT_REFUND: z.output<typeof instantRefundAnswer> = {
  shopId: SHOP.id,
  enabled: true,
  since: '2026-03-28T01:30:00.000Z',
}
const LINE = { lineNo: 1, sku: 'SC-GREY', title: '羊毛围巾 浅灰', quantity: 2, paidFen: 25_600 }
const PAID = { currency: 'CNY', totalFen: 25_600, paidAt: '2026-03-25T08:00:00.000Z' }
const ORDER: z.output<typeof orderAnswer> = {
  orderNo: ORDER_NO,
  shopId: SHOP.id,
  buyer: BUYER,
  ...PAID,
  shippedAt: null,
  carrier: null,
  trackingNo: null,
  deliveredAt: null,
  lines: [{ ...LINE, imageUrl: null, refundedFen: 0, exchangeUntil: null, repairUntil: null }],
}
const SHIPMENT = { carrier: '中通快递', trackingNo: 'ZT7810293345512' }
const SHIPPED = { ...ORDER, ...SHIPMENT, shippedAt: '2026-03-25T13:00:00.000Z' }
const DELIVERY = { deliveredAt: '2026-03-27T06:20:00.000Z' }
const REFUND: z.output<typeof refundAnswer> = {
  no: `RF${NO.slice(2)}`,
  afterSaleNo: NO,
  origin: 'MERCHANT',
  amountFen: 12_800,
  status: 'SUCCEEDED',
  attempts: 1,
  lastError: null,
}

/** Shops, orders, refunds and the sandbox. */
export const ORDER_NOTES = {
  'PUT /shops/{shopId}': {
    id: 'putShop',
    tag: 'Shops',
    keys: ['PLATFORM'],
    bodies: { shop: { summary: 'A shop', value: { name: SHOP.name, returnAddress: SENT_ADDRESS } } },
    answer: { summary: 'As it is now', value: SHOP },
  },
  'PUT /shops/{shopId}/instant-refund': {
    id: 'putInstantRefund',
    tag: 'Shops',
    keys: ['PLATFORM', 'MANAGER'],
    bodies: {
      on: { summary: 'On', value: { enabled: true } },
      off: { summary: 'Off', value: { enabled: false } },
    },
    answer: { summary: 'On since then', value: INSTANT_REFUND },
  },
  'PUT /orders/{orderNo}': {
    id: 'putOrder',
    tag: 'Orders',
    keys: ['PLATFORM'],
    problems: ['orderBelongsToOtherShop', 'orderLinesFrozen', 'orderBuyerFrozen'],
    bodies: {
      paid: { summary: 'A paid order', value: { shopId: SHOP.id, buyer: BUYER, ...PAID, lines: [LINE] } },
    },
    answer: { summary: 'Paid', value: ORDER },
  },
  'GET /orders/{orderNo}': {
    id: 'getOrder',
    tag: 'Orders',
    keys: EVERY_KEY,
    answer: { summary: 'Delivered', value: { ...SHIPPED, ...DELIVERY } },
  },
  'POST /orders/{orderNo}/shipment': {
    id: 'recordShipment',
    tag: 'Orders',
    keys: ['PLATFORM'],
    bodies: { waybill: { summary: 'A waybill', value: SHIPMENT } },
    answer: {
      summary: 'Shipped although the buyer wants the money back',
      value: { ...SHIPPED, warnings: [{ code: 'openAfterSale', no: NO }] },
    },
  },
  'POST /orders/{orderNo}/delivery': {
    id: 'recordDelivery',
    tag: 'Orders',
    keys: ['PLATFORM'],
    bodies: { delivered: { summary: 'Delivered', value: DELIVERY } },
    answer: { summary: 'Delivered', value: { ...SHIPPED, ...DELIVERY } },
  },
  'GET /refunds': {
    id: 'listRefunds',
    tag: 'Refunds',
    keys: EVERY_KEY,
    answer: { summary: 'The last page', value: { data: [REFUND], nextCursor: null } },
  },
  'POST /refunds/{no}/retry': {
    id: 'retryRefund',
    tag: 'Refunds',
    keys: ['PLATFORM', 'MANAGER'],
    problems: ['notAllowedInStatus'],
    bodies: { again: { summary: 'Once more', value: {} } },
    answer: {
      summary: 'On its way again',
      value: { ...REFUND, status: 'PENDING', attempts: 8, lastError: 'the payment service did not answer' },
    },
  },
  'GET /sandbox/clock': {
    id: 'getSandboxClock',
    tag: 'Sandbox',
    keys: ['PLATFORM'],
    answer: { summary: 'Two days ahead', value: { now: '2026-03-30T02:15:00.000Z', offsetMs: 172_800_000 } },
  },
  'POST /sandbox/clock': {
    id: 'advanceSandboxClock',
    tag: 'Sandbox',
    keys: ['PLATFORM'],
    bodies: { review: { summary: 'Past a review', value: { advanceMs: 172_800_001 } } },
    answer: { summary: 'Moved', value: { now: '2026-03-30T02:15:00.001Z', offsetMs: 172_800_001 } },
  },
  'POST /sandbox/shop-keys': {
    id: 'createSandboxShopKey',
    tag: 'Sandbox',
    keys: ['PLATFORM'],
    problems: ['notFound'],
    bodies: { manager: { summary: 'For a manager', value: { shopId: SHOP.id, role: 'MANAGER' } } },
    answer: { summary: 'Shown this once', value: { key: 'ak_shop_example-example-example-example-example-exa' } },
  },
} satisfies Record<Name, OperationNote>
