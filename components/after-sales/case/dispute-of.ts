import type { CaseView } from '@/lib/after-sales/views'
import type { DisputeView } from '@/lib/disputes/views'

/** R4.2 The dispute that the case is in; null when there is none, or it is over. */
export function disputeOf({ status, dispute }: Pick<CaseView, 'status' | 'dispute'>): DisputeView | null {
  return status === 'IN_DISPUTE' ? dispute : null
}
