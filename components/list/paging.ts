import type { UseInfiniteQueryResult } from '@tanstack/react-query'

/** How far a list that is read page by page has come, and how it goes on. */
export function pagingOf<T>(result: UseInfiniteQueryResult<T>) {
  return {
    isLoading: result.isPending,
    failed: result.isError,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    retry: () => void result.refetch(),
  }
}
