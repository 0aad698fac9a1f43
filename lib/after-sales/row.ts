import type {
  AfterSaleType,
  ApplicationReason,
  CloseReason,
  DeadlineKind,
  RefundOrigin,
  RejectionReason,
  ReturnAddressCopy,
  Status,
} from './domain/after-sale'
import type { Dispute } from './domain/dispute'
import type { Instant } from './domain/policy'
import type { Service } from './domain/service'

/** A row of "AfterSale" as the database gives it; the CHECKs there hold the words to their lists. */
export type AfterSaleRow = {
  shopId: string
  no: string
  orderNo: string
  buyerId: string
  type: AfterSaleType
  status: Status
  version: number
  seq: number
  attempt: number
  previousNo: string | null
  policyVersion: string
  reason: ApplicationReason
  description: string | null
  amountFen: number
  currency: string
  dueKind: DeadlineKind | null
  dueAt: Date | null
  soonMs: number | null
  expiredKind: DeadlineKind | null
  awareAt: Date | null
  lastContactId: string | null
  lastContactAt: Date | null
  unreachedAt: Date | null
  unreadByBuyerSince: Date | null
  unreadByMerchantSince: Date | null
  rejectionCode: RejectionReason | null
  rejectionText: string | null
  rejectedAt: Date | null
  returnAddress: ReturnAddressCopy | null
  returnCarrier: string | null
  returnTrackingNo: string | null
  returnSubmittedAt: Date | null
  closeReason: CloseReason | null
  refundOrigin: RefundOrigin | null
  /** R4.5 Part of the amount; null for the whole. */
  refundFen: number | null
  refundStuck: boolean
  dispute: Dispute | null
  service: Service | null
  openedAt: Date
  updatedAt: Date
  closedAt: Date | null
}

const FIXED_COLUMNS = [
  'shopId',
  'no',
  'orderNo',
  'buyerId',
  'type',
  'attempt',
  'previousNo',
  'policyVersion',
  'reason',
  'description',
  'amountFen',
  'currency',
  'openedAt',
] as const satisfies readonly (keyof AfterSaleRow)[]

/** The columns that a decision can change. */
export const CHANGING_COLUMNS = [
  'status',
  'version',
  'seq',
  'dueKind',
  'dueAt',
  'soonMs',
  'expiredKind',
  'awareAt',
  'lastContactId',
  'lastContactAt',
  'unreachedAt',
  'unreadByBuyerSince',
  'unreadByMerchantSince',
  'rejectionCode',
  'rejectionText',
  'rejectedAt',
  'returnAddress',
  'returnCarrier',
  'returnTrackingNo',
  'returnSubmittedAt',
  'closeReason',
  'refundOrigin',
  'refundFen',
  'refundStuck',
  'dispute',
  'service',
  'updatedAt',
  'closedAt',
] as const satisfies readonly (keyof AfterSaleRow)[]

/** What follows from a state, for those who look for it. */
export const DERIVED_COLUMNS = [
  'waitingOn',
  'evidenceDueAt',
  'evidenceSoonAt',
  'disputeLane',
  'disputeAt',
  'serviceStep',
] as const

/** The columns that a state is kept in. */
export const STATE_COLUMNS = [...FIXED_COLUMNS, ...CHANGING_COLUMNS] as const

export function iso(at: Instant | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString()
}

export function instant(at: Date | null): Instant | null {
  return at ? at.getTime() : null
}
