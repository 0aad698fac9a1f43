import { type Act, accept, type Context, record } from '../act'
import { type ActorRole, type AfterSale, type AfterSaleType, sideOf } from '../after-sale'
import type { CommandOf } from '../commands'
import type { AfterSaleEvent, EventData, EventOf } from '../events'
import { CURRENT_POLICY, type Instant, policyOf } from '../policy'
import { type Refusal, refuse } from '../refusals'
import { directionOf, isExchangeKind, isServiceType, nextSteps, type Proposal, type RecordedStep } from '../service'
import { findTextFault } from '../text'

/** R3.1 The merchant proposes an exchange or a repair instead of the return; a new one replaces the one before. */
export const proposeService: Act<CommandOf<'proposeService'>> = {
  by: ['AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW', 'AWAITING_RETURN'],
  when: isNegotiable,
  fitted: isNegotiable,
  clause: 'R3.1',
  decide(state, { kind, note }, context) {
    const fault = findTextFault(note, policyOf(state.policyVersion).proposalNote, 'note', 'R3.1')
    return fault ? refuse(fault) : accept(record(context, 'ServiceProposed', 'R3.1', { kind, note: note.trim() }))
  },
}

/** R3.1 The buyer answers a proposal, or the merchant records the answer that a contact got. */
export const answerProposal: Act<CommandOf<'answerProposal'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: ['PENDING_REVIEW', 'AWAITING_RETURN'],
  when: (state) => proposalOf(state) !== null,
  fitted: isNegotiable,
  clause: 'R3.1',
  opensCase: true,
  lacks(state, { role }) {
    const proposal = proposalOf(state)
    if (role === 'BUYER' || !proposal || proposal.contactIds.length > 0) return null
    return { code: 'contactRequired', clause: 'R3.1', missing: 'AGREEMENT', since: proposal.at }
  },
  decide(state, { accept: agreed, contactId }, context) {
    const proposal = proposalOf(state)
    if (!proposal) throw new Error(`nothing is proposed on case ${state.no}`)
    const fault = findContactFault(proposal, contactId, context.actor.role)
    if (fault) return refuse(fault)
    const answer = { kind: proposal.kind, contactId: contactId ?? null }
    if (!agreed) return accept(record(context, 'ServiceRefused', 'R3.1', answer))
    const opens = openAgreed(state, proposal, context)
    const event = record(context, 'ServiceAgreed', 'R3.1', { ...answer, serviceNo: opens.data.no })
    return { ok: true, events: [event], opens }
  },
}

/** R3.3, R3.4 The merchant's steps, one after the other, and the buyer's confirmation. */
export const recordServiceStep: Act<CommandOf<'recordServiceStep'>> = {
  by: ['BUYER', 'AGENT', 'MANAGER'],
  in: ['IN_SERVICE'],
  mayAsk: ({ step }, role) => isStepOf(step, role),
  when: (state, { role }) => stepsFor(state, role).length > 0,
  // what waits for its end waits for the buyer
  fitted: (_state, { role }) => role === 'BUYER',
  misfit: (state) => misstepOf(state),
  clause: 'R3.3',
  decide(state, command, context) {
    const { step } = command
    if (!nextStepsOf(state).includes(step)) return refuse(misstepOf(state))
    const fault = findNoteFault(state, command) ?? findWaybillFault(command)
    if (fault) return refuse(fault)
    const note = command.note?.trim() || null
    if (step === 'DONE') return accept(record(context, 'ServiceConfirmed', 'R3.3', { note }))
    const { carrier, trackingNo } = command
    const shipment = carrier !== undefined && trackingNo !== undefined ? { carrier, trackingNo } : null
    return accept(record(context, 'ServiceStepRecorded', clauseOf(state), { step, note, shipment }))
  },
}

/** R3.3 The buyer said nothing in time: it is done. */
export function expireService(dueAt: Instant, context: Context): AfterSaleEvent[] {
  return [record(context, 'ServiceExpired', 'R3.3', {}, dueAt)]
}

