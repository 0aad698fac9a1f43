import type { Application } from '@/lib/after-sales/domain/commands'
import { APPLIED, follow, go, ORDER_NO } from './story'

/** The return that becomes an exchange, and what a service goes through, with the bodies that lead there. */

export const EXCHANGE = {
  orderNo: ORDER_NO,
  type: 'EXCHANGE',
  lines: [{ lineNo: 1, quantity: 1 }],
  reason: 'QUALITY_DEFECT',
  description: '边角开线，想换一条新的。',
} satisfies Application
export const COMPLAINT = {
  orderNo: ORDER_NO,
  type: 'COMPLAINT',
  lines: [{ lineNo: 1, quantity: 1 }],
  reason: 'POOR_SERVICE',
} satisfies Application

export const PROPOSAL = { kind: 'EXCHANGE', note: '换一条同款浅灰，来回运费我们承担，是否可以？' } as const
export const GOODS = {
  step: 'GOODS_RECEIVED',
  note: '已收到，确有开线。',
  carrier: '顺丰速运',
  trackingNo: 'SF1390274518366',
} as const
export const NEW_ONE = {
  step: 'SENT_BACK',
  note: '新品已寄出。',
  carrier: '中通快递',
  trackingNo: 'ZT7810293346000',
} as const

export const PROPOSED = go(APPLIED, '2026-03-28T03:20:00.000Z', 'AGENT', { type: 'proposeService', ...PROPOSAL })
export const AGREED = go(PROPOSED, '2026-03-28T04:05:00.000Z', 'BUYER', { type: 'answerProposal', accept: true })
export const GOODS_CAME = go(follow(AGREED), '2026-04-01T02:30:00.000Z', 'AGENT', {
  type: 'recordServiceStep',
  ...GOODS,
})
