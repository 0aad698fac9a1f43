import { record } from './act'
import type { AfterSale } from './after-sale'
import { consequenceOf, hasPassed, nextSoon } from './deadline'
import type { EventOf } from './events'
import { type Instant, policyOf } from './policy'

/**
 * What is to be told at `now` of a deadline that comes soon: an event for every time before its end that is reached and
 * was not told yet, longest first, each as of its own instant. Nothing of a deadline that has passed: its expiry says it.
 */
export function remind(state: AfterSale, now: Instant): EventOf<'DeadlineSoon'>[] {
  const { deadline } = state
  const consequence = consequenceOf(state)
  if (!deadline || !consequence || hasPassed(deadline, now)) return []
  const { kind, dueAt } = deadline
  const system = { actor: { role: 'SYSTEM', id: null }, now } as const
  const policy = policyOf(state.policyVersion)
  const events: EventOf<'DeadlineSoon'>[] = []
  for (let ms = deadline.soonMs; ms !== null && dueAt - ms <= now; ms = nextSoon(ms, policy))
    events.push(record(system, 'DeadlineSoon', consequence.clause, { kind, dueAt, beforeMs: ms }, dueAt - ms))
  return events
}
