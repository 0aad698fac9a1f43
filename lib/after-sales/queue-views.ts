import type { CaseFlag } from '@/lib/marks/domain/mark'
import type { SavedFilters } from '@/lib/saved-filters/views'
import type {
  AfterSaleType,
  ApplicationReason,
  CloseReason,
  DeadlineKind,
  Status,
  WaitingOn,
} from './domain/after-sale'
import type { Consequence } from './domain/deadline'
import type { DisputeStage, EvidenceClock } from './domain/dispute'
import type { Instant } from './domain/policy'
import type { ExchangeKind, ServiceStep } from './domain/service'

/** What the queue and what stands around it are given. */

/** The tabs over the queue: by who is waited for, then what is over, then everything. */
export const QUEUE_TABS = ['MERCHANT', 'BUYER', 'PLATFORM', 'GATEWAY', 'CLOSED', 'ALL'] as const
export type QueueTab = (typeof QUEUE_TABS)[number]

/** What happens next comes first, or the largest amount, what was asked for last, what was closed last. */
export const QUEUE_SORTS = ['DUE', 'AMOUNT', 'NEWEST', 'CLOSED'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

/** The orders that a tab has, the one it begins with first. There is an index for each. */
export const SORTS_OF: { [T in QueueTab]: readonly [QueueSort, ...QueueSort[]] } = {
  MERCHANT: ['DUE', 'AMOUNT', 'NEWEST'],
  BUYER: ['DUE', 'AMOUNT', 'NEWEST'],
  PLATFORM: ['DUE', 'AMOUNT', 'NEWEST'],
  GATEWAY: ['DUE', 'AMOUNT', 'NEWEST'],
  CLOSED: ['CLOSED'],
  ALL: ['NEWEST', 'DUE'],
}

/** Who looks after a case: the viewer, somebody else, nobody, or this member. */
export const ASSIGNEES = ['ME', 'OTHERS', 'NONE'] as const
export type AssigneeFilter = (typeof ASSIGNEES)[number] | { userId: string }

export type QueueFilter = {
  tab: QueueTab
  /** One of the tab's (`SORTS_OF`); without one the tab's first. */
  sort?: QueueSort | undefined
  /** The beginning of a case, order or tracking number or of a buyer's name. */
  search?: string | undefined
  type?: AfterSaleType | undefined
  reason?: ApplicationReason | undefined
  /** In fen, both ends included. */
  minFen?: number | undefined
  maxFen?: number | undefined
  /** Only what falls due within so many hours of now. */
  dueWithinHours?: number | undefined
  /** Only what will be decided by itself in this hour (its first instant), as the forecast's bars are cut. */
  dueHour?: Instant | undefined
  assignee?: AssigneeFilter | undefined
  flag?: CaseFlag | undefined
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
  /** R4.5 What a ruling gives back, where it is not the amount. */
  refundFen: number | null
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
  /** Who of the shop looks after it, as the desk calls him. */
  assignee: { userId: string; name: string } | null
  flag: CaseFlag | null
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

/** What stands around the list; `saved`: the viewer's own filters. */
export type QueueSummary = { counts: QueueCounts; forecast: Forecast; saved: SavedFilters }
