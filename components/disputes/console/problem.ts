import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { ClaimedByColleague, ClaimOutcome, DisputeOutcome } from '@/lib/disputes/views'

/** Why an act did not go through. `failed`: nobody knows, it did not get there. */
export type Problem =
  | { kind: 'refused'; refusal: Refusal | ClaimedByColleague }
  | { kind: 'invalid'; detail: string }
  | { kind: 'gone' }
  | { kind: 'failed' }

/** What is wrong with an outcome; null when nothing is. */
export function problemOf(outcome: DisputeOutcome | ClaimOutcome | null): Problem | null {
  if (outcome === null) return { kind: 'failed' }
  if (outcome.ok) return null
  if ('refusal' in outcome) return { kind: 'refused', refusal: outcome.refusal }
  if ('invalid' in outcome) return { kind: 'invalid', detail: outcome.invalid.map(({ message }) => message).join('; ') }
  return { kind: 'gone' }
}

/** Somebody or the clock was faster: the screen shows what is no longer so. */
export function wasOutrun(problem: Problem): boolean {
  if (problem.kind !== 'refused') return problem.kind === 'gone'
  return OUTRUN.has(problem.refusal.code)
}

const OUTRUN: ReadonlySet<string> = new Set([
  'versionConflict',
  'notAllowedInStatus',
  'deadlinePassed',
  'disputeFinal',
  'evidenceOpen',
  'claimedByColleague',
] satisfies (Refusal | ClaimedByColleague)['code'][])
