'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { isWorthRetrying } from '@/components/list/fetch'
import { pagingOf } from '@/components/list/paging'
import type { BulkItemState } from '@/lib/bulk/views'
import { fetchResults } from './fetch'

/** One result per case, page by page; of one `state` or of all (null). */
export function useResults(id: string, state: BulkItemState | null) {
  const result = useInfiniteQuery({
    queryKey: ['bulk-results', id, state],
    queryFn: ({ pageParam, signal }) => fetchResults({ id, state, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    retry: isWorthRetrying,
  })
  return { rows: result.data?.pages.flatMap(({ rows }) => rows) ?? [], ...pagingOf(result) }
}
