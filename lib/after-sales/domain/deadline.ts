import type { AfterSale, Deadline, DeadlineKind, Status } from './after-sale'
import type { EvidenceClock, FrozenDeadline } from './dispute'
import type { Instant, Policy } from './policy'

/** The whole limit of a deadline in ms: R1.1, R2.1 review; R2.2 return; R2.3 receipt. */
export function limitOf(kind: DeadlineKind, policy: Policy): number {
  switch (kind) {
    case 'REVIEW':
      return policy.reviewMs
    case 'RETURN':
      return policy.returnMs
    case 'RECEIPT':
      return policy.receiptMs
  }
}

/** A limit that starts to run: R0.4 counts it from when the decision before it was recorded. Nothing of it is told yet. */
export function startDeadline(kind: DeadlineKind, from: Instant, policy: Policy): Deadline {
  const limitMs = limitOf(kind, policy)
  return { kind, dueAt: from + limitMs, soonMs: nextSoon(limitMs, policy) }
}

/** What is told next of a limit of which `ms` are left: the longest time before its end that is shorter than that. */
export function nextSoon(ms: number, policy: Policy): number | null {
  return policy.soonMs.find((soonMs) => soonMs < ms) ?? null
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
  return { dueAt, done: false, open: true, submissions, soonMs: nextSoon(dueAt - from, policy) }
}

/** R0.2 Acting at exactly `dueAt` is in time. */
export function hasPassed(deadline: Deadline | null, now: Instant): boolean {
  return deadline !== null && now > deadline.dueAt
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
  }
}

export type Consequence = {
  outcome: 'REFUND' | 'APPROVE_RETURN' | 'CLOSE'
  /** What it costs the merchant, in fen; null when no money moves. */
  amountFen: number | null
  clause: 'R1.1' | 'R2.1' | 'R2.4' | 'R2.6'
}

/** What happens if nobody acts before the deadline. */
export function consequenceOf(
  state: Pick<AfterSale, 'type' | 'amountFen'> & { deadline: Pick<Deadline, 'kind'> | null },
): Consequence | null {
  switch (state.deadline?.kind) {
    case undefined:
      return null
    case 'REVIEW':
      return state.type === 'REFUND_ONLY'
        ? { outcome: 'REFUND', amountFen: state.amountFen, clause: 'R1.1' }
        : { outcome: 'APPROVE_RETURN', amountFen: null, clause: 'R2.1' }
    case 'RETURN':
      return { outcome: 'CLOSE', amountFen: null, clause: 'R2.4' }
    case 'RECEIPT':
      return { outcome: 'REFUND', amountFen: state.amountFen, clause: 'R2.6' }
  }
}
