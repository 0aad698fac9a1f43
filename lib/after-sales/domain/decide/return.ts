import { type Act, accept, type Context, record } from '../act'
import type { AfterSale } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { CommandOf } from '../commands'
import type { AfterSaleEvent } from '../events'
import { type Instant, policyOf } from '../policy'
import { refuse } from '../refusals'
import { orderRefund } from './refund'

/** R2.3 The buyer hands in the waybill; again is a correction and restarts nothing. */
export const submitReturnShipment: Act<CommandOf<'submitReturnShipment'>> = {
  by: ['BUYER'],
  in: ['AWAITING_RETURN', 'AWAITING_RECEIPT'],
  clause: 'R2.3',
  decide(state, { carrier, trackingNo }, context) {
    const type = state.status === 'AWAITING_RETURN' ? 'ReturnShipmentSubmitted' : 'ReturnShipmentCorrected'
    return accept(record(context, type, 'R2.3', { carrier, trackingNo }))
  },
}

/** R2.5 The merchant has unpacked and checked: the money goes back. */
export const confirmReceipt: Act<CommandOf<'confirmReceipt'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['AWAITING_RECEIPT'],
  clause: 'R2.5',
  decide(state, command, context) {
    const attachmentIds = namedAttachments(command)
    const fault = findAttachmentFault(attachmentIds, policyOf(state.policyVersion), context.usableAttachments)
    if (fault) return refuse(fault)
    const note = command.note?.trim() || null
    return accept(
      record(context, 'ReceiptConfirmed', 'R2.5', { note, attachmentIds: [...attachmentIds] }),
      orderRefund(state, 'MERCHANT', context),
    )
  },
}

/** R2.4 No waybill in time. */
export function expireReturn(dueAt: Instant, context: Context): AfterSaleEvent[] {
  return [record(context, 'ReturnExpired', 'R2.4', {}, dueAt)]
}

/** R2.6 No confirmation in time. */
export function expireReceipt(state: AfterSale, dueAt: Instant, context: Context): AfterSaleEvent[] {
  return [record(context, 'ReceiptExpired', 'R2.6', {}, dueAt), orderRefund(state, 'RECEIPT_TIMEOUT', context, dueAt)]
}
