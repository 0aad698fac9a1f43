import { dehydrate, QueryClient } from '@tanstack/react-query'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Desk } from '@/components/after-sales/queue/desk'
import { pagesKey, summaryKey } from '@/components/after-sales/queue/fetch'
import { FOLD_COOKIE } from '@/components/after-sales/queue/fold-cookie'
import { ListSeed } from '@/components/list/list-seed'
import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { parseQueueParams, queueKey } from '@/lib/after-sales/params'
import { countQueue, loadQueue } from '@/lib/after-sales/queries'
import type { QueueSummary } from '@/lib/after-sales/views'
import { currentScope, requireMember } from '@/lib/auth/gate'
import { readSearch } from '@/lib/request-search'
import { loadSavedFilters } from '@/lib/saved-filters/queries'

/** The queue is the layout, the case its child. */
export default async function CasesLayout({ children }: { children: ReactNode }) {
  const viewer = await requireMember()
  const scope = currentScope(viewer)
  const params = await readSearch()
  const client = new QueryClient()
  // in order: the list settles what is overdue, and the counts come after it
  const page = await loadQueue(scope, parseQueueParams(params), { userId: viewer.userId })
  const [counts, forecast, saved] = await Promise.all([
    countQueue(scope),
    forecastQueue(scope),
    loadSavedFilters(viewer.current.shopId, viewer.userId),
  ])
  client.setQueryData(pagesKey(queueKey(params)), { pages: [page], pageParams: [null] })
  client.setQueryData(summaryKey, { counts, forecast, saved } satisfies QueueSummary)
  const folded = (await cookies()).get(FOLD_COOKIE)?.value === 'folded'
  return (
    <ListSeed state={dehydrate(client)}>
      <Desk canExport={viewer.current.role === 'MANAGER'} folded={folded} shopId={viewer.current.shopId}>
        {children}
      </Desk>
    </ListSeed>
  )
}
