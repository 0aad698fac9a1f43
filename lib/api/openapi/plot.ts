import { APPLIED, FILE, go } from './story'

/** The turns that the story takes, and those that it might have taken, with the bodies that lead to them. */

export const MESSAGE = { text: '您好，请补拍一张吊牌的照片。' }
export const CONTACT = { channel: 'PHONE', outcome: 'REACHED', note: '已和买家说明色差原因，买家知悉。' } as const
export const REJECTION = {
  reasonCode: 'AS_DESCRIBED',
  text: '商品与页面描述一致，实物照片与详情页第三张图相符。',
} as const
export const WAYBILL = { carrier: '顺丰速运', trackingNo: 'SF1390274518366' }
export const DISPUTE = {
  reason: 'RETURN_USED_OR_DAMAGED',
  statement: '退回的围巾有明显洗涤痕迹，吊牌已剪，无法再次销售。',
  attachmentIds: [FILE.id],
} as const
export const ANSWER = { text: '围巾只试戴过一次，吊牌随包裹一起寄回。', done: true }
export const EVIDENCE = { text: '开箱照片，见左下角水洗标。', attachmentIds: [FILE.id] }
export const REQUEST = { from: ['BUYER' as const], dueInHours: 24, note: '请补一张寄出前的吊牌照片。' }
export const RULING = {
  liability: 'SHARED',
  outcome: 'REFUND',
  amountFen: 8800,
  rationale: '商品确有使用痕迹，但商家未在页面写明洗涤影响，双方各担一部分。',
} as const
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

export const DISPUTED = go(SENT_BACK, '2026-04-02T02:00:00.000Z', 'AGENT', {
  type: 'openDispute',
  ...DISPUTE,
  attachmentIds: [...DISPUTE.attachmentIds],
})
export const ANSWERED = go(DISPUTED, '2026-04-02T06:20:00.000Z', 'BUYER', { type: 'submitEvidence', ...ANSWER })
export const HEARD = go(ANSWERED, '2026-04-02T08:00:00.000Z', 'AGENT', {
  type: 'submitEvidence',
  ...EVIDENCE,
  done: true,
})
export const ASKED = go(HEARD, '2026-04-03T01:30:00.000Z', 'SUPPORT', { type: 'requestEvidence', ...REQUEST })
export const RULED = go(HEARD, '2026-04-03T01:30:00.000Z', 'SUPPORT', { type: 'ruleDispute', ...RULING })
export const CONCEDED = go(ANSWERED, '2026-04-02T07:00:00.000Z', 'AGENT', { type: 'concedeDispute' })
export const GIVEN_UP = go(DISPUTED, '2026-04-02T03:00:00.000Z', 'AGENT', { type: 'withdrawDispute' })
