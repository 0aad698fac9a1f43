'use client'

import type { Side } from '@/lib/after-sales/domain/after-sale'
import type { CaseView } from '@/lib/after-sales/views'
import { usePassed } from './use-passed'

/** R4.3 Whether the merchant's time for evidence has passed while it was looked at; the buyer's end is news as well. */
export function useEvidencePassed({ dispute, now }: Pick<CaseView, 'dispute' | 'now'>): boolean {
  const endOf = (side: Side) => (dispute?.evidence[side].open ? dispute.evidence[side].dueAt : undefined)
  usePassed(endOf('BUYER'), now)
  return usePassed(endOf('MERCHANT'), now)
}
