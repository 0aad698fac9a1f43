import type { Act, Context, Facts } from './act'
import type { ActorRole, AfterSale } from './after-sale'
import type { Command, CommandType } from './commands'
import { hasPassed, statusOfDeadline } from './deadline'
import { logContact, readMessages, sendMessage } from './decide/conversation'
import { concedeDispute, openDispute, withdrawDispute } from './decide/dispute'
import { expireEvidence, requestEvidence, submitEvidence } from './decide/evidence'
import { recordRefundStuck, recordRefundSuccess, retryRefund } from './decide/refund'
import { confirmReceipt, expireReceipt, expireReturn, submitReturnShipment } from './decide/return'
import { approve, expireReview, reject } from './decide/review'
import { ruleDispute } from './decide/ruling'
import { answerProposal, expireService, proposeService, recordServiceStep } from './decide/service'
import { withdraw } from './decide/withdrawal'
import { overdueSides } from './dispute'
import type { AfterSaleEvent } from './events'
import type { Instant } from './policy'
import { type Decision, type Refusal, refuse } from './refusals'

/** Every act there is. A new one is a file in `decide/` and a line here. */
export const ACTS: { readonly [T in CommandType]: Act<Extract<Command, { type: T }>> } = {
  approve,
  reject,
  confirmReceipt,
  submitReturnShipment,
  withdraw,
  sendMessage,
  readMessages,
  logContact,
  proposeService,
  answerProposal,
  recordServiceStep,
  openDispute,
  submitEvidence,
  requestEvidence,
  withdrawDispute,
  concedeDispute,
  ruleDispute,
  retryRefund,
  recordRefundSuccess,
  recordRefundStuck,
}

/** The act of a command, typed so that only that command can be handed to it. */
function actOf(type: CommandType): Act<Command> {
  // each act is only ever called with the command of its own name
  return ACTS[type] as Act<Command>
}

/**
 * Judges a command on a case whose clock has been settled (see `expire`): the events it leads to, or why not.
 * Who may do it at all is asked first (`notPermitted`), then whether it fits the status (R0.7), then what it lacks.
 */
export function decide(state: AfterSale, command: Command, context: Context): Decision<AfterSaleEvent> {
  if (isOverdue(state, context.now)) throw new Error(`the deadline of case ${state.no} has not been settled`)
  const act = actOf(command.type)
  const facts: Facts = { ...context, role: context.actor.role }
  if (!isPermitted(state, command, context)) return refuse({ code: 'notPermitted', act: command.type })
  if (!fits(state, command.type, facts)) return refuse(sayMisfit(state, command.type, facts))
  const lacking = act.lacks?.(state, facts)
  return lacking ? refuse(lacking) : act.decide(state, command, context)
}

/**
 * "Who may do what": the role at all, then on this case, then what it asks for; R4.7 support is never a member of the
 * shop.
 */
export function isPermitted(
  state: AfterSale,
  command: Command,
  { actor: { role }, memberOfShop }: Pick<Context, 'actor' | 'memberOfShop'>,
): boolean {
  const partial = role === 'SUPPORT' && memberOfShop === true
  const { by, mayAsk } = actOf(command.type)
  return !partial && by.includes(role) && mayOn(state, command.type, role) && (mayAsk?.(command, role) ?? true)
}

/** Whether this case leaves the act to the role, which may do it at all. */
export function mayOn(state: AfterSale, type: CommandType, role: ActorRole): boolean {
  return actOf(type).may?.(state, role) ?? true
}

/** Does the act fit the case as it stands? */
export function fits(state: AfterSale, type: CommandType, facts: Facts): boolean {
  const act = actOf(type)
  return act.in.includes(state.status) && (act.when?.(state, facts) ?? true)
}

function sayMisfit(state: AfterSale, type: CommandType, facts: Facts): Refusal {
  const { clause, misfit } = actOf(type)
  const { status, expired } = state
  if (expired && cameTooLate(state, type, facts))
    return { code: 'deadlinePassed', clause: 'R0.7', act: type, kind: expired, status }
  return misfit?.(state, facts) ?? { code: 'notAllowedInStatus', clause, act: type, status }
}

/** R0.7 It would have fitted the status that expired, and does not fit the one that followed. */
export function cameTooLate(state: AfterSale, type: CommandType, facts: Facts): boolean {
  const act = actOf(type)
  const fitted = state.expired !== null && act.in.includes(statusOfDeadline(state.expired))
  return fitted && (act.fitted?.(state, facts) ?? true) && !fits(state, type, facts)
}

/** R0.3 Has a clock of the case run out that nobody has settled? */
export function isOverdue(state: AfterSale, now: Instant): boolean {
  return hasPassed(state.deadline, now) || overdueSides(state.dispute, now).length > 0
}

/**
 * R0.3 Settles an overdue clock: the events of the expiry, none when it is not overdue.
 * R0.7 One reading settles one expiry; what follows counts from now (R0.4), so a second cannot be due.
 */
export function expire(state: AfterSale, facts: Pick<Context, 'now' | 'returnAddresses'>): AfterSaleEvent[] {
  const { deadline } = state
  const system: Context = { ...facts, actor: { role: 'SYSTEM', id: null }, newId: '' }
  if (!deadline || !hasPassed(deadline, facts.now)) return expireEvidence(state, system)
  switch (deadline.kind) {
    case 'REVIEW':
      return expireReview(state, deadline.dueAt, system)
    case 'RETURN':
      return expireReturn(deadline.dueAt, system)
    case 'RECEIPT':
      return expireReceipt(state, deadline.dueAt, system)
    case 'SERVICE_CONFIRM':
      return expireService(deadline.dueAt, system)
    case 'SERVICE_ANSWER':
      throw new Error(`nothing follows from the target of case ${state.no}`)
  }
}
