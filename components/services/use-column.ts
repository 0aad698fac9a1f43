'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { decidesAt } from '@/components/after-sales/level'
import { SignedOutError } from '@/components/after-sales/queue/fetch'
import { useTicker } from '@/components/ui/ticker'
import type { ServiceColumn, ServiceCounts, ServiceFilter, ServiceRow } from '@/lib/services/views'
import { columnKey, countsKey, fetchColumn, fetchCounts } from './fetch'

/** Without news from the server the board looks for itself this often. */
const LONGEST_WAIT_MS = 30_000
/** How long after a deadline the server may be asked what came of it. */
const AFTER_DUE_MS = 700

export type LoadingColumn = {
  rows: ServiceRow[]
  hasMore: boolean
  isLoading: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  loadMore: () => void
  retry: () => void
}

/** A column page by page, kept up to date; each answer sets the page's clock. */
export function useColumn(column: ServiceColumn, filter: ServiceFilter): LoadingColumn {
  const ticker = useTicker()
  const result = useInfiniteQuery({
    queryKey: columnKey(column, filter),
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchColumn(column, filter, pageParam, signal)
      ticker.set(page.now)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 2000,
    retry: (count, error) => !(error instanceof SignedOutError) && count < 2,
    refetchInterval: ({ state }) => untilNextDue(state.data?.pages.flatMap(({ rows }) => rows) ?? [], ticker.read()),
  })
  return {
    rows: result.data?.pages.flatMap(({ rows }) => rows) ?? [],
    hasMore: result.hasNextPage,
    isLoading: result.isPending,
    failed: result.isError,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage()
    },
    retry: () => void result.refetch(),
  }
}

/** How many each column holds; undefined until somebody has counted. */
export function useServiceCounts(filter: ServiceFilter): ServiceCounts | undefined {
  const { data } = useQuery({
    queryKey: countsKey(filter),
    queryFn: ({ signal }) => fetchCounts(filter, signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}

/** When the buyer's time is over the server has closed it: that is worth asking for. */
function untilNextDue(rows: ServiceRow[], now: number): number {
  const next = Math.min(...rows.map(({ clock }) => decidesAt(clock) ?? Number.POSITIVE_INFINITY))
  return Math.min(Math.max(next - now + AFTER_DUE_MS, AFTER_DUE_MS), LONGEST_WAIT_MS)
}
