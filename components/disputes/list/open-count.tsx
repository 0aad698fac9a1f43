'use client'

import { countText } from '@/components/list/count-text'
import type { DisputeCounts } from '@/lib/disputes/views'
import type { DisputeSource } from './source'
import { openCount, useCounts } from './use-counts'

/** Beside 纠纷: how many are open. `initial`: what the server counted for this page. */
export function OpenCount({ of, initial }: { of: DisputeSource; initial: DisputeCounts }) {
  const count = openCount(useCounts(of) ?? initial)
  return count > 0 && countText(count)
}
