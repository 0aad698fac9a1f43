import type { RefundOrigin } from '@/lib/after-sales/domain/after-sale'
import type { RefundStatus } from '@/lib/after-sales/views'
import type { RefundCursor } from './cursor'

/** A refund as lists and the API show it. */
export type RefundSummary = {
  no: string
  afterSaleNo: string
  origin: RefundOrigin
  amountFen: number
  status: RefundStatus
  /** All there ever were, over every round. */
  attempts: number
  /** A FailureReason of ours, or the gateway's own words. */
  lastError: string | null
}

export type RefundPage = { refunds: RefundSummary[]; nextCursor: RefundCursor | null }
