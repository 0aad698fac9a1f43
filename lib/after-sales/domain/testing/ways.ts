import type { Actor } from '../after-sale'
import type { Command } from '../commands'
import { mayAct } from '../permissions'
import { RECORDED_STEPS } from '../service'
import { ACTORS, command, WAREHOUSE } from './builders'

/** What can be tried on a case, in each way that matters to where it leads. */
export const WAYS: Command[] = [
  command('approve'),
  command('approve', { returnAddressId: WAREHOUSE.id }),
  command('approve', { returnAddressId: 'address-of-nobody' }),
  command('reject'),
  command('reject'),
  command('reject', { text: '不行' }),
  command('logContact'),
  command('logContact', { outcome: 'NO_ANSWER', note: '' }),
  command('logContact', { note: ' ' }),
  command('submitReturnShipment'),
  command('submitReturnShipment', { trackingNo: 'SF2' }),
  command('confirmReceipt'),
  command('proposeService'),
  command('proposeService', { kind: 'REPAIR' }),
  command('answerProposal'),
  command('answerProposal'),
  command('answerProposal', { accept: false }),
  command('answerProposal', { contactId: 'the last one' }),
  command('answerProposal', { accept: false, contactId: 'the last one' }),
  ...RECORDED_STEPS.map((step) => command('recordServiceStep', { step })),
  ...RECORDED_STEPS.map((step) => command('recordServiceStep', { step, carrier: '顺丰', trackingNo: 'SF3' })),
  command('withdraw'),
  command('sendMessage'),
  command('sendMessage'),
  command('readMessages'),
  command('openDispute'),
  command('submitEvidence'),
  command('submitEvidence', { text: undefined, done: true }),
  command('submitEvidence', { done: true }),
  command('requestEvidence', { from: ['MERCHANT'] }),
  command('requestEvidence'),
  command('withdrawDispute'),
  command('concedeDispute'),
  command('ruleDispute'),
  command('ruleDispute', { amountFen: 1 }),
  command('ruleDispute', { amountFen: 6_000 }),
  command('ruleDispute', { outcome: 'RETURN_THEN_REFUND' }),
  command('ruleDispute', { outcome: 'DISMISS' }),
  command('retryRefund'),
  command('recordRefundSuccess'),
  command('recordRefundStuck'),
]

/** With who may do it at all. */
export const PERMITTED: (readonly [Command, Actor])[] = WAYS.flatMap((way) =>
  ACTORS.filter(({ role }) => mayAct(role, way.type)).map((actor) => [way, actor] as const),
)

/** Of these, what is more than talk. */
export const DECISIVE = PERMITTED.filter(([{ type }]) => type !== 'sendMessage' && type !== 'readMessages')
