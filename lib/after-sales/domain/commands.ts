import type {
  AfterSaleType,
  ApplicationReason,
  ClaimedLine,
  ContactChannel,
  ContactOutcome,
  RejectionReason,
} from './after-sale'

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
  | { type: 'retryRefund' }
  | { type: 'recordRefundSuccess' }
  | { type: 'recordRefundStuck'; error: string }

export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
