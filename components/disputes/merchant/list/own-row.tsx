'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Ended, EvidenceClock, FrozenClock } from '@/components/disputes/list/row-time'
import { useRowAmount } from '@/components/disputes/use-row-amount'
import { RowLink } from '@/components/list/row-link'
import type { RowPlace } from '@/components/list/row-list'
import type { DisputeRow } from '@/lib/disputes/views'
import { OwnRowSentence } from './own-row-sentence'

export type OwnRowProps = RowPlace & { row: DisputeRow }

/** One of the shop's disputes: how long evidence can be given, what it is about, and what happens without it. */
export const OwnRow = memo(function OwnRow({ row, ...place }: OwnRowProps) {
  const amount = useRowAmount()(row)
  return (
    <RowLink
      {...place}
      amount={amount}
      clock={<OwnClock row={row} />}
      narrow
      no={row.no}
      title={
        <span className="truncate">
          <span className="font-medium text-ink">{row.title}</span>
          <span className="text-ink-3"> · {row.buyerName}</span>
        </span>
      }
    >
      <OwnRowSentence row={row} />
    </RowLink>
  )
})

function OwnClock({ row }: { row: DisputeRow }) {
  const t = useTranslations('dispute.list')
  const { stage, evidence } = row
  if (stage === 'EVIDENCE' && evidence.MERCHANT.open) return <EvidenceClock dueAt={evidence.MERCHANT.dueAt} />
  if (stage !== 'EVIDENCE' && stage !== 'UNDER_REVIEW') return <Ended row={row} />
  return <FrozenClock>{t(stage === 'EVIDENCE' ? 'waitingBuyer' : 'underReview')}</FrozenClock>
}
