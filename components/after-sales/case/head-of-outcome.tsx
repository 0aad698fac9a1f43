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
  const closedWhy = useClosedWhy()
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
        why: closedWhy(view, when),
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

/** How it came to its end, where no money went back. */
function useClosedWhy(): (view: CaseView, when: string) => string {
  const t = useTranslations('case')
  const words = useTranslations('words.type')
  return ({ no, closeReason, timeline }, when) => {
    switch (closeReason) {
      case 'OFFLINE_EXCHANGE':
        return t('closedAgreed', { when, kind: words('EXCHANGE') })
      case 'OFFLINE_REPAIR':
        return t('closedAgreed', { when, kind: words('REPAIR') })
      case 'SERVICE_DONE': {
        const expired = timeline.some(({ afterSaleNo, type }) => afterSaleNo === no && type === 'ServiceExpired')
        return t(expired ? 'doneExpired' : 'doneConfirmed', { when })
      }
      default:
        return t('closedWhy', { when })
    }
  }
}

const CLOSED_BY: { readonly [R in CloseReason]: string } = {
  BUYER_WITHDRAWN: 'R6.1',
  RETURN_TIMEOUT: 'R2.4',
  OFFLINE_EXCHANGE: 'R3.1',
  OFFLINE_REPAIR: 'R3.1',
  SERVICE_DONE: 'R3.3',
  DISPUTE_DISMISSED: 'R4.5',
}
