import { StatusMark, type StatusTone } from '@/components/ui/status-mark'
import type { AfterSaleType, Status } from '@/lib/after-sales/domain/after-sale'
import { useStatusName } from './use-status-name'

const TONES: { [S in Status]: StatusTone } = {
  PENDING_REVIEW: 'pending',
  AWAITING_RETURN: 'return',
  AWAITING_RECEIPT: 'receipt',
  IN_SERVICE: 'service',
  IN_DISPUTE: 'dispute',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  REJECTED: 'rejected',
  CLOSED: 'closed',
}

/** A case's status as mark and word. `type`: of the case, where it can be a service. */
export function StatusWord({ status, type }: { status: Status; type?: AfterSaleType }) {
  return <StatusMark tone={TONES[status]}>{useStatusName()(status, type)}</StatusMark>
}
