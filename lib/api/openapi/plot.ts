import { APPLIED, go } from './story'

/** The turns that the story takes, and those that it might have taken, with the bodies that lead to them. */

export const MESSAGE = { text: '您好，请补拍一张吊牌的照片。' }
export const CONTACT = { channel: 'PHONE', outcome: 'REACHED', note: '已和买家说明色差原因，买家知悉。' } as const
export const REJECTION = {
  reasonCode: 'AS_DESCRIBED',
  text: '商品与页面描述一致，实物照片与详情页第三张图相符。',
} as const
export const WAYBILL = { carrier: '顺丰速运', trackingNo: 'SF1390274518366' }
export const RECEIPT = { note: '已验货，完好。' }

export const TALKED = go(APPLIED, '2026-03-28T02:40:00.000Z', 'AGENT', { type: 'sendMessage', ...MESSAGE })
export const READ = go(TALKED, '2026-03-28T03:05:00.000Z', 'BUYER', { type: 'readMessages' })
export const CONTACTED = go(APPLIED, '2026-03-28T02:40:00.000Z', 'AGENT', { type: 'logContact', ...CONTACT })

export const APPROVED = go(APPLIED, '2026-03-28T05:30:00.000Z', 'AGENT', { type: 'approve' })
export const SENT_BACK = go(APPROVED, '2026-03-30T09:00:00.000Z', 'BUYER', {
  type: 'submitReturnShipment',
  ...WAYBILL,
})
export const RECEIVED = go(SENT_BACK, '2026-04-01T03:10:00.000Z', 'AGENT', { type: 'confirmReceipt', ...RECEIPT })
export const REFUNDED = go(RECEIVED, '2026-04-01T03:10:02.000Z', 'SYSTEM', { type: 'recordRefundSuccess' })

export const REJECTED = go(CONTACTED, '2026-03-28T05:30:00.000Z', 'AGENT', { type: 'reject', ...REJECTION })
export const WITHDRAWN = go(APPLIED, '2026-03-28T06:00:00.000Z', 'BUYER', { type: 'withdraw' })
