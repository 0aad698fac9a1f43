import { useTranslations } from 'next-intl'
import type { BulkPreview } from '@/lib/bulk/views'
import { formatFen } from '@/lib/money'

/** Approving many in words: money that leaves at once, returns that are approved, or both. */
export function useApproveWords() {
  const t = useTranslations('bulk.approve')
  return {
    /** On the button that asks. */
    labelOf: ({ goes, amountFen, returns }: BulkPreview) =>
      t('label', { kind: returns === goes ? 'returns' : 'refunds', count: goes, amount: formatFen(amountFen) }),
    /** On the button that does it. */
    doOf: ({ goes, amountFen, returns }: BulkPreview) =>
      t('do', { kind: returns === goes ? 'returns' : 'refunds', count: goes, amount: formatFen(amountFen) }),
  }
}
