'use client'

import { COUNT_LIMIT } from '@/lib/after-sales/views'
import { useSummary } from './use-queue'

/** Beside 售后: how many cases wait for the merchant. `initial`: what the server counted for this page. */
export function CaseCount({ initial }: { initial: number }) {
  const count = useSummary()?.counts.MERCHANT ?? initial
  return count >= COUNT_LIMIT ? `${COUNT_LIMIT - 1}+` : count > 0 && count
}
