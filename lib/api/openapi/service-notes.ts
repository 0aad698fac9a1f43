import { actNote } from './act-note'
import type { OperationName, OperationNote } from './note'
import { AGREED, GOODS, GOODS_CAME, NEW_ONE, PROPOSAL, PROPOSED } from './service-plot'
import { CONTACT_ID } from './story'

type ServiceName = Extract<OperationName, `POST /after-sales/{no}/service-${string}`>

const BUYER = ['PLATFORM'] as const
const MERCHANT = ['AGENT', 'MANAGER'] as const

/** R3 The acts of exchange, repair and the other services. */
export const SERVICE_NOTES = {
  'POST /after-sales/{no}/service-proposal': actNote('service-proposal', {
    id: 'proposeService',
    problems: ['textLength'],
    bodies: { exchange: { summary: 'A new one for the old one', value: { ...PROPOSAL, version: 1 } } },
    shown: { by: 'AGENT', step: PROPOSED, summary: 'The buyer is asked; the clock runs on' },
  }),
  'POST /after-sales/{no}/service-agreement': actNote('service-agreement', {
    id: 'answerServiceProposal',
    problems: ['contactRequired', 'contactUnknown', 'contactNotNeeded'],
    bodies: {
      agreed: { summary: 'The buyer agrees', value: { accept: true }, keys: BUYER },
      declined: { summary: 'The buyer would rather return it', value: { accept: false }, keys: BUYER },
      recorded: { summary: 'He agreed on the phone', value: { accept: true, contactId: CONTACT_ID }, keys: MERCHANT },
    },
    shown: { by: 'PLATFORM', step: AGREED, summary: 'The return is closed; `nextNo` is the exchange' },
  }),
  'POST /after-sales/{no}/service-step': actNote('service-step', {
    id: 'recordServiceStep',
    problems: ['notPermitted', 'textLength', 'waybillIncomplete', 'waybillNotNeeded'],
    bodies: {
      received: { summary: 'The goods came', value: GOODS, keys: MERCHANT },
      sentBack: { summary: 'On their way back', value: NEW_ONE, keys: MERCHANT },
      answered: {
        summary: 'The first answer to a complaint',
        value: { step: 'ANSWERED', note: '已致歉，并安排专人回访。' },
        keys: MERCHANT,
      },
      performed: { summary: 'Done, and nothing to send', value: { step: 'PERFORMED' }, keys: MERCHANT },
      confirmed: { summary: 'The buyer has it', value: { step: 'DONE' }, keys: BUYER },
    },
    shown: { by: 'AGENT', step: GOODS_CAME, summary: 'The goods are with the merchant' },
  }),
} satisfies Record<ServiceName, OperationNote>
