'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { isWorthRetrying } from '@/components/list/fetch'
import { pagingOf } from '@/components/list/paging'
import { useTicker } from '@/components/ui/ticker'
import { fetchNotices, listKey } from './fetch'

/** The list behind the bell, page by page, kept up to date while it is open. */
export function useNotices(open: boolean) {
  const ticker = useTicker()
  const result = useInfiniteQuery({
    queryKey: listKey,
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchNotices(pageParam, signal)
      ticker.set(page.now)
      return page
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled: open,
    staleTime: 0,
    retry: isWorthRetrying,
  })
  return { notices: result.data?.pages.flatMap(({ notices }) => notices) ?? [], ...pagingOf(result) }
}
