import { useTranslations } from 'next-intl'
import { StatusMark, type StatusTone } from '@/components/ui/status-mark'
import type { Status } from '@/lib/after-sales/domain/after-sale'

const TONES: { [S in Status]: StatusTone } = {
  PENDING_REVIEW: 'pending',
  AWAITING_RETURN: 'return',
  AWAITING_RECEIPT: 'receipt',
  IN_DISPUTE: 'dispute',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  REJECTED: 'rejected',
  CLOSED: 'closed',
}

/** A case's status as mark and word. */
export function StatusWord({ status }: { status: Status }) {
  const t = useTranslations('words')
  return <StatusMark tone={TONES[status]}>{t(`status.${status}`)}</StatusMark>
}
