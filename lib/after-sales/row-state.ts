import type { AfterSale, ClaimedLine } from './domain/after-sale'
import { waitingOn } from './domain/after-sale'
import { evidenceDueAt, placeOf } from './domain/dispute'
import { evidenceSoonAt } from './domain/reminder'
import { type AfterSaleRow, CHANGING_COLUMNS, DERIVED_COLUMNS, instant, iso } from './row'

/** The state that a row and its lines hold. */
export function toState(row: AfterSaleRow, lines: ClaimedLine[]): AfterSale {
  return {
    no: row.no,
    shopId: row.shopId,
    orderNo: row.orderNo,
    buyerId: row.buyerId,
    type: row.type,
    lines,
    amountFen: row.amountFen,
    currency: row.currency,
    reason: row.reason,
    description: row.description,
    attempt: row.attempt,
    previousNo: row.previousNo,
    policyVersion: row.policyVersion,
    status: row.status,
    version: row.version,
    seq: row.seq,
    deadline: row.dueKind && row.dueAt ? { kind: row.dueKind, dueAt: row.dueAt.getTime(), soonMs: row.soonMs } : null,
    expired: row.expiredKind,
    awareAt: instant(row.awareAt),
    lastContact:
      row.lastContactId && row.lastContactAt ? { id: row.lastContactId, at: row.lastContactAt.getTime() } : null,
    unreachedAt: instant(row.unreachedAt),
    unreadByBuyerSince: instant(row.unreadByBuyerSince),
    unreadByMerchantSince: instant(row.unreadByMerchantSince),
    rejection:
      row.rejectionCode && row.rejectionText !== null && row.rejectedAt
        ? { reasonCode: row.rejectionCode, text: row.rejectionText, at: row.rejectedAt.getTime() }
        : null,
    returnAddress: row.returnAddress,
    returnShipment:
      row.returnCarrier !== null && row.returnTrackingNo !== null && row.returnSubmittedAt
        ? { carrier: row.returnCarrier, trackingNo: row.returnTrackingNo, submittedAt: row.returnSubmittedAt.getTime() }
        : null,
    refund: row.refundOrigin && {
      origin: row.refundOrigin,
      amountFen: row.refundFen ?? row.amountFen,
      stuck: row.refundStuck,
    },
    dispute: row.dispute,
    service: row.service,
    closeReason: row.closeReason,
    openedAt: row.openedAt.getTime(),
    updatedAt: row.updatedAt.getTime(),
    closedAt: instant(row.closedAt),
  }
}

/** The other way, as JSON for `jsonb_populate_recordset`. */
export function toRow(state: AfterSale) {
  const { refund, dispute, service } = state
  const place = dispute && placeOf(dispute)
  return {
    shopId: state.shopId,
    no: state.no,
    orderNo: state.orderNo,
    buyerId: state.buyerId,
    type: state.type,
    status: state.status,
    waitingOn: waitingOn(state),
    version: state.version,
    seq: state.seq,
    attempt: state.attempt,
    previousNo: state.previousNo,
    policyVersion: state.policyVersion,
    reason: state.reason,
    description: state.description,
    amountFen: state.amountFen,
    currency: state.currency,
    dueKind: state.deadline?.kind ?? null,
    dueAt: iso(state.deadline?.dueAt),
    soonMs: state.deadline?.soonMs ?? null,
    expiredKind: state.expired,
    awareAt: iso(state.awareAt),
    lastContactId: state.lastContact?.id ?? null,
    lastContactAt: iso(state.lastContact?.at),
    unreachedAt: iso(state.unreachedAt),
    unreadByBuyerSince: iso(state.unreadByBuyerSince),
    unreadByMerchantSince: iso(state.unreadByMerchantSince),
    rejectionCode: state.rejection?.reasonCode ?? null,
    rejectionText: state.rejection?.text ?? null,
    rejectedAt: iso(state.rejection?.at),
    returnAddress: state.returnAddress,
    returnCarrier: state.returnShipment?.carrier ?? null,
    returnTrackingNo: state.returnShipment?.trackingNo ?? null,
    returnSubmittedAt: iso(state.returnShipment?.submittedAt),
    closeReason: state.closeReason,
    refundOrigin: refund?.origin ?? null,
    refundFen: refund && refund.amountFen !== state.amountFen ? refund.amountFen : null,
    refundStuck: refund?.stuck ?? false,
    dispute,
    evidenceDueAt: iso(evidenceDueAt(dispute)),
    evidenceSoonAt: iso(evidenceSoonAt(dispute)),
    disputeLane: place?.lane ?? null,
    disputeAt: iso(place?.at),
    service,
    serviceStep: service?.step ?? null,
    openedAt: iso(state.openedAt),
    updatedAt: iso(state.updatedAt),
    closedAt: iso(state.closedAt),
  }
}

const SET_COLUMNS = ['shopId', 'no', ...CHANGING_COLUMNS, ...DERIVED_COLUMNS] as const

/** What a decision can change of a row, with its key. What is null is left out: a recordset reads that the same, and sooner. */
export function toChangedRow(state: AfterSale): Partial<ReturnType<typeof toRow>> {
  const row = toRow(state)
  return Object.fromEntries(SET_COLUMNS.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]])))
}
