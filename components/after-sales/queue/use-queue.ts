'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { decidesAt } from '@/components/after-sales/level'
import { useTicker } from '@/components/ui/ticker'
import { parseQueueParams, queueKey } from '@/lib/after-sales/params'
import type { QueueFilter, QueueRow } from '@/lib/after-sales/views'
import { fetchPage, fetchSummary, pagesKey, SignedOutError, summaryKey } from './fetch'

/** Without news from the server the desk looks for itself this often. */
const LONGEST_WAIT_MS = 30_000
/** How long after a deadline the server may be asked what came of it. */
const AFTER_DUE_MS = 700

export type Queue = {
  filter: QueueFilter
  /** The filters as a query string, without what is not the queue's. */
  query: string
  rows: QueueRow[]
  hasMore: boolean
  isLoading: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  loadMore: () => void
  retry: () => void
}

/** The queue that the URL asks for, page by page, kept up to date; each answer sets the desk's clock. */
export function useQueue(): Queue {
  const params = useSearchParams()
  const query = queueKey(params)
  const ticker = useTicker()
  const result = useInfiniteQuery({
    queryKey: pagesKey(query),
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(query, pageParam, signal)
      ticker.set(page.now)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    // another tab's rows are no placeholder for this one's: their clocks would be wrong
    staleTime: 2000,
    retry: (count, error) => !(error instanceof SignedOutError) && count < 2,
    refetchInterval: ({ state }) => untilNextDue(state.data?.pages.flatMap(({ rows }) => rows) ?? [], ticker.read()),
  })
  return {
    filter: parseQueueParams(params),
    query,
    rows: result.data?.pages.flatMap(({ rows }) => rows) ?? [],
    hasMore: result.hasNextPage,
    isLoading: result.isPending,
    failed: result.isError,
    loadMore: () => {
      if (!result.isFetchingNextPage) void result.fetchNextPage()
    },
    retry: () => void result.refetch(),
  }
}

/** The tabs' counts and the forecast. */
export function useSummary() {
  const { data } = useQuery({
    queryKey: summaryKey,
    queryFn: ({ signal }) => fetchSummary(signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}

/** When a row's time is over the server has decided something: that is worth asking for. */
function untilNextDue(rows: QueueRow[], now: number): number {
  const next = Math.min(...rows.map(dueOf))
  return Math.min(Math.max(next - now + AFTER_DUE_MS, AFTER_DUE_MS), LONGEST_WAIT_MS)
}

function dueOf({ clock, dispute }: QueueRow): number {
  return decidesAt(clock) ?? (dispute?.evidence.open ? dispute.evidence.dueAt : Number.POSITIVE_INFINITY)
}
