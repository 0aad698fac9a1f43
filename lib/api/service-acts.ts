import { commandSchemas, versionSchema } from '@/lib/after-sales/commands'
import { type ActForm, form } from './act-form'

const seen = { version: versionSchema }
const { proposeService, answerProposal, recordServiceStep } = commandSchemas

/** R3 The acts of exchange, repair and the other services, `POST /after-sales/{no}/<path>`. */
export const SERVICE_ACTS = {
  'service-proposal': form(
    'proposeService',
    'Propose an exchange or a repair',
    'For the merchant, instead of a return whose goods are still with the buyer; the clock keeps running. A new one replaces the one before (R3.1).',
    proposeService.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'proposeService', ...fields } }),
  ),
  'service-agreement': form(
    'answerProposal',
    'Answer the proposal',
    'For the buyer; or for the merchant with `contactId`, the contact that reached the buyer since the proposal and got his answer. `accept` closes the return and opens a service case in its place, `nextNo`; without it the return goes on (R3.1).',
    answerProposal.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'answerProposal', ...fields } }),
  ),
  'service-step': form(
    'recordServiceStep',
    'Record a step of a service',
    'Of an exchange or a repair `GOODS_RECEIVED`, then `SENT_BACK` or, where nothing is sent back, `PERFORMED` (R3.3); of the other services `ANSWERED`, then `PERFORMED` (R3.4). `DONE` is for the buyer to say, the others for the merchant. Only goods that are sent have a waybill: `GOODS_RECEIVED` and `SENT_BACK`.',
    recordServiceStep.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'recordServiceStep', ...fields } }),
  ),
} satisfies Record<string, ActForm>
