import type { RefusalCode } from '@/lib/after-sales/domain/refusals'

type Meaning = { status: number; means: string }

/** What `decide` refuses; those with a path of the request are its fault (422), the rest is refused by what stands. */
const OF_REFUSALS = {
  notPermitted: { status: 403, means: 'The key has not the role for it.' },
  notAllowedInStatus: { status: 409, means: 'The case is in a status that this does not fit.' },
  deadlinePassed: { status: 409, means: 'It would have fitted, but the deadline passed before it came.' },
  versionConflict: { status: 409, means: 'Somebody decided meanwhile; `version` is the present one.' },
  contactRequired: {
    status: 409,
    means: 'The buyer has to be talked to first; `missing` says what is still to be done, `since` since when.',
  },
  returnAddressRequired: { status: 409, means: 'The shop has no return address.' },
  returnAddressUnknown: { status: 422, means: 'The shop has no return address with this id.' },
  returnAddressNotNeeded: { status: 422, means: 'Nothing is sent back on a `REFUND_ONLY` case.' },
  rejectionTextLength: { status: 422, means: 'The text of the rejection is too short or too long.' },
  contactNoteRequired: { status: 422, means: 'A contact that reached the buyer says what was said.' },
  attachmentUnknown: { status: 422, means: 'A file is not there, or not yours to attach to this case.' },
  attachmentsTooMany: { status: 422, means: 'The case has no room for so many files.' },
  openCaseExists: { status: 409, means: 'A case is open on the order line; `no` is its number.' },
  refundExceedsPaid: { status: 409, means: 'More than what is left of what was paid; `leftFen` is left.' },
  contactUnknown: { status: 422, means: 'No such contact has reached the buyer since the proposal.' },
  contactNotNeeded: { status: 422, means: 'The buyer answers himself, without a contact.' },
  waybillIncomplete: { status: 422, means: 'A waybill has a carrier and a number.' },
  waybillNotNeeded: { status: 422, means: 'Nothing is sent in this step.' },
  afterSalesPeriodOver: {
    status: 409,
    means: 'The line can be exchanged or repaired no more; `until` says since when, `lineNo` which.',
  },
  disputeFinal: {
    status: 409,
    means:
      'The dispute is over, and nothing comes after it: no second one, no new ruling; after a dismissal no new case on the line.',
  },
  disputePeriodOver: { status: 409, means: 'The rejection is too long ago to be disputed; `until` says since when.' },
  evidenceClosed: { status: 409, means: 'This side’s time for evidence is over, or it said that it is done.' },
  evidenceOpen: { status: 409, means: 'A side may still give evidence, until `dueAt`: it is too early to rule.' },
  evidenceEmpty: { status: 422, means: 'Neither words, nor files, nor `done`.' },
  textLength: { status: 422, means: 'A text is too short or too long.' },
  evidenceRequestHours: { status: 422, means: 'The time that is given for more evidence is too short or too long.' },
  returnNotPossible: { status: 422, means: 'Only the goods of a `RETURN_REFUND` case can come back first.' },
  amountNotNeeded: {
    status: 422,
    means: 'Only the outcome `REFUND` has an amount, and of an application only what refunds.',
  },
  amountRequired: { status: 422, means: 'What to refund of a service only an amount can say.' },
  orderLineUnknown: { status: 422, means: 'The order has no such line.' },
  orderLineRepeated: { status: 422, means: 'An order line is named twice.' },
  quantityExceedsBought: { status: 422, means: 'More than was bought.' },
} satisfies { [C in RefusalCode]: Meaning }

export const REFUSAL_CODES = Object.keys(OF_REFUSALS) as RefusalCode[]

/** Every `code` that a problem can have, with its status: nothing else can be answered, and the document lists it all. */
export const PROBLEMS = {
  invalidJson: { status: 400, means: 'The body is not JSON in UTF-8.' },
  malformedMultipart: { status: 400, means: 'The body is not whole `multipart/form-data`.' },
  unauthenticated: { status: 401, means: 'No key, or one that is unknown or revoked.' },
  notFound: { status: 404, means: 'There is no such thing, or it is not yours to see.' },
  methodNotAllowed: { status: 405, means: 'The path is there, the method is not; see `Allow`.' },
  idempotencyInProgress: { status: 409, means: 'The first request with this `Idempotency-Key` is still under way.' },
  orderBelongsToOtherShop: { status: 409, means: 'The order number is another shop’s.' },
  orderLinesFrozen: { status: 409, means: 'A case was opened on the order: its lines stay.' },
  orderBuyerFrozen: { status: 409, means: 'A case was opened on the order: its buyer stays.' },
  tooManyEndpoints: { status: 409, means: 'There are as many webhook endpoints as there may be.' },
  deliveryPending: { status: 409, means: 'The webhook waits for its turn already.' },
  bodyTooLarge: { status: 413, means: 'The body has more bytes than are taken.' },
  fileTooLarge: { status: 413, means: 'The file has more than 10 MB.' },
  unsupportedMediaType: { status: 415, means: 'The body is not of a type that is taken.' },
  invalidRequest: { status: 422, means: 'Faults of shape or value; `errors` names each by its path.' },
  imageTooLarge: { status: 422, means: 'The image has more than 50 million pixels.' },
  imageUnreadable: { status: 422, means: 'The image is broken or cut short.' },
  pdfUnreadable: { status: 422, means: 'The document is broken, or encrypted.' },
  tooManyRequests: { status: 429, means: 'The key has used up its minute; `Retry-After` says when to come again.' },
  idempotencyMismatch: { status: 422, means: 'The `Idempotency-Key` was used for a request with another body.' },
  internalError: { status: 500, means: 'A defect of ours; `requestId` names it in our log.' },
  ...OF_REFUSALS,
} satisfies Record<string, Meaning>

export type ProblemCode = keyof typeof PROBLEMS
