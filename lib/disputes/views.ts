import type { AfterSaleType, DeadlineKind, Side, Status } from '@/lib/after-sales/domain/after-sale'
import type { DisputeLane, DisputeReason, DisputeStage, Ruling } from '@/lib/after-sales/domain/dispute'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { ActOutcome } from '@/lib/after-sales/views'
import type { AttachmentView } from '@/lib/files/views'

/** What screens are given of disputes (R4). Plain data; instants are epoch milliseconds of the server's clock. */

/** Something that a side gave. `author`: a member's name, or the buyer's, masked. */
export type EvidenceView = {
  id: string
  side: Side
  text: string | null
  attachments: AttachmentView[]
  author: string | null
  at: Instant
}

/** R4.3 A side's time for evidence, and what it has given, oldest first. */
export type PartyView = {
  dueAt: Instant
  /** The whole of it, for the fuse. */
  limitMs: number
  done: boolean
  open: boolean
  submissions: EvidenceView[]
}

/** R4.4 What support asked for besides. */
export type EvidenceRequestView = { sides: Side[]; note: string; dueAt: Instant; at: Instant }

/** Who has taken a dispute to rule on, or has it open. */
export type Colleague = { userId: string; name: string }

export type DisputeView = {
  openedBy: Side
  reason: DisputeReason
  statement: string
  /** What came with the statement. */
  attachments: AttachmentView[]
  openedAt: Instant
  stage: DisputeStage
  /** The status that it interrupted. */
  from: Status
  /** R4.2 The clock that stands still; null when it came from a rejection. */
  frozen: { kind: DeadlineKind; remainingMs: number; limitMs: number } | null
  evidence: { [S in Side]: PartyView }
  /** Newest first. */
  requests: EvidenceRequestView[]
  /** R4.4 When support last asked for more. */
  askedAt: Instant | null
  underReviewSince: Instant | null
  ruling: Ruling | null
  endedAt: Instant | null
  /** The support member who has claimed it; null for a member of the shop, whom that does not concern. */
  claim: (Colleague & { at: Instant }) | null
}

/** The lanes of the support's console and of a merchant's list. */
export { DISPUTE_LANES, type DisputeLane } from '@/lib/after-sales/domain/dispute'

export type DisputeRow = {
  no: string
  shop: { id: string; name: string }
  type: AfterSaleType
  title: string
  buyerName: string
  amountFen: number
  currency: string
  stage: DisputeStage
  /** R4.4 Support asked for more since it was opened. */
  askedForMore: boolean
  openedBy: Side
  reason: DisputeReason
  openedAt: Instant
  evidence: { [S in Side]: { dueAt: Instant; done: boolean; open: boolean; submissions: number } }
  /** When the next side's time is over; null when none runs. */
  dueAt: Instant | null
  underReviewSince: Instant | null
  ruling: Ruling | null
  endedAt: Instant | null
  claim: Colleague | null
}

/** A dispute as a suggestion. */
export type DisputeFound = Pick<DisputeRow, 'no' | 'type' | 'title' | 'buyerName' | 'amountFen' | 'currency'> & {
  shopName: string
}

export type DisputePage = { rows: DisputeRow[]; nextCursor: string | null; now: Instant }
export type DisputeCounts = { [L in DisputeLane]: number }
/** The first page of each lane that was asked for, and how many every lane holds. */
export type DisputeLists = { pages: { lane: DisputeLane; page: DisputePage }[]; counts: DisputeCounts }

/** No to whoever would rule on what a colleague has taken. */
export type ClaimedByColleague = { code: 'claimedByColleague'; by: Colleague }
/** What a screen of support's is told of an act. */
export type DisputeOutcome = ActOutcome | { ok: false; refusal: ClaimedByColleague }
/** `gone`: there is no such case. */
export type ClaimOutcome =
  | { ok: true }
  | { ok: false; refusal: Refusal | ClaimedByColleague }
  | { ok: false; gone: true }
