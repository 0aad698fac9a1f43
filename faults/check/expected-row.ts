import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import { occupiesLines, waitingOn } from '@/lib/after-sales/domain/after-sale'

/** What the columns of a case's row have to hold, written down a second time: the store's own mapping is under test. */
export function expectColumns(state: AfterSale): Record<string, unknown> {
  const { deadline, lastContact, rejection, returnShipment, refund, dispute, service } = state
  const openDues = dispute
    ? Object.values(dispute.evidence)
        .filter(({ open }) => open)
        .map(({ dueAt }) => dueAt)
    : []
  return {
    shopId: state.shopId,
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
    dueKind: deadline?.kind,
    dueAt: deadline?.dueAt,
    soonMs: deadline?.soonMs,
    expiredKind: state.expired,
    awareAt: state.awareAt,
    lastContactId: lastContact?.id,
    lastContactAt: lastContact?.at,
    unreachedAt: state.unreachedAt,
    unreadByBuyerSince: state.unreadByBuyerSince,
    unreadByMerchantSince: state.unreadByMerchantSince,
    rejectionCode: rejection?.reasonCode,
    rejectionText: rejection?.text,
    rejectedAt: rejection?.at,
    returnAddress: state.returnAddress,
    returnCarrier: returnShipment?.carrier,
    returnTrackingNo: returnShipment?.trackingNo,
    returnSubmittedAt: returnShipment?.submittedAt,
    closeReason: state.closeReason,
    refundOrigin: refund?.origin,
    refundFen: refund && refund.amountFen !== state.amountFen ? refund.amountFen : null,
    refundStuck: refund?.stuck ?? false,
    dispute,
    evidenceDueAt: openDues.length > 0 ? Math.min(...openDues) : null,
    service,
    serviceStep: service?.step,
    openedAt: state.openedAt,
    updatedAt: state.updatedAt,
    closedAt: state.closedAt,
  }
}

/** And those of its lines, by number. */
export function expectLines(state: AfterSale) {
  return [...state.lines]
    .sort((a, b) => a.lineNo - b.lineNo)
    .map(({ lineNo, quantity, amountFen }) => ({ lineNo, quantity, amountFen, occupying: occupiesLines(state.status) }))
}
