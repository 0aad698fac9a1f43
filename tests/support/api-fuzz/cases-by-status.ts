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
const DONE: Command = { type: 'submitEvidence', done: true }
export const STUCK: Step = [SYSTEM, { type: 'recordRefundStuck', error: 'gatewayUnreachable' }]

/** How a case of each type gets into each status that it can be in. */
const WAYS: { readonly [S in Status]: { readonly [T in AfterSaleType]?: readonly Step[] } } = {
  PENDING_REVIEW: { REFUND_ONLY: [], RETURN_REFUND: [] },
  AWAITING_RETURN: { RETURN_REFUND: [APPROVE] },
  AWAITING_RECEIPT: { RETURN_REFUND: [APPROVE, SEND_BACK] },
  // to be ruled on, and still heard; opened by either side
  IN_DISPUTE: {
    REFUND_ONLY: [
      [AGENT, DISPUTE],
      [AGENT, DONE],
      [BUYER, DONE],
    ],
    RETURN_REFUND: [[BUYER, DISPUTE]],
  },
  REFUNDING: { REFUND_ONLY: [APPROVE], RETURN_REFUND: [APPROVE, SEND_BACK, RECEIVE] },
  REFUNDED: { REFUND_ONLY: [APPROVE, PAID] },
  REJECTED: { REFUND_ONLY: [REJECT], RETURN_REFUND: [REJECT] },
  CLOSED: { REFUND_ONLY: [[BUYER, { type: 'withdraw' }]] },
}

export type CaseKind = { status: string; type: AfterSaleType; way: readonly Step[] }

/** Every kind of case that is in one of these statuses. */
export function kindsOfCases(statuses: readonly string[]): CaseKind[] {
  return Object.entries(WAYS).flatMap(([status, ways]) =>
    statuses.includes(status)
      ? (['REFUND_ONLY', 'RETURN_REFUND'] as const).flatMap((type) =>
          ways[type] ? [{ status, type, way: ways[type] }] : [],
        )
      : [],
  )
}

/** A case of the shop whose buyer has been talked to, led there. */
export async function createCaseOf(shopId: string, { type, way }: Pick<CaseKind, 'type' | 'way'>): Promise<AfterSale> {
  let state = await openCase(type, shopId)
  for (const [actor, command] of [REACH, ...way]) state = mustSucceed(await act(state.no, actor, command))
  return state
}

export const REFUND_ORDERED: readonly Step[] = [APPROVE]
