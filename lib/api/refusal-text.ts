import type { MissingContact, Refusal } from '@/lib/after-sales/domain/refusals'
import type { RecordedStep } from '@/lib/after-sales/domain/service'
import { explainDisputeRefusal } from './dispute-refusal-text'
import { iso } from './iso'
import { explainServiceRefusal } from './service-refusal-text'

export type Explanation = { title: string; detail: string; more?: Record<string, unknown> }

const MISSING_CONTACT: { [M in MissingContact]: string } = {
  NO_CONTACT: 'no message was read and no contact that reached the buyer was logged since this application was opened',
  MESSAGE_UNREAD: 'the buyer has not read the message yet',
  NOT_REACHED: 'the logged contact did not reach the buyer',
  AGREEMENT: 'no contact that reached the buyer was logged since the proposal',
}

const NEEDS_CONTACT = {
  'R1.3': 'A rejection needs a buyer who has been talked to',
  'R3.1': 'The merchant can say what the buyer answered once he has talked to him',
}

/** A refusal in English sentences, with the values that a caller may want to act on. */
export function explainRefusal(refusal: Refusal): Explanation {
  switch (refusal.code) {
    case 'notPermitted':
      return { title: 'Not permitted', detail: 'This key has not the role for it.' }
    case 'notAllowedInStatus':
      return {
        title: 'Does not fit the status',
        detail: `The case is ${refusal.status}; ${refusal.act} does not fit${stepsInWords(refusal.steps)}.`,
        more: { caseStatus: refusal.status, ...(refusal.steps && { steps: refusal.steps }) },
      }
    case 'deadlinePassed':
      return {
        title: 'The deadline has passed',
        detail: `The ${refusal.kind} deadline passed before this came; the case is ${refusal.status} now.`,
        more: { deadline: refusal.kind, caseStatus: refusal.status },
      }
    case 'versionConflict':
      return {
        title: 'The case has changed',
        detail: `The case is at version ${refusal.version} by now: read it again and decide anew.`,
        more: { version: refusal.version },
      }
    case 'contactRequired':
      return {
        title: 'The buyer has to be talked to first',
        detail: `${NEEDS_CONTACT[refusal.clause]}: ${MISSING_CONTACT[refusal.missing]}.`,
        more: {
          missing: refusal.missing,
          since: iso(refusal.since),
        },
      }
    case 'returnAddressRequired':
      return { title: 'A return address is missing', detail: 'The shop has no return address to send the goods to.' }
    case 'returnAddressUnknown':
      return { title: 'Unknown return address', detail: 'The shop has no return address with this id.' }
    case 'returnAddressNotNeeded':
      return { title: 'No return address needed', detail: 'Nothing is sent back on a REFUND_ONLY case.' }
    case 'rejectionTextLength':
      return {
        title: 'The text is too short or too long',
        detail: `The text of a rejection has ${refusal.min} to ${refusal.max} characters.`,
      }
    case 'contactNoteRequired':
      return { title: 'A note is missing', detail: 'A contact that reached the buyer says what was said.' }
    case 'attachmentUnknown':
      return {
        title: 'Unknown attachment',
        detail: 'There is no such file that this side may use here: upload it first; one case uses a file.',
      }
    case 'attachmentsTooMany':
      return { title: 'Too many attachments', detail: `A submission has at most ${refusal.max} files.` }
    case 'openCaseExists':
      return {
        title: 'The order line is occupied',
        detail: `Case ${refusal.no} is still open on line ${refusal.lineNo}.`,
        more: { no: refusal.no, lineNo: refusal.lineNo },
      }
    case 'refundExceedsPaid':
      return {
        title: 'More than was paid',
        detail: `Of ${refusal.lineNo === null ? 'the case' : `line ${refusal.lineNo}`}, ${refusal.leftFen} fen are left to refund.`,
        more: { ...(refusal.lineNo === null ? {} : { lineNo: refusal.lineNo }), leftFen: refusal.leftFen },
      }
    case 'disputeFinal':
    case 'disputePeriodOver':
    case 'evidenceClosed':
    case 'evidenceOpen':
    case 'evidenceEmpty':
    case 'textLength':
    case 'evidenceRequestHours':
    case 'returnNotPossible':
      return explainDisputeRefusal(refusal)
    case 'contactUnknown':
    case 'contactNotNeeded':
    case 'waybillIncomplete':
    case 'waybillNotNeeded':
    case 'afterSalesPeriodOver':
    case 'amountNotNeeded':
    case 'amountRequired':
      return explainServiceRefusal(refusal)
    case 'orderLineUnknown':
      return { title: 'Unknown order line', detail: `The order has no line ${refusal.lineNo}.` }
    case 'orderLineRepeated':
      return { title: 'An order line twice', detail: `Line ${refusal.lineNo} is named more than once.` }
    case 'quantityExceedsBought':
      return { title: 'More than was bought', detail: `Only ${refusal.bought} were bought.` }
  }
}

/** What could be recorded of a service instead. */
function stepsInWords(steps: readonly RecordedStep[] | undefined): string {
  if (!steps) return ''
  return steps.length === 0 ? ', and nothing can be recorded now' : `; next comes ${steps.join(' or ')}`
}
