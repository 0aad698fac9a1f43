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
import type { DisputeReason, Liability, RulingOutcome } from './dispute'
import type { InstantCondition, InstantMeasures } from './instant-refund'
import type { Instant } from './policy'
import type { ExchangeKind, Proposal, RecordedStep } from './service'

/** What a decision records, by type. The data is all that `evolve` needs; files are on record only, with the event. */
export type EventData = {
  /** `originalNo`, `proposal`: of the return that it takes the place of, and what was agreed in it (R3.1). */
  Applied: AppliedFor & { attachmentIds: string[]; originalNo?: string; proposal?: Proposal }
  /** R5.2 `failed`: the conditions that did not hold; none: the refund follows. */
  InstantRefundJudged: InstantMeasures & { failed: InstantCondition[] }
  Approved: { returnAddress: ReturnAddressCopy | null }
  ReviewExpired: { returnAddress: ReturnAddressCopy | null }
  Rejected: { reasonCode: RejectionReason; text: string }
  ReturnShipmentSubmitted: { carrier: string; trackingNo: string }
  ReturnShipmentCorrected: { carrier: string; trackingNo: string }
  ReturnExpired: Record<string, never>
  ReceiptConfirmed: { note: string | null; attachmentIds: string[] }
  ReceiptExpired: Record<string, never>
  Withdrawn: Record<string, never>
  ServiceProposed: { kind: ExchangeKind; note: string }
  /** `contactId`: the contact that records it; null where the buyer answered himself. */
  ServiceAgreed: { kind: ExchangeKind; contactId: string | null; serviceNo: string }
  ServiceRefused: { kind: ExchangeKind; contactId: string | null }
  ServiceStepRecorded: {
    step: Exclude<RecordedStep, 'DONE'>
    note: string | null
    shipment: { carrier: string; trackingNo: string } | null
  }
  ServiceConfirmed: { note: string | null }
  ServiceExpired: Record<string, never>
  DisputeOpened: { side: Side; reason: DisputeReason; statement: string; attachmentIds: string[] }
  EvidenceSubmitted: { id: string; side: Side; text: string | null; attachmentIds: string[] }
  EvidenceDone: { side: Side }
  EvidenceExpired: { sides: Side[] }
  EvidenceRequested: { sides: Side[]; dueAt: Instant; note: string }
  DisputeWithdrawn: { side: Side }
  /** `leadsTo`: what comes of it; the address where the goods still have to come back. */
  DisputeConceded: { leadsTo: 'REFUND' | 'RETURN'; returnAddress: ReturnAddressCopy | null }
  DisputeRuled: {
    liability: Liability
    outcome: RulingOutcome
    amountFen: number | null
    rationale: string
    returnAddress: ReturnAddressCopy | null
  }
  /** `side`: whose time for evidence it is; absent for the case's own clock. `beforeMs` 0: a mere target is missed. */
  DeadlineSoon: { kind: DeadlineKind | 'EVIDENCE'; dueAt: Instant; beforeMs: number; side?: Side }
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
