import { describe, expect, test } from 'vitest'
import { ACTOR_ROLES, type ActorRole, waitingOn } from './after-sale'
import type { Command, CommandType } from './commands'
import { mayAct } from './permissions'
import { ACTORS, agent, buyer, COMMAND_TYPES, command, manager } from './testing/builders'
import {
  answered,
  awaitingReceipt,
  awaitingReturn,
  aware,
  complaint,
  disputed,
  exchange,
  performed,
  proposed,
  REACHED_BY,
  reached,
  received,
  refunded,
  refunding,
  refundOnly,
  rejected,
  returning,
  sentBack,
  stuck,
  underReview,
  withdrawn,
} from './testing/cases'

/** The table of the rules, and a case in which the act fits; where it is another for the buyer, his. */
const WHO: { [T in CommandType]: [by: ActorRole[], fitting: typeof refundOnly, ofBuyer?: typeof refundOnly] } = {
  approve: [['AGENT', 'MANAGER'], refundOnly],
  reject: [['AGENT', 'MANAGER'], aware],
  confirmReceipt: [['AGENT', 'MANAGER'], awaitingReceipt],
  logContact: [['AGENT', 'MANAGER'], refundOnly],
  proposeService: [['AGENT', 'MANAGER'], returning],
  answerProposal: [['BUYER', 'AGENT', 'MANAGER'], reached],
  recordServiceStep: [['BUYER', 'AGENT', 'MANAGER'], exchange, sentBack],
  submitReturnShipment: [['BUYER'], awaitingReturn],
  withdraw: [['BUYER'], refundOnly],
  sendMessage: [['BUYER', 'AGENT', 'MANAGER'], refundOnly],
  readMessages: [['BUYER', 'AGENT', 'MANAGER'], refundOnly],
  openDispute: [['BUYER', 'AGENT', 'MANAGER'], refundOnly],
  submitEvidence: [['BUYER', 'AGENT', 'MANAGER'], disputed],
  requestEvidence: [['SUPPORT'], disputed],
  withdrawDispute: [['BUYER', 'AGENT', 'MANAGER'], refundOnly.did(agent, command('openDispute')), disputed],
  concedeDispute: [['AGENT', 'MANAGER'], disputed],
  ruleDispute: [['SUPPORT'], underReview],
  retryRefund: [['MANAGER', 'SUPPORT'], stuck],
  recordRefundSuccess: [['SYSTEM'], refunding],
  recordRefundStuck: [['SYSTEM'], refunding],
}
const everyRole = COMMAND_TYPES.flatMap((type) =>
  ACTORS.map((actor) => {
    const allowed = WHO[type][0].includes(actor.role)
    return [actor.role, allowed ? 'may' : 'may not', type, actor, allowed] as const
  }),
)

/** What a role says with it, where that is not the same for all. */
function said(role: ActorRole, type: CommandType): Command {
  if (type === 'recordServiceStep' && role === 'BUYER') return command(type, { step: 'DONE' })
  if (type === 'answerProposal' && role !== 'BUYER') return command(type, { contactId: REACHED_BY })
  return command(type)
}

describe('who may do what', () => {
  test.each(everyRole)('%s %s %s', (role, _may, type, actor, allowed) => {
    const [, byMerchant, byBuyer] = WHO[type]
    const fitting = (role === 'BUYER' && byBuyer) || byMerchant
    const tried = fitting.when(actor, said(role, type))
    expect(mayAct(role, type)).toBe(allowed)
    if (allowed) expect(tried.refusal).toBeNull()
    else tried.thenRefused('notPermitted', undefined, { act: type }).thenState(fitting.state)
  })

  test.each(everyRole.filter(([, , , , allowed]) => !allowed))(
    '%s %s %s, which comes before whether it fits',
    (_role, _may, type, actor) => {
      withdrawn.when(actor, command(type)).thenRefused('notPermitted')
    },
  )

  test('covers every role there is', () => {
    expect(ACTORS.map(({ role }) => role)).toEqual([...ACTOR_ROLES])
  })
})

describe('who a case waits for', () => {
  test.each([
    ['a refund to review', 'MERCHANT', refundOnly],
    ['a return to review', 'MERCHANT', returning],
    ['a proposal to answer', 'MERCHANT', proposed],
    ['a return to be sent', 'BUYER', awaitingReturn],
    ['a return on its way', 'MERCHANT', awaitingReceipt],
    ['an exchange', 'MERCHANT', exchange],
    ['an exchange, the goods received', 'MERCHANT', received],
    ['an exchange, sent back', 'BUYER', sentBack],
    ['a complaint', 'MERCHANT', complaint],
    ['a complaint, answered', 'MERCHANT', answered],
    ['a complaint, dealt with', 'BUYER', performed],
    ['a service in dispute', 'PLATFORM', sentBack.did(agent, command('openDispute'))],
    ['a service that is done', null, sentBack.did(buyer, command('recordServiceStep', { step: 'DONE' }))],
    ['a dispute', 'PLATFORM', disputed],
    ['a refund ordered', 'GATEWAY', refunding],
    ['a refund stuck', 'PLATFORM', stuck],
    ['a refund retried', 'GATEWAY', stuck.did(manager, command('retryRefund'))],
    ['money that is back', null, refunded],
    ['a rejection', null, rejected],
    ['a withdrawal', null, withdrawn],
  ])('%s: %s', (_what, party, { state }) => {
    expect(waitingOn(state)).toBe(party)
  })
})
