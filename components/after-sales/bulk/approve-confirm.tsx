'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { writeAddress } from '@/components/after-sales/case/return-address-choice'
import { ConfirmBar } from '@/components/ui/confirm-bar'
import type { BulkPreview } from '@/lib/bulk/views'
import { formatFen } from '@/lib/money'
import { openStep } from './selection-store'
import { useApproveWords } from './use-approve-words'
import type { Start } from './use-start'

export type ApproveConfirmProps = { preview: BulkPreview; renew: () => void; starting: Start }

/** How many and how much, once more; Enter does it, Esc goes back. */
export function ApproveConfirm({ preview, renew, starting }: ApproveConfirmProps) {
  const t = useTranslations('bulk.approve')
  const { doOf } = useApproveWords()
  const { goes, returns, amountFen, returnAddress } = preview
  const refunds = goes - returns
  const amount = formatFen(amountFen)
  return (
    <ConfirmBar
      busy={starting.starting}
      busyLabel={t('busy')}
      className={preview.exclusions.length > 0 ? 'mt-2' : ''}
      doIt={doOf(preview)}
      label={t('confirm')}
      onCancel={() => openStep(null)}
      onConfirm={() => void starting.start(preview, renew)}
    >
      {refunds > 0 && <p>{t.rich('refunds', { count: refunds, amount, b })}</p>}
      {returns > 0 && (
        <p>{t('returns', { count: returns, address: returnAddress ? writeAddress(returnAddress) : '' })}</p>
      )}
      <p>{t('final')}</p>
    </ConfirmBar>
  )
}

const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>
