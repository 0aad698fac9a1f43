import { type Act, accept, record } from '../act'
import { type Side, STATUSES, sideOf } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { CommandOf } from '../commands'
import { policyOf } from '../policy'
import { refuse } from '../refusals'

/** R6.2 Talk stays open when the case is over. */
export const sendMessage: Act<CommandOf<'sendMessage'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: STATUSES,
  clause: 'R6.2',
  decide(state, command, context) {
    const attachmentIds = namedAttachments(command)
    const fault = findAttachmentFault(attachmentIds, policyOf(state.policyVersion), context.usableAttachments)
    if (fault) return refuse(fault)
    return accept(
      record(context, 'MessageSent', 'R6.2', {
        id: context.newId,
        side: speakerOf(context.actor.role),
        text: command.text.trim(),
        attachmentIds: [...attachmentIds],
      }),
    )
  },
}

/** R6.2 Records that this side has read what the other wrote; nothing when nothing is unread. */
export const readMessages: Act<CommandOf<'readMessages'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: STATUSES,
  clause: 'R6.2',
  decide(state, _command, context) {
    const side = speakerOf(context.actor.role)
    const unread = side === 'BUYER' ? state.unreadByBuyerSince : state.unreadByMerchantSince
    return unread === null ? accept() : accept(record(context, 'MessagesRead', 'R6.2', { side }))
  },
}

/** R1.3 A call or a chat elsewhere; one that reached the buyer says what was said. */
export const logContact: Act<CommandOf<'logContact'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT', 'IN_SERVICE'],
  clause: 'R1.3',
  decide(_state, { channel, outcome, note }, context) {
    const said = note.trim()
    if (outcome === 'REACHED' && said === '')
      return refuse({ code: 'contactNoteRequired', clause: 'R1.3', path: 'note' })
    return accept(record(context, 'ContactLogged', 'R1.3', { id: context.newId, channel, outcome, note: said }))
  },
}

function speakerOf(role: Parameters<typeof sideOf>[0]): Side {
  const side = sideOf(role)
  if (!side) throw new Error(`${role} takes no part in a conversation`)
  return side
}
