'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTicker } from '@/components/ui/ticker'
import { isWorthRetrying, LONGEST_WAIT_MS } from './fetch'

/** How long after a deadline the server may be asked what came of it. */
const AFTER_DUE_MS = 700

export type Wanted<R> = {
  queryKey: readonly string[]
  fetchPage: (cursor: string | null, signal: AbortSignal) => Promise<Page<R>>
  /** When time runs out for a row, in epoch ms; null when it has none. */
  dueOf: (row: R) => number | null
  enabled?: boolean
}
type Page<R> = { rows: R[]; nextCursor: string | null; now: number }

export type Pages<R> = {
  rows: R[]
  hasMore: boolean
  isLoading: boolean
  /** An answer is awaited, whether there is something to show already or not. */
  isFetching: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  loadMore: () => void
  retry: () => void
}

/** A list page by page, kept up to date; each answer sets the page's clock. */
export function usePages<R>({ queryKey, fetchPage, dueOf, enabled = true }: Wanted<R>): Pages<R> {
  const ticker = useTicker()
  const result = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(pageParam, signal)
      ticker.set(page.now)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    // one list's rows are no placeholder for another's: their clocks would be wrong
    staleTime: 2000,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => {
      const dues = state.data?.pages.flatMap(({ rows }) => rows.map(dueOf)) ?? []
      return untilNext(dues, ticker.read())
    },
  })
  return {
    rows: result.data?.pages.flatMap(({ rows }) => rows) ?? [],
    hasMore: result.hasNextPage,
    isLoading: enabled && result.isPending,
    isFetching: result.isFetching,
    failed: result.isError,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage()
    },
    retry: () => void result.refetch(),
  }
}

/** When a row's time is over the server has decided something: that is worth asking for. */
function untilNext(dues: readonly (number | null)[], now: number): number {
  const next = Math.min(...dues.map((due) => due ?? Number.POSITIVE_INFINITY))
  return Math.min(Math.max(next - now + AFTER_DUE_MS, AFTER_DUE_MS), LONGEST_WAIT_MS)
}
