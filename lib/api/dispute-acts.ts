import { commandSchemas, versionSchema } from '@/lib/after-sales/commands'
import { type ActForm, form } from './act-form'

const seen = { version: versionSchema }
const { openDispute, submitEvidence, requestEvidence, withdrawDispute, concedeDispute, ruleDispute } = commandSchemas

/** R4 The acts of a dispute, `POST /after-sales/{no}/<path>`. */
export const DISPUTE_ACTS = {
  dispute: form(
    'openDispute',
    'Ask the platform to step in',
    'The clock stands still and both sides are asked for evidence (R4.1, R4.2, R4.3). The buyer can do it for 7 days after a rejection, too, while nobody has applied anew. One dispute per case.',
    openDispute.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'openDispute', ...fields } }),
  ),
  'dispute/evidence': form(
    'submitEvidence',
    'Give evidence',
    'For the side of the key, as often as it likes until its `dueAt`; `done` closes it before (R4.3).',
    submitEvidence.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'submitEvidence', ...fields } }),
  ),
  'dispute/evidence-request': form(
    'requestEvidence',
    'Ask for more evidence',
    'For support: the sides that are asked are open again, with a new deadline; the other one stays as it is (R4.4).',
    requestEvidence.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'requestEvidence', ...fields } }),
  ),
  'dispute/withdraw': form(
    'withdrawDispute',
    'Take a dispute back',
    'For the side that opened it: the case goes on where it stood, with what was left of its clock (R4.2).',
    withdrawDispute.extend(seen),
    ({ version }) => ({ version, command: { type: 'withdrawDispute' } }),
  ),
  'dispute/concede': form(
    'concedeDispute',
    'Concede',
    'For the merchant, until the ruling: the money goes back, or the goods first where they are still with the buyer (R4.6).',
    concedeDispute.extend(seen),
    ({ version }) => ({ version, command: { type: 'concedeDispute' } }),
  ),
  'dispute/ruling': form(
    'ruleDispute',
    'Rule',
    'For support, once, when both sides are heard. `amountFen` only with the outcome `REFUND`: part of the amount; the whole without it. Of a service, which has none, it is required: up to what is left of its lines. Final (R4.5).',
    ruleDispute.extend(seen),
    ({ version, ...fields }) => ({ version, command: { type: 'ruleDispute', ...fields } }),
  ),
} satisfies Record<string, ActForm>
