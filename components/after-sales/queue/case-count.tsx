'use client'

import { countText } from '@/components/list/count-text'
import { useSummary } from './use-queue'

/** Beside 售后: how many cases wait for the merchant. `initial`: what the server counted for this page. */
export function CaseCount({ initial }: { initial: number }) {
  const count = useSummary()?.counts.MERCHANT ?? initial
  return count > 0 && countText(count)
}
