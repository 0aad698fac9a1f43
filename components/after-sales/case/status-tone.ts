import type { StatusTone } from '@/components/ui/status-mark'
import type { Status } from '@/lib/after-sales/domain/after-sale'

/** The drawn mark of each status. */
export const STATUS_TONES: { readonly [S in Status]: StatusTone } = {
  PENDING_REVIEW: 'pending',
  AWAITING_RETURN: 'return',
  AWAITING_RECEIPT: 'receipt',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  REJECTED: 'rejected',
  CLOSED: 'closed',
}
