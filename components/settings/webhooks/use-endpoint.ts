'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { GoneError, isWorthRetrying } from '@/components/list/fetch'
import type { WebhookDeliveryRow, WebhookEndpointView } from '@/lib/webhooks/views'
import { type EndpointPage, endpointKey, fetchPage, type PageWanted } from './fetch'
import { untilNext } from './until-next'

export type LiveEndpoint = {
  endpoint: WebhookEndpointView
  rows: WebhookDeliveryRow[]
  /** The real time as of the newest answer, epoch ms. */
  now: number
  /** The endpoint is not there any more. */
  gone: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  hasMore: boolean
  loadingMore: boolean
  loadMore: () => void
  /** Asks the server anew, and comes back with its answer on the screen. */
  refresh: () => Promise<void>
}

/** An endpoint with its deliveries, page by page, kept up to date while somebody looks. `first`: the server's answer. */
export function useEndpoint(wanted: PageWanted, first: EndpointPage): LiveEndpoint {
  const client = useQueryClient()
  const result = useInfiniteQuery({
    queryKey: [...endpointKey(wanted.id), 'deliveries', wanted.status ?? 'ALL'],
    queryFn: ({ pageParam, signal }) => fetchPage(wanted, pageParam, signal),
    initialPageParam: null as string | null,
    initialData: { pages: [first], pageParams: [null] },
    getNextPageParam: (last) => last.nextCursor,
    staleTime: 2000,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => !(state.error instanceof GoneError) && untilNext(state.data?.pages ?? []),
  })
  const { pages } = result.data
  const newest = pages[0] ?? first
  return {
    endpoint: newest.endpoint,
    rows: pages.flatMap(({ rows }) => rows),
    now: newest.now,
    gone: result.error instanceof GoneError,
    failed: result.isError,
    hasMore: result.hasNextPage,
    loadingMore: result.isFetchingNextPage,
    loadMore: () => {
      if (!result.isFetchingNextPage) void result.fetchNextPage()
    },
    refresh: () => client.invalidateQueries({ queryKey: endpointKey(wanted.id) }),
  }
}
