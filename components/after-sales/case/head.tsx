'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusWord } from '@/components/after-sales/status-word'
import { HeadOfDispute } from '@/components/disputes/merchant/head-of-dispute'
import { OpenedBy } from '@/components/disputes/opened-by'
import { MarkTools } from '@/components/marks/mark-tools'
import { WatchersOfCase } from '@/components/presence/watchers-of-case'
import { isServiceType } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import { Attempts } from './attempts'
import { CopyButton } from './copy-button'
import { disputeOf } from './dispute-of'
import { HeadOfClock } from './head-of-clock'
import { HeadOfOutcome } from './head-of-outcome'
import { HeadOfService } from './head-of-service'

/** Which case it is, and the loudest sentence on the screen. */
export function Head({ view, refundError }: { view: CaseView; refundError: ReactNode }) {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const { no, status, type, clock, consequence, clockStartedAt } = view
  const dispute = disputeOf(view)
  const meta = (
    <div className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-2.5 text-xs whitespace-nowrap text-ink-3 md:col-span-2">
      <StatusWord status={status} type={type} />
      <span className="max-md:hidden">
        {words(`type.${type}`)}
        {dispute && !isServiceType(type) && ` ${formatFen(view.amountFen, view.currency)}`}
      </span>
      <Attempts view={view} />
      <span className="max-md:hidden">
        <CopyButton label={t('copyNo', { no })} text={no}>
          {no}
        </CopyButton>
      </span>
      {dispute && <OpenedBy dispute={dispute} now={view.now} />}
      <WatchersOfCase no={no} />
      <MarkTools />
    </div>
  )
  if (dispute) return <HeadOfDispute dispute={dispute}>{meta}</HeadOfDispute>
  if (clock && consequence && clockStartedAt !== null) {
    return (
      <HeadOfClock clock={clock} consequence={consequence} clockStartedAt={clockStartedAt} dispute={view.dispute}>
        {meta}
      </HeadOfClock>
    )
  }
  if (status === 'IN_SERVICE') return <HeadOfService view={view}>{meta}</HeadOfService>
  return (
    <HeadOfOutcome refundError={refundError} view={view}>
      {meta}
    </HeadOfOutcome>
  )
}
