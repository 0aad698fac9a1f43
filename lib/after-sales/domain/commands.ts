import type {
  AfterSaleType,
  ApplicationReason,
  ContactChannel,
  ContactOutcome,
  RejectionReason,
  Side,
} from './after-sale'
import type { DisputeReason, Liability, RulingOutcome } from './dispute'
import type { ExchangeKind, RecordedStep } from './service'

/** What is asked for of a line; what refunds names an amount in fen, what is served carries none (R3.2). */
export type AppliedLine = { lineNo: number; quantity: number; amountFen?: number | undefined }

/** R1.1, R2.1, R3.2, R3.4 The buyer's application; it opens a case. */
export type Application = {
  orderNo: string
  type: AfterSaleType
  lines: AppliedLine[]
  reason: ApplicationReason
  description?: string | undefined
  attachmentIds?: string[] | undefined
}

/** What can be done to a case that is there. Imperative; an adapter parses it, `decide` judges it. */
export type Command =
  | { type: 'approve'; returnAddressId?: string | undefined }
  | { type: 'reject'; reasonCode: RejectionReason; text: string }
  | { type: 'confirmReceipt'; note?: string | undefined; attachmentIds?: string[] | undefined }
  | { type: 'submitReturnShipment'; carrier: string; trackingNo: string }
  | { type: 'withdraw' }
  | { type: 'sendMessage'; text: string; attachmentIds?: string[] | undefined }
  | { type: 'readMessages' }
  | { type: 'logContact'; channel: ContactChannel; outcome: ContactOutcome; note: string }
  | { type: 'proposeService'; kind: ExchangeKind; note: string }
  | { type: 'answerProposal'; accept: boolean; contactId?: string | undefined }
  | {
      type: 'recordServiceStep'
      step: RecordedStep
      note?: string | undefined
      carrier?: string | undefined
      trackingNo?: string | undefined
    }
  | { type: 'openDispute'; reason: DisputeReason; statement: string; attachmentIds?: string[] | undefined }
  | { type: 'withdrawDispute' }
  | { type: 'concedeDispute' }
  | {
      type: 'submitEvidence'
      text?: string | undefined
      attachmentIds?: string[] | undefined
      done?: boolean | undefined
    }
  | { type: 'requestEvidence'; from: Side[]; dueInHours: number; note: string }
  | {
      type: 'ruleDispute'
      liability: Liability
      outcome: RulingOutcome
      amountFen?: number | undefined
      rationale: string
    }
  | { type: 'retryRefund' }
  | { type: 'recordRefundSuccess' }
  | { type: 'recordRefundStuck'; error: string }

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
