'use client'

import { countText } from '@/components/list/count-text'
import type { ServiceCounts } from '@/lib/services/views'
import { useServiceCounts } from './use-column'
import { waitingCount } from './waiting-count'

/** Beside 服务: how many wait for the merchant. `initial`: what the server counted for this page. */
export function ServiceCount({ initial }: { initial: ServiceCounts }) {
  const count = waitingCount(useServiceCounts({}) ?? initial)
  return count > 0 && countText(count)
}
