import type { AfterSale, Deadline, DeadlineKind, Status } from './after-sale'
import type { EvidenceClock, FrozenDeadline } from './dispute'
import type { Instant, Policy } from './policy'

/** The whole limit of a deadline in ms: R1.1, R2.1 review; R2.2 return; R2.3 receipt; R3.3, R3.4 service. */
export function limitOf(kind: DeadlineKind, policy: Policy): number {
  switch (kind) {
    case 'REVIEW':
      return policy.reviewMs
    case 'RETURN':
      return policy.returnMs
    case 'RECEIPT':
      return policy.receiptMs
    case 'SERVICE_CONFIRM':
      return policy.serviceConfirmMs
    case 'SERVICE_ANSWER':
      return policy.serviceAnswerMs
  }
}

/** A limit that starts to run: R0.4 counts it from when the decision before it was recorded. Nothing of it is told yet. */
export function startDeadline(kind: DeadlineKind, from: Instant, policy: Policy): Deadline {
  const limitMs = limitOf(kind, policy)
  return { kind, dueAt: from + limitMs, soonMs: nextSoon(kind, limitMs, policy) }
}

/** R3.4 A target: it shows as overdue, and decides nothing. */
export function isTarget(kind: DeadlineKind | 'EVIDENCE'): boolean {
  return kind === 'SERVICE_ANSWER'
}

/**
 * What is told next of a limit of which `ms` are left: the longest time before its end that is shorter than that. Of a
 * target its end itself is told too: nothing else would say it.
 */
export function nextSoon(kind: DeadlineKind | 'EVIDENCE', ms: number, policy: Policy): number | null {
  const told = isTarget(kind) ? [...policy.soonMs, 0] : policy.soonMs
  return told.find((soonMs) => soonMs < ms) ?? null
}

/** R4.2 The clock stands still with exactly what is left of it. */
export function freezeDeadline({ kind, dueAt, soonMs }: Deadline, at: Instant): FrozenDeadline {
  return { kind, remainingMs: dueAt - at, soonMs }
}

/** R4.2 It goes on where it stood; what was told of it is not told again. */
export function resumeDeadline({ kind, remainingMs, soonMs }: FrozenDeadline, at: Instant): Deadline {
  return { kind, dueAt: at + remainingMs, soonMs }
}

/** R4.3, R4.4 A side's time for evidence begins. */
export function startEvidence(from: Instant, dueAt: Instant, policy: Policy, submissions = 0): EvidenceClock {
  return { dueAt, done: false, open: true, submissions, soonMs: nextSoon('EVIDENCE', dueAt - from, policy) }
}

/** R0.2 Acting at exactly `dueAt` is in time. A target is not passed: nothing follows from it. */
export function hasPassed(deadline: Deadline | null, now: Instant): boolean {
  return deadline !== null && !isTarget(deadline.kind) && now > deadline.dueAt
}

/** The status in which a deadline of this kind runs. */
export function statusOfDeadline(kind: DeadlineKind): Status {
  switch (kind) {
    case 'REVIEW':
      return 'PENDING_REVIEW'
    case 'RETURN':
      return 'AWAITING_RETURN'
    case 'RECEIPT':
      return 'AWAITING_RECEIPT'
    case 'SERVICE_CONFIRM':
    case 'SERVICE_ANSWER':
      return 'IN_SERVICE'
  }
}

export type Consequence = {
  outcome: 'REFUND' | 'APPROVE_RETURN' | 'CLOSE' | 'COMPLETE'
  /** What it costs the merchant, in fen; null when no money moves. */
  amountFen: number | null
  clause: 'R1.1' | 'R2.1' | 'R2.4' | 'R2.6' | 'R3.3'
}

/** What happens if nobody acts before the deadline; null without one, and for a mere target. */
export function consequenceOf(
  state: Pick<AfterSale, 'type' | 'amountFen'> & { deadline: Pick<Deadline, 'kind'> | null },
): Consequence | null {
  switch (state.deadline?.kind) {
    case undefined:
    case 'SERVICE_ANSWER':
      return null
    case 'REVIEW':
      return state.type === 'REFUND_ONLY'
        ? { outcome: 'REFUND', amountFen: state.amountFen, clause: 'R1.1' }
        : { outcome: 'APPROVE_RETURN', amountFen: null, clause: 'R2.1' }
    case 'RETURN':
      return { outcome: 'CLOSE', amountFen: null, clause: 'R2.4' }
    case 'RECEIPT':
      return { outcome: 'REFUND', amountFen: state.amountFen, clause: 'R2.6' }
    case 'SERVICE_CONFIRM':
      return { outcome: 'COMPLETE', amountFen: null, clause: 'R3.3' }
  }
}
