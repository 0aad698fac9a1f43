import type { ExchangeKind } from '@/lib/after-sales/domain/service'
import type { CaseView } from '@/lib/after-sales/views'

/** R3.1 What a return was settled by, and the case that took its place; null for any other. */
export function agreementOf({ closeReason, nextNo }: Pick<CaseView, 'closeReason' | 'nextNo'>): {
  kind: ExchangeKind
  serviceNo: string
} | null {
  if (nextNo === null) return null
  if (closeReason === 'OFFLINE_EXCHANGE') return { kind: 'EXCHANGE', serviceNo: nextNo }
  return closeReason === 'OFFLINE_REPAIR' ? { kind: 'REPAIR', serviceNo: nextNo } : null
}

/** R1.4 There is more than one application: the history says which is which. */
export function isOneOfSeveral(view: Pick<CaseView, 'attempt' | 'closeReason' | 'nextNo'>): boolean {
  return view.attempt > 1 || (view.nextNo !== null && agreementOf(view) === null)
}
