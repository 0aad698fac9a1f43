'use client'

import { countText } from '@/components/after-sales/queue/count-text'
import { openCount } from './open-count'
import { useDisputeCounts } from './use-lanes'

/** Beside 纠纷: how many are open. `initial`: what the server counted for this page. */
export function ConsoleCount({ initial }: { initial: number }) {
  const counts = useDisputeCounts()
  const count = counts ? openCount(counts) : initial
  return count > 0 && countText(count)
}
