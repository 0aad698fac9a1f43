import { actNote } from './act-note'
import type { OperationName, OperationNote } from './note'
import {
  ANSWER,
  ANSWERED,
  ASKED,
  CONCEDED,
  DISPUTE,
  DISPUTED,
  EVIDENCE,
  GIVEN_UP,
  REQUEST,
  RULED,
  RULING,
} from './plot'

type DisputeName = Extract<OperationName, `POST /after-sales/{no}/dispute${string}`>

const EMPTY = { any: { summary: 'Whatever anybody decided meanwhile', value: {} } }
const { amountFen: _, ...WHOLE } = RULING

/** R4 The acts of a dispute. */
export const DISPUTE_NOTES = {
  'POST /after-sales/{no}/dispute': actNote('dispute', {
    id: 'openDispute',
    problems: ['disputeFinal', 'disputePeriodOver', 'textLength', 'attachmentUnknown', 'attachmentsTooMany'],
    bodies: { disagreement: { summary: 'The goods came back used, with a photo', value: DISPUTE } },
    shown: { by: 'AGENT', step: DISPUTED, summary: 'The clock stands still, both sides are asked for evidence' },
  }),
  'POST /after-sales/{no}/dispute/evidence': actNote('dispute/evidence', {
    id: 'submitEvidence',
    problems: ['evidenceClosed', 'evidenceEmpty', 'textLength', 'attachmentUnknown', 'attachmentsTooMany'],
    bodies: {
      all: { summary: 'Words, and that this is all', value: ANSWER },
      photo: { summary: 'A photo, more to come', value: EVIDENCE },
    },
    shown: { by: 'PLATFORM', step: ANSWERED, summary: 'The buyer is heard' },
  }),
  'POST /after-sales/{no}/dispute/evidence-request': actNote('dispute/evidence-request', {
    id: 'requestEvidence',
    problems: ['disputeFinal', 'evidenceRequestHours', 'textLength'],
    bodies: { more: { summary: 'Of the buyer, within a day', value: REQUEST } },
    shown: { by: 'PLATFORM', step: ASKED, summary: 'The buyer may give evidence again' },
  }),
  'POST /after-sales/{no}/dispute/withdraw': actNote('dispute/withdraw', {
    id: 'withdrawDispute',
    problems: ['disputeFinal', 'notPermitted'],
    bodies: EMPTY,
    shown: { by: 'AGENT', step: GIVEN_UP, summary: 'The case goes on, with what was left of its clock' },
  }),
  'POST /after-sales/{no}/dispute/concede': actNote('dispute/concede', {
    id: 'concedeDispute',
    problems: ['disputeFinal', 'returnAddressRequired'],
    bodies: EMPTY,
    shown: { by: 'AGENT', step: CONCEDED, summary: 'The refund is ordered' },
  }),
  'POST /after-sales/{no}/dispute/ruling': actNote('dispute/ruling', {
    id: 'ruleDispute',
    problems: [
      'disputeFinal',
      'evidenceOpen',
      'refundExceedsPaid',
      'returnNotPossible',
      'amountNotNeeded',
      'amountRequired',
      'textLength',
    ],
    bodies: {
      part: { summary: 'Part of the amount', value: RULING },
      whole: { summary: 'The whole amount', value: { ...WHOLE, liability: 'MERCHANT' } },
      dismissed: { summary: 'Nothing', value: { ...WHOLE, liability: 'BUYER', outcome: 'DISMISS' } },
    },
    shown: { by: 'PLATFORM', step: RULED, summary: 'The refund that was ruled is ordered' },
  }),
} satisfies Record<DisputeName, OperationNote>
