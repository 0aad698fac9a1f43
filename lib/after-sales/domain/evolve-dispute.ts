import type { AfterSale, Side } from './after-sale'
import { freezeDeadline, resumeDeadline, startDeadline, startEvidence } from './deadline'
import { type Dispute, type EvidenceClock, openSides, SIDES } from './dispute'
import type { AfterSaleEvent, EventOf, EventType } from './events'
import { close, next } from './moves'
import { type Instant, policyOf } from './policy'

const DISPUTE_EVENTS = [
  'DisputeOpened',
  'EvidenceSubmitted',
  'EvidenceDone',
  'EvidenceExpired',
  'EvidenceRequested',
  'DisputeWithdrawn',
  'DisputeConceded',
  'DisputeRuled',
] as const satisfies readonly EventType[]
export type DisputeEvent = EventOf<(typeof DISPUTE_EVENTS)[number]> & AfterSaleEvent

/** R4 What an event of a dispute makes of the case. */
export function evolveDispute(state: AfterSale, event: DisputeEvent): AfterSale {
  const at = event.recordedAt
  if (event.type === 'DisputeOpened') return open(state, event)
  const { dispute } = state
  if (!dispute) throw new Error(`${event.type} without a dispute on case ${state.no}`)
  switch (event.type) {
    case 'EvidenceSubmitted': {
      const { side } = event.data
      const submissions = dispute.evidence[side].submissions + 1
      return { ...state, dispute: changeSides(dispute, [side], { submissions }) }
    }
    case 'EvidenceDone':
      return next(state, { dispute: hear(changeSides(dispute, [event.data.side], { done: true, open: false }), at) })
    case 'EvidenceExpired':
      return next(state, { dispute: hear(changeSides(dispute, event.data.sides, { open: false }), at) })
    case 'EvidenceRequested':
      return next(state, { dispute: reopen(state, dispute, event) })
    case 'DisputeWithdrawn':
      return resume(state, dispute, at)
    case 'DisputeConceded': {
      const conceded = { dispute: settleDispute(dispute, 'CONCEDED', at) }
      // what is paid back at once moves on with the RefundOrdered that follows
      if (event.data.leadsTo === 'REFUND') return next(state, conceded)
      return next(state, { ...conceded, ...awaitReturn(state, at), returnAddress: event.data.returnAddress })
    }
    case 'DisputeRuled':
      return rule(state, dispute, event)
  }
}

/** The dispute of a case that has come to its end, or goes on without it. */
export function settleDispute(dispute: Dispute, stage: Dispute['stage'], endedAt: Instant): Dispute {
  return { ...changeSides(dispute, SIDES, { open: false }), stage, endedAt }
}

function open(state: AfterSale, { data, recordedAt: at }: EventOf<'DisputeOpened'>): AfterSale {
  const policy = policyOf(state.policyVersion)
  const clock = () => startEvidence(at, at + policy.evidenceMs, policy)
  const dispute: Dispute = {
    openedBy: data.side,
    reason: data.reason,
    statement: data.statement,
    openedAt: at,
    stage: 'EVIDENCE',
    from: state.status,
    frozen: state.deadline && freezeDeadline(state.deadline, at),
    evidence: { MERCHANT: clock(), BUYER: clock() },
    askedAt: null,
    underReviewSince: null,
    ruling: null,
    endedAt: null,
  }
  return next(state, { status: 'IN_DISPUTE', deadline: null, expired: null, closedAt: null, dispute })
}

/** R4.3 Under review from when the last side is heard, or has let its time go by. */
function hear(dispute: Dispute, at: Instant): Dispute {
  return openSides(dispute).length > 0 ? dispute : { ...dispute, stage: 'UNDER_REVIEW', underReviewSince: at }
}

/** R4.4 Only the sides that were asked. */
function reopen(state: AfterSale, dispute: Dispute, { data, recordedAt }: EventOf<'EvidenceRequested'>): Dispute {
  const policy = policyOf(state.policyVersion)
  const evidence = { ...dispute.evidence }
  for (const side of data.sides)
    evidence[side] = startEvidence(recordedAt, data.dueAt, policy, evidence[side].submissions)
  return { ...dispute, stage: 'EVIDENCE', askedAt: recordedAt, underReviewSince: null, evidence }
}

/** R4.2 Status and remainder as they were. */
function resume(state: AfterSale, dispute: Dispute, at: Instant): AfterSale {
  return next(state, {
    status: dispute.from,
    deadline: dispute.frozen && resumeDeadline(dispute.frozen, at),
    closedAt: dispute.from === 'REJECTED' ? (state.rejection?.at ?? at) : null,
    dispute: settleDispute(dispute, 'WITHDRAWN', at),
  })
}

/** R4.5 */
function rule(state: AfterSale, dispute: Dispute, { data, recordedAt: at }: EventOf<'DisputeRuled'>): AfterSale {
  const { returnAddress, ...ruling } = data
  const ruled = { ...state, dispute: { ...settleDispute(dispute, 'RESOLVED', at), ruling: { ...ruling, at } } }
  switch (data.outcome) {
    case 'REFUND':
      return next(ruled, {})
    case 'DISMISS':
      return close(ruled, at, 'DISPUTE_DISMISSED')
    case 'RETURN_THEN_REFUND':
      return state.returnShipment && dispute.frozen
        ? next(ruled, { status: 'AWAITING_RECEIPT', deadline: resumeDeadline(dispute.frozen, at) })
        : next(ruled, { ...awaitReturn(state, at), returnAddress })
  }
}

/** R4.5, R4.6 With fresh days for the waybill. */
function awaitReturn({ policyVersion }: AfterSale, at: Instant): Partial<AfterSale> {
  return { status: 'AWAITING_RETURN', deadline: startDeadline('RETURN', at, policyOf(policyVersion)) }
}

function changeSides(dispute: Dispute, sides: readonly Side[], change: Partial<EvidenceClock>): Dispute {
  const evidence = { ...dispute.evidence }
  for (const side of sides) evidence[side] = { ...evidence[side], ...change }
  return { ...dispute, evidence }
}
