import type { Act, Context } from './act'
import type { AfterSale } from './after-sale'
import type { Command, CommandType } from './commands'
import { hasPassed, statusOfDeadline } from './deadline'
import { logContact, readMessages, sendMessage } from './decide/conversation'
import { recordRefundStuck, recordRefundSuccess, retryRefund } from './decide/refund'
import { confirmReceipt, expireReceipt, expireReturn, submitReturnShipment } from './decide/return'
import { approve, expireReview, reject } from './decide/review'
import { withdraw } from './decide/withdrawal'
import type { AfterSaleEvent } from './events'
import { type Decision, refuse } from './refusals'

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
  if (hasPassed(state.deadline, context.now)) throw new Error(`the deadline of case ${state.no} has not been settled`)
  const act = actOf(command.type)
  if (!act.by.includes(context.actor.role)) return refuse({ code: 'notPermitted', act: command.type })
  if (!fits(state, command.type)) {
    return refuse(
      cameTooLate(state, command.type) && state.expired
        ? { code: 'deadlinePassed', clause: 'R0.7', act: command.type, kind: state.expired, status: state.status }
        : { code: 'notAllowedInStatus', clause: act.clause, act: command.type, status: state.status },
    )
  }
  const lacking = act.lacks?.(state, context)
  return lacking ? refuse(lacking) : act.decide(state, command, context)
}

/** Does the act fit the case as it stands? */
export function fits(state: AfterSale, type: CommandType): boolean {
  const act = actOf(type)
  return act.in.includes(state.status) && (act.when?.(state) ?? true)
}

/** R0.7 It would have fitted the status that expired, and does not fit the one that followed. */
export function cameTooLate(state: AfterSale, type: CommandType): boolean {
  return state.expired !== null && !fits(state, type) && actOf(type).in.includes(statusOfDeadline(state.expired))
}

/**
 * R0.3 Settles an overdue clock: the events of the expiry, none when it is not overdue.
 * R0.7 One reading settles one expiry; what follows counts from now (R0.4), so a second cannot be due.
 */
export function expire(state: AfterSale, facts: Pick<Context, 'now' | 'returnAddresses'>): AfterSaleEvent[] {
  const { deadline } = state
  if (!deadline || !hasPassed(deadline, facts.now)) return []
  const system: Context = { ...facts, actor: { role: 'SYSTEM', id: null }, newId: '' }
  switch (deadline.kind) {
    case 'REVIEW':
      return expireReview(state, deadline.dueAt, system)
    case 'RETURN':
      return expireReturn(deadline.dueAt, system)
    case 'RECEIPT':
      return expireReceipt(state, deadline.dueAt, system)
  }
}
