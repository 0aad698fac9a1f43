import type { Actor, ActorRole, AfterSale, ReturnAddress, Status } from './after-sale'
import type { Clause } from './clauses'
import type { Command } from './commands'
import type { AfterSaleEvent, EventData, EventOf, EventType } from './events'
import type { Instant } from './policy'
import type { Decision, Refusal } from './refusals'

/** All that a decision may know besides the case itself. */
export type Context = {
  actor: Actor
  /** R0.1 the database's time, read once for the command */
  now: Instant
  /** The shop's return addresses; empty where the case needs none. */
  returnAddresses: readonly ReturnAddress[]
  /** An unused id, for a message or a contact. */
  newId: string
  /** Of the files that the command names, those that this actor may put on this case; absent when it names none. */
  usableAttachments?: ReadonlySet<string>
}

/** One thing that can be done to a case: who may, where it fits, what it still lacks, and what it decides. */
export type Act<C extends Command> = {
  by: readonly ActorRole[]
  /** The statuses it fits. */
  in: readonly Status[]
  /** A condition of the case, besides the status, without which the act does not exist at all. */
  when?: (state: AfterSale) => boolean
  /** The clause that says where it fits. */
  clause: Clause
  /** The status fits, but a condition lacks that somebody can bring about. */
  lacks?: (state: AfterSale, facts: Pick<Context, 'returnAddresses'>) => Refusal | null
  decide: (state: AfterSale, command: C, context: Context) => Decision<AfterSaleEvent>
}

/** An event of this command; it holds from now unless said otherwise (R0.4). */
export function record<T extends EventType>(
  context: Pick<Context, 'actor' | 'now'>,
  type: T,
  clause: Clause,
  data: EventData[T],
  effectiveAt: Instant = context.now,
): EventOf<T> {
  return { type, actor: context.actor, clause, effectiveAt, recordedAt: context.now, data }
}

export function accept(...events: AfterSaleEvent[]): Decision<AfterSaleEvent> {
  return { ok: true, events }
}
