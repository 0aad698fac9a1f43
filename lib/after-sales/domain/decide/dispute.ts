import { type Act, accept, record } from '../act'
import { type AfterSale, sideOf } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { CommandOf } from '../commands'
import { policyOf } from '../policy'
import { type Refusal, refuse } from '../refusals'
import { isServiceType } from '../service'
import { findTextFault } from '../text'
import { orderRefund } from './refund'
import { defaultAddress } from './review'

/** R4.1 A side asks the platform to step in. R4.2 The clock stands still from here on. */
export const openDispute: Act<CommandOf<'openDispute'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT', 'IN_SERVICE', 'REJECTED'],
  reoccupies: true,
  when: (state, facts) =>
    state.dispute === null &&
    (state.status !== 'REJECTED' || (facts.role === 'BUYER' && !facts.laterCaseNo && facts.now <= periodEndOf(state))),
  fitted: (state) => state.dispute === null,
  misfit(state, { role, now }) {
    if (state.dispute) return { code: 'disputeFinal', clause: 'R4.1', no: state.no }
    const late = state.status === 'REJECTED' && role === 'BUYER' && now > periodEndOf(state)
    return late ? { code: 'disputePeriodOver', clause: 'R4.1', until: periodEndOf(state) } : null
  },
  clause: 'R4.1',
  decide(state, command, context) {
    const policy = policyOf(state.policyVersion)
    const attachmentIds = namedAttachments(command)
    const fault =
      findTextFault(command.statement, policy.disputeStatement, 'statement', 'R4.1') ??
      findAttachmentFault(attachmentIds, policy, context.usableAttachments)
    const side = sideOf(context.actor.role)
    if (fault) return refuse(fault)
    if (!side) return refuse({ code: 'notPermitted', act: 'openDispute' })
    const { reason } = command
    const statement = command.statement.trim()
    return accept(
      record(context, 'DisputeOpened', 'R4.1', { side, reason, statement, attachmentIds: [...attachmentIds] }),
    )
  },
}

/** R4.2 Its opener takes the dispute back: the case goes on where it stood. */
export const withdrawDispute: Act<CommandOf<'withdrawDispute'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: ['IN_DISPUTE'],
  may: (state, role) => !state.dispute || state.dispute.openedBy === sideOf(role),
  misfit: (state) => finalOf(state, 'R4.1'),
  clause: 'R4.2',
  decide(state, _command, context) {
    const side = state.dispute?.openedBy
    if (!side) throw new Error(`case ${state.no} is in dispute without one`)
    return accept(record(context, 'DisputeWithdrawn', 'R4.2', { side }))
  },
}

/** R4.6 The merchant gives in before the ruling: the money goes back, or the goods first. */
export const concedeDispute: Act<CommandOf<'concedeDispute'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['IN_DISPUTE'],
  // what a service is worth only a ruling can say
  when: (state) => !isServiceType(state.type),
  misfit: (state) => (isServiceType(state.type) ? null : finalOf(state, 'R4.5')),
  clause: 'R4.6',
  lacks: (state, { returnAddresses }) =>
    concedesByReturn(state) && !state.returnAddress && returnAddresses.length === 0
      ? { code: 'returnAddressRequired', clause: 'R2.2' }
      : null,
  decide(state, _command, context) {
    if (!concedesByReturn(state))
      return accept(
        record(context, 'DisputeConceded', 'R4.6', { leadsTo: 'REFUND', returnAddress: null }),
        orderRefund(state, 'MERCHANT', context),
      )
    const returnAddress = state.returnAddress ?? defaultAddress(context.returnAddresses)
    return accept(record(context, 'DisputeConceded', 'R4.6', { leadsTo: 'RETURN', returnAddress }))
  },
}

/** The goods are still with the buyer, and come back before the money does. */
export function concedesByReturn({ type, returnShipment }: Pick<AfterSale, 'type' | 'returnShipment'>): boolean {
  return type === 'RETURN_REFUND' && returnShipment === null
}

/** What is told of an act in a dispute that is over; null when there never was one. */
export function finalOf({ dispute, no }: AfterSale, clause: 'R4.1' | 'R4.5'): Refusal | null {
  return dispute && { code: 'disputeFinal', clause, no }
}

/** R4.1 Until when a rejected buyer may ask the platform; R0.2 the end included. */
function periodEndOf(state: AfterSale): number {
  return (state.rejection?.at ?? 0) + policyOf(state.policyVersion).disputeAfterRejectionMs
}
