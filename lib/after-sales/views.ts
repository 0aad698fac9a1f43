import type { DisputeView } from '@/lib/disputes/views'
import type { AttachmentView } from '@/lib/files/views'
import type {
  ActorRole,
  AfterSaleType,
  ApplicationReason,
  CloseReason,
  ContactChannel,
  ContactOutcome,
  DeadlineKind,
  RefundOrigin,
  RejectionReason,
  ReturnAddress,
  ReturnAddressCopy,
  Side,
  Status,
  WaitingOn,
} from './domain/after-sale'
import type { Clause } from './domain/clauses'
import type { CommandType } from './domain/commands'
import type { Consequence } from './domain/deadline'
import type { DisputeStage, EvidenceClock } from './domain/dispute'
import type { EventType } from './domain/events'
import type { BlockedAction } from './domain/permissions'
import type { Instant } from './domain/policy'
import type { Refusal } from './domain/refusals'
import type { ExchangeKind, Proposal, RecordedStep, Service, ServiceStep } from './domain/service'

/** What screens are given. Plain data; instants are epoch milliseconds of the server's clock. */

/** The tabs over the queue: by who is waited for, then what is over, then everything. */
export const QUEUE_TABS = ['MERCHANT', 'BUYER', 'PLATFORM', 'GATEWAY', 'CLOSED', 'ALL'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

export type QueueFilter = {
  tab: QueueTab
  /** The beginning of a case, order or tracking number or of a buyer's name. */
  search?: string | undefined
  type?: AfterSaleType | undefined
  reason?: ApplicationReason | undefined
  /** In fen, both ends included. */
  minFen?: number | undefined
  maxFen?: number | undefined
  /** Only what falls due within so many hours of now. */
  dueWithinHours?: number | undefined
  /** Only what falls due in this hour (its first instant), as the forecast's bars are cut. */
  dueHour?: Instant | undefined
}

export type Clock = { kind: DeadlineKind; dueAt: Instant; limitMs: number }

/** R4 A running dispute as a row tells it: the frozen clock, and until when the merchant may give evidence. */
export type QueueDispute = {
  stage: DisputeStage
  frozen: { remainingMs: number; limitMs: number } | null
  evidence: EvidenceClock
}

export type QueueRow = {
  no: string
  version: number
  type: AfterSaleType
  status: Status
  waitingOn: WaitingOn | null
  /** The first line's title; how many further lines there are; the first line's quantity. */
  title: string
  furtherLines: number
  quantity: number
  buyerName: string
  amountFen: number
  currency: string
  attempt: number
  /** The order was shipped after the buyer asked for the money back, and the case is not over. */
  shippedSince: boolean
  clock: Clock | null
  consequence: Consequence | null
  /** Null unless the case is in dispute. */
  dispute: QueueDispute | null
  /** R3.3 How far a service is; null for what refunds. */
  serviceStep: ServiceStep | null
  /** R3.1 An exchange or repair that the buyer has not answered yet. */
  proposed: ExchangeKind | null
  /** The buyer wrote something that the merchant has not read. */
  unread: boolean
  /** R1.3 the buyer is aware */
  aware: boolean
  closeReason: CloseReason | null
  closedAt: Instant | null
}

export type QueuePage = { rows: QueueRow[]; nextCursor: string | null; now: Instant }

/** How many cases a tab holds; counted up to `COUNT_LIMIT`, beyond which it says so ("999+"). */
export const COUNT_LIMIT = 1000
export type QueueCounts = { [T in QueueTab]: number }

/** What the clock will decide by itself, hour by hour, if nobody acts. Bars are cut at the full hours of Asia/Shanghai. */
export type Forecast = {
  hours: { startsAt: Instant; refundCases: number; refundFen: number; returnCases: number; returnFen: number }[]
  within24h: { cases: number; refundFen: number; refundCases: number; returnCases: number }
  now: Instant
}

/** What stands around the list. */
export type QueueSummary = { counts: QueueCounts; forecast: Forecast }

export type TimelineEntry = {
  afterSaleNo: string
  seq: number
  type: EventType
  actor: { role: ActorRole; name: string | null }
  clause: Clause
  effectiveAt: Instant
  recordedAt: Instant
  /** What the sentence of the entry needs; the event's data. */
  data: Record<string, unknown>
  /** For a sent message: has the other side read it? */
  readAt: Instant | null
  /** The attempt that it belongs to, when it is not this case's own. */
  attempt: number
}

export type TalkEntry =
  | {
      kind: 'message'
      id: string
      side: Side
      author: string | null
      text: string
      at: Instant
      readAt: Instant | null
      attachments: AttachmentView[]
    }
  | {
      kind: 'contact'
      id: string
      channel: ContactChannel
      outcome: ContactOutcome
      note: string
      author: string | null
      at: Instant
    }

export type BuyerHistory = {
  orders: number
  paidFen: number
  /** This buyer's other cases in the shop, newest first, at most ten. */
  cases: { no: string; type: AfterSaleType; status: Status; amountFen: number; openedAt: Instant; title: string }[]
  caseCount: number
  refundedCount: number
}

/** R3 A service, or a return with a proposal. `nextSteps`: what can be recorded of it now, by the viewer's side. */
export type ServiceView = Omit<Service, 'proposal'> & {
  proposal: Omit<Proposal, 'contactIds'> | null
  /** R3.1 The contacts that reached the buyer since the proposal: one of them may record his answer. Newest first. */
  contacts: { id: string; at: Instant; channel: ContactChannel; note: string }[]
  nextSteps: RecordedStep[]
}

export type CaseView = {
  no: string
  version: number
  shop: { id: string; name: string }
  type: AfterSaleType
  status: Status
  waitingOn: WaitingOn | null
  attempt: number
  previousNo: string | null
  nextNo: string | null
  amountFen: number
  currency: string
  /** R0.6 The rules it was opened under. */
  policyVersion: string
  reason: ApplicationReason
  description: string | null
  /** What the buyer sent with the application. */
  attachments: AttachmentView[]
  openedAt: Instant
  updatedAt: Instant
  closedAt: Instant | null
  closeReason: CloseReason | null
  clock: Clock | null
  consequence: Consequence | null
  /** When the running clock began to run. */
  clockStartedAt: Instant | null
  buyer: { id: string; name: string; phone: string | null }
  order: {
    no: string
    totalFen: number
    paidAt: Instant
    shippedAt: Instant | null
    carrier: string | null
    trackingNo: string | null
    deliveredAt: Instant | null
  }
  lines: {
    lineNo: number
    title: string
    sku: string
    imageUrl: string | null
    quantity: number
    amountFen: number
    paidFen: number
    /** What has been paid back on the line, by all of its cases. */
    refundedFen: number
  }[]
  aware: boolean
  rejection: { reasonCode: RejectionReason; text: string; at: Instant } | null
  returnAddress: ReturnAddressCopy | null
  returnShipment: { carrier: string; trackingNo: string; submittedAt: Instant } | null
  /** R2.5 What the merchant found on unpacking, once the receipt is confirmed. */
  inspection: { note: string | null; attachments: AttachmentView[]; by: string | null; at: Instant } | null
  /** R4 The one dispute there is or was. */
  dispute: DisputeView | null
  /** R4.5 What a ruling can give back at most: the amount or, of a service, what is left of its lines. */
  refundableFen: number
  service: ServiceView | null
  refund: {
    no: string
    origin: RefundOrigin
    amountFen: number
    status: RefundStatus
    attempts: number
    lastError: string | null
  } | null
  talk: TalkEntry[]
  /** Newest first, with the attempts before this one. */
  timeline: TimelineEntry[]
  buyerHistory: BuyerHistory
  /** The shop's addresses to choose from, default first. */
  returnAddresses: ReturnAddress[]
  available: CommandType[]
  blocked: BlockedAction[]
  rejectionText: { min: number; max: number }
  proposalNote: { min: number; max: number }
  serviceNote: { max: number }
  now: Instant
}

export type RefundStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'STUCK'

export type StuckRefund = {
  no: string
  afterSaleNo: string
  shop: { id: string; name: string }
  buyerName: string
  amountFen: number
  currency: string
  origin: RefundOrigin
  attempts: number
  lastError: string | null
  orderedAt: Instant
}

/** What a screen is told of an act. `gone`: there is no such case for this viewer. */
export type ActOutcome =
  | { ok: true; no: string; version: number; status: Status }
  | { ok: false; refusal: Refusal }
  | { ok: false; invalid: { path: string; code: string; message: string }[] }
  | { ok: false; gone: true }