/** What this role can record of the service next. */
export function stepsFor(state: Pick<AfterSale, 'status' | 'service'>, role: ActorRole): RecordedStep[] {
  return nextStepsOf(state).filter((step) => isStepOf(step, role))
}

/** The proposal that waits for an answer; a service case keeps the one it came from. */
export function proposalOf({ service }: Pick<AfterSale, 'service'>): Proposal | null {
  return service?.step === null ? service.proposal : null
}

type Sent = CommandOf<'recordServiceStep'>

function findNoteFault(state: AfterSale, { note = '' }: Sent): Refusal | null {
  return findTextFault(note, { min: 0, ...policyOf(state.policyVersion).serviceNote }, 'note', clauseOf(state))
}

/** A waybill is whole, and only of what was sent. */
function findWaybillFault({ step, carrier, trackingNo }: Sent): Refusal | null {
  const named = carrier !== undefined ? 'carrier' : 'trackingNo'
  if (carrier === undefined && trackingNo === undefined) return null
  if (directionOf(step) === null) return { code: 'waybillNotNeeded', clause: 'R3.3', path: named }
  if (carrier !== undefined && trackingNo !== undefined) return null
  return { code: 'waybillIncomplete', clause: 'R3.3', path: carrier === undefined ? 'carrier' : 'trackingNo' }
}

function findContactFault(proposal: Proposal, contactId: string | undefined, role: ActorRole): Refusal | null {
  if (role === 'BUYER')
    return contactId === undefined ? null : { code: 'contactNotNeeded', clause: 'R3.1', path: 'contactId' }
  const known = contactId !== undefined && proposal.contactIds.includes(contactId)
  return known ? null : { code: 'contactUnknown', clause: 'R3.1', path: 'contactId' }
}

/** The service case that takes the return's place, on the same lines. */
function openAgreed(state: AfterSale, proposal: Proposal, context: Context): EventOf<'Applied'> {
  if (context.newNo === undefined) throw new Error(`no number for the service that case ${state.no} leads to`)
  const { shopId, orderNo, buyerId, currency, reason, description } = state
  const data: EventData['Applied'] = {
    no: context.newNo,
    shopId,
    orderNo,
    buyerId,
    type: proposal.kind,
    lines: state.lines.map((line) => ({ ...line, amountFen: 0 })),
    amountFen: 0,
    currency,
    reason,
    description,
    attempt: 1,
    previousNo: state.no,
    originalNo: state.no,
    proposal,
    // R0.6 a case of its own, opened now
    policyVersion: CURRENT_POLICY.version,
    attachmentIds: [],
  }
  return record(context, 'Applied', 'R3.1', data)
}

/** R3.1 Of a return; R4.5 what was ruled is not bargained over again. */
function isNegotiable({ type, dispute }: AfterSale): boolean {
  return type === 'RETURN_REFUND' && !dispute?.ruling
}

/** DONE is the buyer's to say, the others are the merchant's. */
function isStepOf(step: RecordedStep, role: ActorRole): boolean {
  return sideOf(role) === (step === 'DONE' ? 'BUYER' : 'MERCHANT')
}

/** What follows, whoever records it; nothing while the platform decides or once it is over. */
function nextStepsOf({ status, service }: Pick<AfterSale, 'status' | 'service'>): RecordedStep[] {
  return service && status === 'IN_SERVICE' ? nextSteps(service) : []
}

function misstepOf(state: AfterSale): Refusal {
  return {
    code: 'notAllowedInStatus',
    clause: clauseOf(state),
    act: 'recordServiceStep',
    status: state.status,
    steps: nextStepsOf(state),
  }
}

function clauseOf({ type }: { type: AfterSaleType }): 'R3.3' | 'R3.4' {
  return isServiceType(type) && !isExchangeKind(type) ? 'R3.4' : 'R3.3'
}
