'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { decidesAt } from '@/components/after-sales/level'
import { LONGEST_WAIT_MS } from '@/components/list/fetch'
import { type Pages, usePages } from '@/components/list/use-pages'
import { parseQueueParams, queueKey } from '@/lib/after-sales/params'
import type { QueueFilter, QueueRow } from '@/lib/after-sales/views'
import { fetchPage, fetchSummary, pagesKey, summaryKey } from './fetch'

export type Queue = Pages<QueueRow> & {
  filter: QueueFilter
  /** The filters as a query string, without what is not the queue's. */
  query: string
}

/** The queue that the URL asks for. */
export function useQueue(): Queue {
  const params = useSearchParams()
  const query = queueKey(params)
  const pages = usePages({
    queryKey: pagesKey(query),
    fetchPage: (cursor, signal) => fetchPage(query, cursor, signal),
    dueOf,
  })
  return { ...pages, filter: parseQueueParams(params), query }
}

/** The tabs' counts, the forecast and the saved filters. */
export function useSummary() {
  const { data } = useQuery({
    queryKey: summaryKey,
    queryFn: ({ signal }) => fetchSummary(signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}

function dueOf({ clock, dispute }: QueueRow): number | null {
  return decidesAt(clock) ?? (dispute?.evidence.open ? dispute.evidence.dueAt : null)
}
