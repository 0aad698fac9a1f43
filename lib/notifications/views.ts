import type { AfterSaleType, Status } from '@/lib/after-sales/domain/after-sale'
import type { Consequence } from '@/lib/after-sales/domain/deadline'
import type { DisputeReason, Liability, RulingOutcome } from '@/lib/after-sales/domain/dispute'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { NoticeKind } from './domain/notices'

/** What screens are given of notices. Plain data; instants are epoch milliseconds of the server's clock. */

/** What one says, by its kind. */
export type NoticeNews =
  /** `dueAt`: until when a first answer is owed (R3.4); absent of what has no target. */
  | { kind: 'CASE_OPENED'; again: boolean; dueAt?: Instant }
  /** `ANSWER`, `ANSWER_MISSED`: of the first answer to a service, which decides nothing (R3.4). */
  | {
      kind: 'DEADLINE_SOON'
      outcome: Consequence['outcome'] | 'EVIDENCE' | 'ANSWER' | 'ANSWER_MISSED'
      dueAt: Instant
    }
  /** `text`: the beginning of the message; empty where it is pictures alone. */
  | { kind: 'BUYER_ANSWERED'; text: string }
  | { kind: 'PROPOSAL_ANSWERED'; agreed: boolean; service: AfterSaleType }
  /** The waybill as it is now. */
  | { kind: 'ORDER_SHIPPED'; carrier: string; trackingNo: string }
  | { kind: 'DISPUTE_OPENED'; reason: DisputeReason; dueAt: Instant }
  | { kind: 'EVIDENCE_ASKED'; note: string; dueAt: Instant }
  | { kind: 'DISPUTE_RULED'; liability: Liability; outcome: RulingOutcome; amountFen: number | null }
  | { kind: 'DISPUTE_READY' }

export type NoticeView = {
  id: number
  news: NoticeNews
  no: string
  shop: { id: string; name: string }
  type: AfterSaleType
  title: string
  /** Masked. */
  buyerName: string
  amountFen: number
  currency: string
  at: Instant
  unread: boolean
  /** How the case stands now, and what its running clock leads to. */
  status: Status
  expiry: (Consequence & { dueAt: Instant }) | null
}

export type NoticePage = { notices: NoticeView[]; nextCursor: number | null; now: Instant }
/** `count`: not counted beyond UNREAD_LIMIT. `newest`: the id of the last notice there is, 0 without any. */
export type Unread = { count: number; newest: number }

/** So many unread ones are counted; the bell then shows one less and a plus. */
export const UNREAD_LIMIT = 100

/** One person's choices for one shop, or for the platform (`owner` is empty). */
export type NoticeChoices = {
  owner: string
  /** Null for the platform. */
  shopName: string | null
  email: { kind: NoticeKind; on: boolean }[]
}

/** `email`: the address that letters go to. `sends`: this installation sends any. */
export type MailSettings = { choices: NoticeChoices[]; email: string; sends: boolean }
