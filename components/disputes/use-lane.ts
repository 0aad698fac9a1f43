'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { SignedOutError } from '@/components/after-sales/queue/fetch'
import { useTicker } from '@/components/ui/ticker'
import type { DisputeLane, DisputePage, DisputeRow } from '@/lib/disputes/views'

/** Without news from the server a list looks for itself this often. */
export const LONGEST_WAIT_MS = 30_000
/** How long after a deadline the server may be asked what came of it. */
const AFTER_DUE_MS = 700

/** Whose disputes: where they are fetched from, and under which key they are kept. */
export type LaneSource = {
  keyOf: (lane: DisputeLane) => readonly string[]
  fetchPage: (lane: DisputeLane, cursor: string | null, signal: AbortSignal) => Promise<DisputePage>
}

export type LoadingLane = {
  rows: DisputeRow[]
  hasMore: boolean
  isLoading: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  loadMore: () => void
  retry: () => void
}

/** A lane page by page, kept up to date; each answer sets the page's clock. */
export function useLane({ keyOf, fetchPage }: LaneSource, lane: DisputeLane, enabled: boolean): LoadingLane {
  const ticker = useTicker()
  const result = useInfiniteQuery({
    queryKey: keyOf(lane),
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(lane, pageParam, signal)
      ticker.set(page.now)
      return page
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    staleTime: 2000,
    retry: (count, error) => !(error instanceof SignedOutError) && count < 2,
    refetchInterval: ({ state }) => untilNextDue(state.data?.pages.flatMap(({ rows }) => rows) ?? [], ticker.read()),
  })
  return {
    rows: result.data?.pages.flatMap(({ rows }) => rows) ?? [],
    hasMore: result.hasNextPage,
    isLoading: enabled && result.isPending,
    failed: result.isError,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage()
    },
    retry: () => void result.refetch(),
  }
}

/** When a side's time is over the server has closed it: that is worth asking for. */
function untilNextDue(rows: DisputeRow[], now: number): number {
  const next = Math.min(...rows.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY))
  return Math.min(Math.max(next - now + AFTER_DUE_MS, AFTER_DUE_MS), LONGEST_WAIT_MS)
}
