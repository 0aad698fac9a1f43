import type { AfterSale } from './after-sale'
import { nextSoon, startDeadline } from './deadline'
import type { AfterSaleEvent, EventOf } from './events'
import { evolveDispute, settleDispute } from './evolve-dispute'
import { evolveService, lapseProposal, noteContact, openService } from './evolve-service'
import { close, end, next } from './moves'
import { type Instant, type Policy, policyOf } from './policy'

/** Folds one event into the state. The first event of a case is `Applied`, and no other one is. */
export function evolve(state: AfterSale | null, event: AfterSaleEvent): AfterSale {
  if (event.type === 'Applied') {
    if (state) throw new Error(`case ${state.no} is open already`)
    return open(event)
  }
  if (!state) throw new Error(`${event.type} before Applied`)
  return { ...lapseProposal(change(state, event)), seq: state.seq + 1, updatedAt: event.recordedAt }
}

/** The state after a log of events; throws on an empty log. */
export function replay(events: readonly AfterSaleEvent[]): AfterSale {
  const state = events.reduce<AfterSale | null>(evolve, null)
  if (!state) throw new Error('a case has at least one event')
  return state
}

function open({ data, recordedAt }: EventOf<'Applied'>): AfterSale {
  const { attachmentIds: _, originalNo: __, proposal: ___, ...appliedFor } = data
  const review = () => startDeadline('REVIEW', recordedAt, policyOf(data.policyVersion))
  return {
    ...appliedFor,
    ...(openService(data, recordedAt) ?? { status: 'PENDING_REVIEW', deadline: review(), service: null }),
    version: 1,
    seq: 1,
    expired: null,
    awareAt: null,
    lastContact: null,
    unreachedAt: null,
    unreadByBuyerSince: null,
    unreadByMerchantSince: null,
    rejection: null,
    returnAddress: null,
    returnShipment: null,
    refund: null,
    dispute: null,
    closeReason: null,
    openedAt: recordedAt,
    updatedAt: recordedAt,
    closedAt: null,
  }
}

function change(state: AfterSale, event: Exclude<AfterSaleEvent, { type: 'Applied' }>): AfterSale {
  const at = event.recordedAt
  const policy = policyOf(state.policyVersion)
  switch (event.type) {
    case 'Approved':
    case 'ReviewExpired': {
      const expired = event.type === 'ReviewExpired' ? 'REVIEW' : null
      // a refund-only case moves on with the RefundOrdered that follows
      if (state.type === 'REFUND_ONLY') return next(state, { expired })
      const deadline = startDeadline('RETURN', at, policy)
      return next(state, { status: 'AWAITING_RETURN', deadline, expired, returnAddress: event.data.returnAddress })
    }
    case 'InstantRefundJudged':
      // the money moves the case on, with the RefundOrdered that follows
      return state
    case 'Rejected':
      return end(state, at, { status: 'REJECTED', rejection: { ...event.data, at } })
    case 'ReturnShipmentSubmitted': {
      const deadline = startDeadline('RECEIPT', at, policy)
      const returnShipment = { ...event.data, submittedAt: at }
      return next(state, { status: 'AWAITING_RECEIPT', deadline, expired: null, returnShipment })
    }
    case 'ReturnShipmentCorrected':
      return next(state, { returnShipment: { ...event.data, submittedAt: state.returnShipment?.submittedAt ?? at } })
    case 'ReturnExpired':
      return { ...close(state, at, 'RETURN_TIMEOUT'), expired: 'RETURN' }
    case 'ReceiptConfirmed':
      return next(state, { expired: null })
    case 'ReceiptExpired':
      return next(state, { expired: 'RECEIPT' })
    case 'Withdrawn':
      return close(withdrawDispute(state, at), at, 'BUYER_WITHDRAWN')
    case 'ServiceProposed':
    case 'ServiceAgreed':
    case 'ServiceRefused':
    case 'ServiceStepRecorded':
    case 'ServiceConfirmed':
    case 'ServiceExpired':
      return evolveService(state, event)
    case 'DisputeOpened':
    case 'EvidenceSubmitted':
    case 'EvidenceDone':
    case 'EvidenceExpired':
    case 'EvidenceRequested':
    case 'DisputeWithdrawn':
    case 'DisputeConceded':
    case 'DisputeRuled':
      return evolveDispute(state, event)
    case 'DeadlineSoon':
      return tellSoon(state, event, policy)
    case 'RefundOrdered':
      return next(state, {
        status: 'REFUNDING',
        deadline: null,
        refund: { origin: event.data.origin, amountFen: event.data.amountFen, stuck: false },
      })
    case 'RefundSucceeded': {
      const refund = state.refund && { ...state.refund, stuck: false }
      // R0.7 the money's arrival carries out what was decided: who came too late for it still did
      return end(state, at, { status: 'REFUNDED', refund, expired: state.expired })
    }
    case 'RefundStuck':
      return next(state, { refund: state.refund && { ...state.refund, stuck: true } })
    case 'RefundRetried':
      return next(state, { refund: state.refund && { ...state.refund, stuck: false } })
    case 'ContactLogged':
      return logContact(state, event, at)
    case 'MessageSent':
      return event.data.side === 'BUYER'
        ? { ...readByBuyer(state, at), unreadByMerchantSince: state.unreadByMerchantSince ?? at }
        : { ...state, unreadByMerchantSince: null, unreadByBuyerSince: state.unreadByBuyerSince ?? at }
    case 'MessagesRead':
      return event.data.side === 'BUYER' ? readByBuyer(state, at) : { ...state, unreadByMerchantSince: null }
  }
}

/** Whoever takes the case back takes it out of the dispute. */
function withdrawDispute(state: AfterSale, at: Instant): AfterSale {
  if (state.status !== 'IN_DISPUTE' || !state.dispute) return state
  return { ...state, dispute: settleDispute(state.dispute, 'WITHDRAWN', at) }
}

function tellSoon(state: AfterSale, { data }: EventOf<'DeadlineSoon'>, policy: Policy): AfterSale {
  const soonMs = nextSoon(data.kind, data.beforeMs, policy)
  const { side } = data
  if (side === undefined) return { ...state, deadline: state.deadline && { ...state.deadline, soonMs } }
  if (!state.dispute) throw new Error(`evidence is due on case ${state.no} without a dispute`)
  const evidence = { ...state.dispute.evidence, [side]: { ...state.dispute.evidence[side], soonMs } }
  return { ...state, dispute: { ...state.dispute, evidence } }
}

/** R1.3 (a) Who reads or answers a merchant's message is aware. */
function readByBuyer(state: AfterSale, at: Instant): AfterSale {
  if (state.unreadByBuyerSince === null) return state
  return { ...state, unreadByBuyerSince: null, awareAt: state.awareAt ?? at }
}

/** R1.3 (b) A logged contact that reached the buyer makes him aware. */
function logContact(state: AfterSale, { data }: EventOf<'ContactLogged'>, at: Instant): AfterSale {
  const lastContact = { id: data.id, at }
  return data.outcome === 'REACHED'
    ? noteContact({ ...state, lastContact, awareAt: state.awareAt ?? at }, data.id)
    : { ...state, lastContact, unreachedAt: at }
}
