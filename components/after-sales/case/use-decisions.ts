'use client'

import { useTranslations } from 'next-intl'
import type { CaseView } from '@/lib/after-sales/views'
import { formatFen } from '@/lib/money'
import type { DecisionType } from './desk'

/** What an act is called in the messages: approving is two things. */
export function decisionName(view: CaseView, type: DecisionType) {
  if (type !== 'approve') return type
  return view.type === 'REFUND_ONLY' ? 'approveRefund' : 'approveReturn'
}

/** The acts that a confirmation stands before, in the order in which the bar offers them; at most one is there at a time. */
export const DECISIONS = ['approve', 'confirmReceipt', 'retryRefund'] as const

/** The label of an act, with the amount where money moves. */
export function useDecisionLabel(view: CaseView): (type: DecisionType) => string {
  const t = useTranslations('case.acts')
  const amount = formatFen(view.refund?.amountFen ?? view.amountFen, view.currency)
  return (type) => t(decisionName(view, type), { amount })
}
