'use client'

import { countText } from '@/components/after-sales/queue/count-text'
import { openCount } from '@/components/disputes/console/open-count'
import { useOwnCounts } from './use-own-list'

/** Beside 纠纷: how many of the shop's are open. `initial`: what the server counted for this page. */
export function OwnCount({ initial }: { initial: number }) {
  const counts = useOwnCounts()
  const count = counts ? openCount(counts) : initial
  return count > 0 && countText(count)
}
