import type { Actor, AfterSale, AfterSaleType, Status } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import { AGENT, act, BUYER, mustSucceed, openCase, SYSTEM } from '@/tests/support/cases'

type Step = readonly [Actor, Command]

const REACH: Step = [AGENT, { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' }]
const APPROVE: Step = [AGENT, { type: 'approve' }]
const SEND_BACK: Step = [BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }]
const RECEIVE: Step = [AGENT, { type: 'confirmReceipt' }]
const REJECT: Step = [AGENT, { type: 'reject', reasonCode: 'AS_DESCRIBED', text: '与描述一致，不符合退款条件' }]
const PAID: Step = [SYSTEM, { type: 'recordRefundSuccess' }]
const DISPUTE: Command = { type: 'openDispute', reason: 'OTHER', statement: '请平台判断' }
const PROPOSE: Step = [AGENT, { type: 'proposeService', kind: 'EXCHANGE', note: '换一条新的' }]
const step = (name: 'ANSWERED' | 'GOODS_RECEIVED' | 'SENT_BACK'): Step => [
  AGENT,
  { type: 'recordServiceStep', step: name },
]
const GOODS_CAME = step('GOODS_RECEIVED')
const DONE: Command = { type: 'submitEvidence', done: true }
export const STUCK: Step = [SYSTEM, { type: 'recordRefundStuck', error: 'gatewayUnreachable' }]

type Way = { type: AfterSaleType; way: readonly Step[] }
const way = (type: AfterSaleType, ...steps: readonly Step[]): Way => ({ type, way: steps })

/** How cases get into each status that there is, of each type that can be in it. */
const WAYS: { readonly [S in Status]: readonly Way[] } = {
  PENDING_REVIEW: [way('REFUND_ONLY'), way('RETURN_REFUND'), way('RETURN_REFUND', PROPOSE, REACH)],
  AWAITING_RETURN: [way('RETURN_REFUND', APPROVE), way('RETURN_REFUND', APPROVE, PROPOSE, REACH)],
  AWAITING_RECEIPT: [way('RETURN_REFUND', APPROVE, SEND_BACK)],
  // one for each step that can follow
  IN_SERVICE: [
    way('EXCHANGE'),
    way('EXCHANGE', GOODS_CAME),
    way('REPAIR', GOODS_CAME, step('SENT_BACK')),
    way('COMPLAINT'),
    way('COMPLAINT', step('ANSWERED')),
  ],
  // to be ruled on, and still heard; opened by either side
  IN_DISPUTE: [
    way('REFUND_ONLY', [AGENT, DISPUTE], [AGENT, DONE], [BUYER, DONE]),
    way('RETURN_REFUND', [BUYER, DISPUTE]),
    way('EXCHANGE', [BUYER, DISPUTE], [AGENT, DONE], [BUYER, DONE]),
  ],
  REFUNDING: [way('REFUND_ONLY', APPROVE), way('RETURN_REFUND', APPROVE, SEND_BACK, RECEIVE)],
  REFUNDED: [way('REFUND_ONLY', APPROVE, PAID)],
  REJECTED: [way('REFUND_ONLY', REJECT), way('RETURN_REFUND', REJECT)],
  CLOSED: [way('REFUND_ONLY', [BUYER, { type: 'withdraw' }])],
}

export type CaseKind = Way & { status: string }

/** Every kind of case that is in one of these statuses. */
export function kindsOfCases(statuses: readonly string[]): CaseKind[] {
  return Object.entries(WAYS).flatMap(([status, ways]) =>
    statuses.includes(status) ? ways.map((one) => ({ status, ...one })) : [],
  )
}

/** A case of the shop whose buyer has been talked to, led there. */
export async function createCaseOf(shopId: string, { type, way }: Way): Promise<AfterSale> {
  let state = await openCase(type, shopId)
  for (const [actor, command] of [REACH, ...way]) state = mustSucceed(await act(state.no, actor, command))
  return state
}

export const REFUND_ORDERED: readonly Step[] = [APPROVE]
