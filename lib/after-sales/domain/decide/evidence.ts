import { type Act, accept, type Context, record } from '../act'
import { type ActorRole, type AfterSale, type Side, sideOf } from '../after-sale'
import { findAttachmentFault, namedAttachments } from '../attachments'
import type { CommandOf } from '../commands'
import { overdueSides } from '../dispute'
import type { AfterSaleEvent } from '../events'
import { policyOf } from '../policy'
import { type Refusal, refuse } from '../refusals'
import { findTextFault } from '../text'
import { finalOf } from './dispute'

const HOUR = 60 * 60 * 1000

/** R4.3 A side gives evidence, more than once if it likes; "done" closes it. */
export const submitEvidence: Act<CommandOf<'submitEvidence'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: ['IN_DISPUTE'],
  misfit: (state, { role }) => (state.dispute ? closedFor(state, role) : null),
  clause: 'R4.3',
  lacks: (state, { role }) => (isOpenFor(state, role) ? null : closedFor(state, role)),
  decide(state, command, context) {
    const policy = policyOf(state.policyVersion)
    const attachmentIds = namedAttachments(command)
    const text = command.text?.trim() || null
    const gives = text !== null || attachmentIds.length > 0
    if (!gives && !command.done) return refuse({ code: 'evidenceEmpty', clause: 'R4.3', path: 'text' })
    const fault =
      findTextFault(text ?? '', { min: 0, ...policy.evidenceText }, 'text', 'R4.3') ??
      findAttachmentFault(attachmentIds, policy, context.usableAttachments)
    if (fault) return refuse(fault)
    const side = partyOf(context.actor.role)
    const given = record(context, 'EvidenceSubmitted', 'R4.3', {
      id: context.newId,
      side,
      text,
      attachmentIds: [...attachmentIds],
    })
    const done = record(context, 'EvidenceDone', 'R4.3', { side })
    return accept(...(gives ? [given] : []), ...(command.done ? [done] : []))
  },
}

/** R4.4 Support asks one side or both for more, before it rules: those sides are open again until then. */
export const requestEvidence: Act<CommandOf<'requestEvidence'>> = {
  by: ['SUPPORT'],
  in: ['IN_DISPUTE'],
  misfit: (state) => finalOf(state, 'R4.5'),
  clause: 'R4.4',
  decide(state, { from, dueInHours, note }, context) {
    const policy = policyOf(state.policyVersion)
    const { min, max } = policy.evidenceRequestHours
    if (!Number.isInteger(dueInHours) || dueInHours < min || dueInHours > max)
      return refuse({ code: 'evidenceRequestHours', clause: 'R4.4', path: 'dueInHours', min, max })
    const fault = findTextFault(note, policy.supportText, 'note', 'R4.4')
    if (fault) return refuse(fault)
    const dueAt = context.now + dueInHours * HOUR
    return accept(record(context, 'EvidenceRequested', 'R4.4', { sides: [...new Set(from)], dueAt, note: note.trim() }))
  },
}

/** R4.3 The time of a side, or of both, is over. */
export function expireEvidence(state: AfterSale, context: Context): AfterSaleEvent[] {
  const { dispute } = state
  const sides = overdueSides(dispute, context.now)
  if (!dispute || sides.length === 0) return []
  const last = Math.max(...sides.map((side) => dispute.evidence[side].dueAt))
  return [record(context, 'EvidenceExpired', 'R4.3', { sides }, last)]
}

function isOpenFor({ dispute }: AfterSale, role: ActorRole): boolean {
  const side = sideOf(role)
  return side !== null && dispute?.evidence[side].open === true
}

function closedFor({ dispute }: AfterSale, role: ActorRole): Refusal {
  const side = partyOf(role)
  return { code: 'evidenceClosed', clause: 'R4.3', side, dueAt: dispute?.evidence[side].dueAt ?? null }
}

function partyOf(role: ActorRole): Side {
  const side = sideOf(role)
  if (!side) throw new Error(`${role} is no party to a dispute`)
  return side
}
