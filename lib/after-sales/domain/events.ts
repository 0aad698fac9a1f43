import type {
  Actor,
  AppliedFor,
  ClaimedLine,
  ContactChannel,
  ContactOutcome,
  RefundOrigin,
  RejectionReason,
  ReturnAddressCopy,
  Side,
} from './after-sale'
import type { Clause } from './clauses'
import type { Instant } from './policy'

/** What a decision records, by type. The data is all that `evolve` needs. */
export type EventData = {
  Applied: AppliedFor
  Approved: { returnAddress: ReturnAddressCopy | null }
  ReviewExpired: { returnAddress: ReturnAddressCopy | null }
  Rejected: { reasonCode: RejectionReason; text: string }
  ReturnShipmentSubmitted: { carrier: string; trackingNo: string }
  ReturnShipmentCorrected: { carrier: string; trackingNo: string }
  ReturnExpired: Record<string, never>
  ReceiptConfirmed: { note: string | null }
  ReceiptExpired: Record<string, never>
  Withdrawn: Record<string, never>
  MessageSent: { id: string; side: Side; text: string }
  MessagesRead: { side: Side }
  ContactLogged: { id: string; channel: ContactChannel; outcome: ContactOutcome; note: string }
  RefundOrdered: { refundNo: string; origin: RefundOrigin; amountFen: number; lines: ClaimedLine[] }
  RefundSucceeded: { refundNo: string; amountFen: number }
  RefundStuck: { refundNo: string; error: string }
  RefundRetried: { refundNo: string }
}

export type EventType = keyof EventData

/** R0.4 `effectiveAt`: when it holds from (an expiry: its deadline); `recordedAt`: when it was decided. */
export type EventOf<T extends EventType> = {
  type: T
  actor: Actor
  clause: Clause
  effectiveAt: Instant
  recordedAt: Instant
  data: EventData[T]
}
export type AfterSaleEvent = { [T in EventType]: EventOf<T> }[EventType]
