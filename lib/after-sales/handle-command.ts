import { randomUUID } from 'node:crypto'
import type { Scope } from '@/lib/auth/scope'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import type { Webhook } from '@/lib/webhooks/enqueue-store'
import { lockUsableAttachments } from './attachment-store'
import type { Context } from './domain/act'
import type { Actor, AfterSale } from './domain/after-sale'
import { namedAttachments } from './domain/attachments'
import type { Application, Command } from './domain/commands'
import { ACTS, cameTooLate, decide, expire, isPermitted } from './domain/decide'
import { decideApplication } from './domain/decide/application'
import type { AfterSaleEvent, EventOf } from './domain/events'
import { evolve } from './domain/evolve'
import { CURRENT_POLICY, type Instant } from './domain/policy'
import { type Decision, type Refusal, refuse } from './domain/refusals'
import { remind } from './domain/reminder'
import { type LockedOrder, lockOccupying, lockOrder, lockOrderOf, readApplied } from './order-store'
import type { Change } from './projection-store'
import { saveChanges, saveUnsent } from './save-store'
import { type HeldCase, type LockedCase, lockCase } from './store'

/** `openedNo`: of the case that takes this one's place (R3.1). `missing`: there is no such case (or order) in the caller's scope. */
export type Handled =
  | { ok: true; state: AfterSale; openedNo?: string }
  | { ok: false; refusal: Refusal }
  | { ok: false; missing: true }

type Files = Pick<Context, 'usableAttachments'>
/** `actor`: BUYER is the case's own, whoever that is. */
export type CommandRequest = {
  scope: Scope
  actor: Actor | 'BUYER'
  no: string
  command: Command
  version?: number | undefined
}

/**
 * The one way of a decision about a case: lock within the scope, read the clock, settle an overdue deadline, judge,
 * save with the events. The caller's transaction must be committed on a refusal too: an expiry may have been recorded.
 * `version`: what the caller saw last; a stale one is refused.
 */
export async function handleCommand(tx: Tx, request: CommandRequest): Promise<Handled> {
  if (ACTS[request.command.type].reoccupies) await lockOrderOf(tx, request.scope, request.no)
  const { command } = request
  const memberId = request.actor !== 'BUYER' && request.actor.role === 'SUPPORT' ? request.actor.id : null
  const locked = await lockCase(tx, request.scope, request.no, { memberId, newNo: ACTS[command.type].opensCase })
  if (!locked) return { ok: false, missing: true }
  const settled = settle(locked, locked.now)
  const { shopId, no: afterSaleNo, buyerId } = locked.state
  const actor: Actor = request.actor === 'BUYER' ? { role: 'BUYER', id: buyerId } : request.actor
  const files = await lockUsableAttachments(tx, namedAttachments(command), { actor, shopId, afterSaleNo })
  const decision = judge(locked, settled.state, { ...request, actor, files })
  const events = decision.ok ? decision.events : []
  const state = events.reduce<AfterSale>(evolve, settled.state)
  const opened = decision.ok && decision.opens ? [openCase(decision.opens, locked.buyerName)] : []
  await saveChanges(tx, [{ state, events: [...settled.events, ...events] }, ...opened])
  if (!decision.ok) return decision
  return { ok: true, state, ...(decision.opens && { openedNo: decision.opens.data.no }) }
}

function openCase(first: EventOf<'Applied'>, buyerName: string): Change {
  return { state: evolve(null, first), events: [first], opened: { buyerName } }
}

/** A command in a transaction of its own. */
export function runCommand(request: CommandRequest): Promise<Handled> {
  return inTransaction(request.scope, (tx) => handleCommand(tx, request))
}

/** R1.1, R2.1 The same way for an application, which opens a case. */
export async function handleApplication(
  tx: Tx,
  { scope, application }: { scope: Scope; application: Application },
): Promise<Handled> {
  const locked = await lockOrder(tx, scope, application.orderNo)
  if (!locked) return { ok: false, missing: true }
  const { order, buyerName, instantRefundSince } = locked
  const { now, unsent } = await settleOccupying(tx, locked)
  const actor: Actor = { role: 'BUYER', id: order.buyerId }
  const { lines, ...around } = await readApplied(tx, order, { actor, fileIds: namedAttachments(application), now })
  const context = { ...around, actor, now, policy: CURRENT_POLICY, instantRefundSince }
  const decision = decideApplication({ ...order, lines }, application, context)
  const events = decision.ok ? decision.events : []
  const state = events.reduce<AfterSale | null>(evolve, null)
  await saveChanges(tx, state ? [{ state, events, opened: { buyerName } }] : [], unsent)
  if (!decision.ok) return decision
  if (!state) throw new Error('an accepted application has an event')
  return { ok: true, state }
}

/** R0.3, R0.7 The case with its overdue clock settled, if it is overdue: one expiry at most. */
export function settle({ state, returnAddresses }: LockedCase, now: Instant): Change {
  const events = expire(state, { now, returnAddresses })
  return { state: events.reduce<AfterSale>(evolve, state), events }
}

/** The case with what comes soon told of it, if anything does. Only the sweep does this: nobody decides by it. */
export function tellSoon({ state }: LockedCase, now: Instant): Change {
  const events = remind(state, now)
  return { state: events.reduce<AfterSale>(evolve, state), events }
}

/**
 * `version` is compared with the case as it was found: an expiry that this very act met is R0.7's matter, not somebody
 * else's change. What came too late is told so for the same reason.
 */
function judge(
  { state: found, now, returnAddresses, laterCaseNo, leftOfLines, memberOfShop, newNo }: HeldCase,
  state: AfterSale,
  { actor, command, version, files }: CommandRequest & { actor: Actor; files: Files },
): Decision<AfterSaleEvent> {
  const facts = { now, returnAddresses, laterCaseNo, role: actor.role }
  const around = { ...files, ...(newNo !== null && { newNo }), memberOfShop }
  const stale = version !== undefined && version !== found.version
  if (stale && isPermitted(state, command, { ...around, actor }) && !cameTooLate(state, command.type, facts))
    return refuse({ code: 'versionConflict', version: state.version })
  const left = leftOfLines && { leftOfLines }
  return decide(state, command, { ...around, ...facts, ...left, actor, newId: randomUUID() })
}

/**
 * R0.3 A line may be occupied by a case whose time is over: that is settled first. Whoever is at it is waited for, and the
 * time that counts is the one after that. `unsent`: what it announces, for the caller to send.
 */
async function settleOccupying(
  tx: Tx,
  { order, now: before }: LockedOrder,
): Promise<{ now: Instant; unsent: readonly Webhook[] }> {
  const { cases, now = before } = await lockOccupying(tx, order)
  const unsent = await saveUnsent(
    tx,
    cases.map((one) => settle(one, now)),
  )
  return { now, unsent }
}
