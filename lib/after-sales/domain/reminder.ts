import { record } from './act'
import type { AfterSale, Side } from './after-sale'
import type { Clause } from './clauses'
import { consequenceOf, isTarget, nextSoon } from './deadline'
import { type Dispute, openSides } from './dispute'
import type { EventData, EventOf } from './events'
import { type Instant, policyOf } from './policy'

type Running = { kind: EventData['DeadlineSoon']['kind']; dueAt: Instant; soonMs: number | null; side?: Side }

/**
 * What is to be told at `now` of the deadlines that come soon: an event for every time before an end that is reached and
 * was not told yet, longest first, each as of its own instant. Of one that has passed its expiry says it; a mere target
 * has none (R3.4), and of it the end is told here, and nothing of what came before.
 */
export function remind(state: AfterSale, now: Instant): EventOf<'DeadlineSoon'>[] {
  const own = state.deadline ? tell(state, state.deadline, consequenceOf(state)?.clause ?? 'R3.4', now) : []
  const { dispute } = state
  const sides = dispute ? openSides(dispute) : []
  const asked = sides.flatMap((side) =>
    dispute ? tell(state, { kind: 'EVIDENCE', side, ...dispute.evidence[side] }, 'R4.3', now) : [],
  )
  return [...own, ...asked]
}

function tell(state: AfterSale, clock: Running, clause: Clause, now: Instant): EventOf<'DeadlineSoon'>[] {
  const { kind, dueAt, side } = clock
  const passed = now > dueAt
  if (passed && !isTarget(kind)) return []
  const system = { actor: { role: 'SYSTEM', id: null }, now } as const
  const policy = policyOf(state.policyVersion)
  const events: EventOf<'DeadlineSoon'>[] = []
  for (let ms = clock.soonMs; ms !== null && dueAt - ms <= now; ms = nextSoon(kind, ms, policy)) {
    if (passed && ms > 0) continue
    const data = { kind, dueAt, beforeMs: ms, ...(side && { side }) }
    events.push(record(system, 'DeadlineSoon', clause, data, dueAt - ms))
  }
  return events
}

/** R4.3 When the end of a side's time for evidence is next told to come soon; null when nothing is left to tell. */
export function evidenceSoonAt(dispute: Dispute | null): Instant | null {
  const clocks = dispute ? openSides(dispute).map((side) => dispute.evidence[side]) : []
  const instants = clocks.flatMap(({ dueAt, soonMs }) => (soonMs === null ? [] : [dueAt - soonMs]))
  return instants.length > 0 ? Math.min(...instants) : null
}
