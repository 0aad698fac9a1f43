import type {
  Actor,
  AppliedFor,
  ClaimedLine,
  ContactChannel,
  ContactOutcome,
  DeadlineKind,
  RefundOrigin,
  RejectionReason,
  ReturnAddressCopy,
  Side,
} from './after-sale'
import type { Clause } from './clauses'
import type { Instant } from './policy'

/** What a decision records, by type. The data is all that `evolve` needs; files are on record only, with the event. */
export type EventData = {
  Applied: AppliedFor & { attachmentIds: string[] }
  Approved: { returnAddress: ReturnAddressCopy | null }
  ReviewExpired: { returnAddress: ReturnAddressCopy | null }
  Rejected: { reasonCode: RejectionReason; text: string }
  ReturnShipmentSubmitted: { carrier: string; trackingNo: string }
  ReturnShipmentCorrected: { carrier: string; trackingNo: string }
  ReturnExpired: Record<string, never>
  ReceiptConfirmed: { note: string | null; attachmentIds: string[] }
  ReceiptExpired: Record<string, never>
  Withdrawn: Record<string, never>
  DeadlineSoon: { kind: DeadlineKind; dueAt: Instant; beforeMs: number }
  MessageSent: { id: string; side: Side; text: string; attachmentIds: string[] }
  MessagesRead: { side: Side }
  ContactLogged: { id: string; channel: ContactChannel; outcome: ContactOutcome; note: string }
  RefundOrdered: { refundNo: string; origin: RefundOrigin; amountFen: number; lines: ClaimedLine[] }
  RefundSucceeded: { refundNo: string; amountFen: number }
  RefundStuck: { refundNo: string; error: string }
  RefundRetried: { refundNo: string }
}

export type EventType = keyof EventData

/** R0.4 `effectiveAt`: when it holds from (what the clock did: the instant it was for); `recordedAt`: when it was decided. */
export type EventOf<T extends EventType> = {
  type: T
  actor: Actor
  clause: Clause
  effectiveAt: Instant
  recordedAt: Instant
  data: EventData[T]
}
export type AfterSaleEvent = { [T in EventType]: EventOf<T> }[EventType]
