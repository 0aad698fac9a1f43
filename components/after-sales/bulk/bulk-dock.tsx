'use client'

import { lazy, Suspense } from 'react'
import type { Queue } from '@/components/after-sales/queue/use-queue'
import type { HrefOf } from '@/components/list/use-list-href'
import { useAnySelected } from './selection-store'
import { useRuns } from './use-runs'

const BulkBar = lazy(() => import('./bulk-bar'))
const RunLines = lazy(() => import('./run-lines'))

export type BulkDockProps = {
  queue: Queue
  shopId: string
  /** How many cases the list holds; undefined: nobody has counted. */
  total: number | undefined
  hrefOf: HrefOf
}

/** At the foot of the list: what can be done with what is selected, and how far is what was begun. Its code comes with the first of either. */
export function BulkDock({ queue, shopId, total, hrefOf }: BulkDockProps) {
  const runs = useRuns()
  const any = useAnySelected()
  return (
    <Suspense>
      {runs.length > 0 && <RunLines brief={any} hrefOf={hrefOf} runs={runs} />}
      {any && <BulkBar queue={queue} runs={runs} shopId={shopId} total={total} />}
    </Suspense>
  )
}
