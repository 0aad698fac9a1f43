import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { ActOutcome } from '@/lib/after-sales/views'

/** Why an act did not go through. `failed`: nobody knows, it did not get there. */
export type Problem =
  | { kind: 'refused'; refusal: Refusal; version: number }
  | { kind: 'invalid'; detail: string }
  | { kind: 'gone'; version: number }
  /** A file that was to go along; it has been taken out. */
  | { kind: 'lost'; name: string }
  /** No act of this screen: it was decided while it was looked at. `version`: what could still be decided. */
  | { kind: 'overtaken'; version: number }
  | { kind: 'failed' }

/** What is wrong with an outcome; `version`: what the screen showed. */
export function problemOf(outcome: ActOutcome | null, version: number): Problem | null {
  if (outcome === null) return { kind: 'failed' }
  if (outcome.ok) return null
  if ('refusal' in outcome) return { kind: 'refused', refusal: outcome.refusal, version }
  if ('invalid' in outcome) return { kind: 'invalid', detail: outcome.invalid.map(({ message }) => message).join('; ') }
  return { kind: 'gone', version }
}

/** Somebody or the clock was faster. */
export function wasOutrun(problem: Problem | null): boolean {
  if (problem?.kind !== 'refused') return problem?.kind === 'gone' || problem?.kind === 'overtaken'
  return OUTRUN.has(problem.refusal.code)
}

/** The screen still shows what is no longer so; the new state is on its way. */
export function isStale(problem: Problem | null, version: number): boolean {
  return problem !== null && 'version' in problem && wasOutrun(problem) && problem.version === version
}

const OUTRUN: ReadonlySet<Refusal['code']> = new Set([
  'versionConflict',
  'notAllowedInStatus',
  'deadlinePassed',
  'evidenceClosed',
  'disputeFinal',
])
