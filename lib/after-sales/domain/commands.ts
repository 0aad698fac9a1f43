import type {
  AfterSaleType,
  ApplicationReason,
  ClaimedLine,
  ContactChannel,
  ContactOutcome,
  RejectionReason,
  Side,
} from './after-sale'
import type { DisputeReason, Liability, RulingOutcome } from './dispute'

/** R1.1, R2.1 The buyer's application; it opens a case. */
export type Application = {
  orderNo: string
  type: AfterSaleType
  lines: ClaimedLine[]
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
