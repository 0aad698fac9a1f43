import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { decide, isOverdue } from '@/lib/after-sales/domain/decide'
import type { AfterSaleEvent } from '@/lib/after-sales/domain/events'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { LockedCase } from '@/lib/after-sales/store'
import { factsOf, fillAct, hasPlaceholders } from './fill-text'
import { type Plan, stepOf } from './step'
import type { BulkRefusal } from './views'

/** `refundFen`: what leaves; `returns`: it approves a return. */
export type Verdict = { goes: true; refundFen: number; returns: boolean } | { goes: false; refusal: BulkRefusal }
type Judging = { actor: Actor; now: Instant; titles: readonly string[]; writer: string }

/** Whether a case, as it stands, can go along: what `decide` itself would answer, and what only matters to an act on many. */
export function judgeCase(plan: Plan, read: LockedCase, { actor, now, titles, writer }: Judging): Verdict {
  const { state, returnAddresses, laterCaseNo } = read
  if (isOverdue(state, now)) return stay({ code: 'failed' })
  if (plan.act.type === 'approve' && state.status === 'AWAITING_RECEIPT')
    return stay({ code: 'inspectEach', clause: 'R2.5' })
  const filled = hasPlaceholders(plan.act) ? fillAct(plan.act, factsOf(read, { titles, now, writer })) : null
  if (filled?.ok === false) return stay(filled.refusal)
  const step = stepOf({ ...plan, act: filled?.act ?? plan.act }, state.type)
  if (step.kind === 'MARK') return go([])
  const decision = decide(state, step.command, { actor, now, returnAddresses, laterCaseNo, newId: '' })
  return decision.ok ? go(decision.events) : stay(decision.refusal)
}

function go(events: readonly AfterSaleEvent[]): Verdict {
  const refundFen = events.reduce((sum, event) => sum + (event.type === 'RefundOrdered' ? event.data.amountFen : 0), 0)
  const returns = events.some((event) => event.type === 'Approved' && event.data.returnAddress !== null)
  return { goes: true, refundFen, returns }
}

function stay(refusal: BulkRefusal): Verdict {
  return { goes: false, refusal }
}
