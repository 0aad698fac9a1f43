'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ClauseLink } from '@/components/ui/clause-link'
import type { CloseReason } from '@/lib/after-sales/domain/after-sale'
import type { CaseView } from '@/lib/after-sales/views'
import { formatWhen } from '@/lib/i18n/time'
import { formatFen } from '@/lib/money'
import { HeadGrid } from './head-grid'

export type HeadOfOutcomeProps = { view: CaseView; refundError: ReactNode; children: ReactNode }

/** No clock runs: what became of it, or what the money is doing. */
export function HeadOfOutcome({ view, refundError, children }: HeadOfOutcomeProps) {
  const told = useOutcome(view)
  return (
    <>
      <HeadGrid
        sentence={
          <>
            {told.sentence} {told.clause && <ClauseLink className="ml-1 align-[2px]" clause={told.clause} />}
          </>
        }
        why={
          <>
            {told.why}
            {view.refund && view.status === 'REFUNDING' && refundError && <> · {refundError}</>}
          </>
        }
        whole
      >
        {children}
      </HeadGrid>
      <div className="h-px flex-none bg-line-strong" />
    </>
  )
}

function useOutcome(view: CaseView): { sentence: ReactNode; why: ReactNode; clause: string | null } {
  const t = useTranslations('case')
  const words = useTranslations('words')
  const locale = useLocale()
  const { status, refund, rejection, closeReason, currency } = view
  const at = view.closedAt ?? view.updatedAt
  const when = formatWhen(at, view.now, locale)
  const quiet = { quiet: (chunks: ReactNode) => <span className="font-normal text-ink-3">{chunks}</span> }
  const amount = formatFen(refund?.amountFen ?? view.amountFen, currency)
  const origin = refund ? words(`origin.${refund.origin}`) : ''
  switch (status) {
    case 'REFUNDED':
      return { sentence: t('refunded', { amount }), why: t('refundedWhy', { origin, when }), clause: 'R7.2' }
    case 'REJECTED':
      return {
        sentence: t.rich('rejected', {
          reason: rejection ? words(`rejectionReason.${rejection.reasonCode}`) : '',
          ...quiet,
        }),
        why: t('rejectedWhy', { when }),
        clause: 'R1.3',
      }
    case 'CLOSED':
      return {
        sentence: t.rich('closed', { reason: closeReason ? words(`closeReason.${closeReason}`) : '', ...quiet }),
        why: t('closedWhy', { when }),
        clause: closeReason && CLOSED_BY[closeReason],
      }
    default: {
      const state = refund ? words(`refundStatus.${refund.status}`) : words(`status.${status}`)
      return {
        sentence: t(refund?.status === 'STUCK' ? 'stuck' : 'refunding', { amount }),
        why: t('refundingWhy', { origin, status: state, attempts: refund?.attempts ?? 0 }),
        clause: refund?.status === 'STUCK' ? 'R7.2' : 'R7.1',
      }
    }
  }
}

const CLOSED_BY: { readonly [R in CloseReason]: string } = {
  BUYER_WITHDRAWN: 'R6.1',
  RETURN_TIMEOUT: 'R2.4',
  DISPUTE_DISMISSED: 'R4.5',
}
