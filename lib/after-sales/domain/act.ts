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
  /** An unused case number, for an act that opens a case. */
  newNo?: string
  /** R4.5 What is left to refund of each line of a service case in dispute; absent elsewhere. */
  leftOfLines?: readonly LeftOfLine[]
  /** R4.1 A case that was opened on one of its lines since this one was rejected; absent or null: none. */
  laterCaseNo?: string | null
  /** R4.7 Whether the acting support member belongs to the shop; absent: no. */
  memberOfShop?: boolean
  /** Of the files that the command names, those that this actor may put on this case; absent when it names none. */
  usableAttachments?: ReadonlySet<string>
}

/** What was paid for a line and is not ordered back yet, in fen. */
export type LeftOfLine = { lineNo: number; leftFen: number }

/** From where an act is looked at: what of the context says whether it fits, and what it still lacks. */
export type Facts = Pick<Context, 'now' | 'returnAddresses' | 'laterCaseNo'> & { role: ActorRole }

/** One thing that can be done to a case: who may, where it fits, what it still lacks, and what it decides. */
export type Act<C extends Command> = {
  by: readonly ActorRole[]
  /** The statuses it fits. */
  in: readonly Status[]
  /** A condition of the case, besides the status, without which the act does not exist at all. */
  when?: (state: AfterSale, facts: Facts) => boolean
  /** Of those who may at all, who may on this case: others are not permitted. */
  may?: (state: AfterSale, role: ActorRole) => boolean
  /** Of what the command can ask for, what this role may: anything else is not permitted. */
  mayAsk?: (command: C, role: ActorRole) => boolean
  /** What is told when it does not fit, where more can be said than that. */
  misfit?: (state: AfterSale, facts: Facts) => Refusal | null
  /** R0.7 Of a status that expired, whether it can have fitted there at all; absent: wherever the status fits. */
  fitted?: (state: AfterSale, facts: Facts) => boolean
  /** R0.8 It may occupy the case's order lines again: nobody may apply for them while it is judged. */
  reoccupies?: true
  /** R3.1 It may open another case in this one's place, which needs a number. */
  opensCase?: true
  /** The clause that says where it fits. */
  clause: Clause
  /** The status fits, but a condition lacks that somebody can bring about. */
  lacks?: (state: AfterSale, facts: Facts) => Refusal | null
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
