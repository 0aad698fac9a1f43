import type { DeadlineKind, Side, Status } from './after-sale'
import type { Instant } from './policy'

/** 交易纠纷: what the platform was asked to decide, and how far that is (R4). */

export const DISPUTE_REASONS = [
  'REFUND_REFUSED',
  'RECEIPT_NOT_CONFIRMED',
  'CLAIM_UNFOUNDED',
  'RETURN_USED_OR_DAMAGED',
  'RETURN_INCOMPLETE_OR_WRONG',
  'AGREEMENT_BROKEN',
  'OTHER',
] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

export const DISPUTE_STAGES = ['EVIDENCE', 'UNDER_REVIEW', 'RESOLVED', 'WITHDRAWN', 'CONCEDED'] as const
export type DisputeStage = (typeof DISPUTE_STAGES)[number]

/** 判责 */
export const LIABILITIES = ['MERCHANT', 'BUYER', 'SHARED', 'NONE'] as const
export type Liability = (typeof LIABILITIES)[number]
export const RULING_OUTCOMES = ['REFUND', 'RETURN_THEN_REFUND', 'DISMISS'] as const
export type RulingOutcome = (typeof RULING_OUTCOMES)[number]

export const SIDES = ['MERCHANT', 'BUYER'] as const satisfies readonly Side[]

/** R4.2 A clock that stands still, with what was left of it; `soonMs` as of a running one. */
export type FrozenDeadline = { kind: DeadlineKind; remainingMs: number; soonMs: number | null }

/** R4.3 One side's time for evidence. `open`: it may still give some. */
export type EvidenceClock = {
  dueAt: Instant
  done: boolean
  open: boolean
  /** How often it gave any: silence is no loss, but it shows. */
  submissions: number
  /** How long before its end it is told next that it comes soon; null when all is told. */
  soonMs: number | null
}

/** `amountFen`: of the refund, for the outcome REFUND. */
export type Ruling = {
  liability: Liability
  outcome: RulingOutcome
  amountFen: number | null
  rationale: string
  at: Instant
}

export type Dispute = {
  openedBy: Side
  reason: DisputeReason
  statement: string
  openedAt: Instant
  stage: DisputeStage
  /** The status that it interrupted, and that a withdrawal goes back to. */
  from: Status
  /** Null when no clock ran: after a rejection, or while a service is under way (R3.3). */
  frozen: FrozenDeadline | null
  evidence: { [S in Side]: EvidenceClock }
  /** R4.4 When support last asked for more. */
  askedAt: Instant | null
  /** Since when both sides are heard and support can rule. */
  underReviewSince: Instant | null
  ruling: Ruling | null
  /** When it was ruled on, conceded or withdrawn. */
  endedAt: Instant | null
}

/** Where a dispute stands for whoever works through many: what is to be ruled, what is still heard, what is over. */
export const DISPUTE_LANES = ['TO_RULE', 'EVIDENCE', 'MORE_EVIDENCE', 'OVER'] as const
export type DisputeLane = (typeof DISPUTE_LANES)[number]

/** R4.3 When the next side's time for evidence is over; null when none runs. */
export function evidenceDueAt(dispute: Dispute | null): Instant | null {
  const running = dispute ? openSides(dispute).map((side) => dispute.evidence[side].dueAt) : []
  return running.length > 0 ? Math.min(...running) : null
}

/** Its lane, and the instant that orders it there: since when it waits, until when evidence is heard, when it ended. */
export function placeOf(dispute: Dispute): { lane: DisputeLane; at: Instant } {
  const { openedAt, askedAt, underReviewSince, endedAt } = dispute
  switch (dispute.stage) {
    case 'EVIDENCE':
      return { lane: askedAt === null ? 'EVIDENCE' : 'MORE_EVIDENCE', at: evidenceDueAt(dispute) ?? openedAt }
    case 'UNDER_REVIEW':
      return { lane: 'TO_RULE', at: underReviewSince ?? openedAt }
    case 'RESOLVED':
    case 'WITHDRAWN':
    case 'CONCEDED':
      return { lane: 'OVER', at: endedAt ?? openedAt }
  }
}

/** The sides that may still give evidence. */
export function openSides(dispute: Dispute): Side[] {
  return SIDES.filter((side) => dispute.evidence[side].open)
}

/** Those of them whose time is over: acting at exactly `dueAt` is in time (R0.2). */
export function overdueSides(dispute: Dispute | null, now: Instant): Side[] {
  return dispute ? openSides(dispute).filter((side) => now > dispute.evidence[side].dueAt) : []
}
