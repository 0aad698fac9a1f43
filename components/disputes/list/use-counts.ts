'use client'

import { useQuery } from '@tanstack/react-query'
import { LONGEST_WAIT_MS } from '@/components/list/fetch'
import type { DisputeCounts } from '@/lib/disputes/views'
import { countsKey, type DisputeSource, fetchCounts } from './source'

/** How many each lane holds; undefined until somebody has counted. */
export function useCounts(source: DisputeSource): DisputeCounts | undefined {
  const { data } = useQuery({
    queryKey: countsKey(source),
    queryFn: ({ signal }) => fetchCounts(source, signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}

/** How many disputes are not over. */
export function openCount({ TO_RULE, EVIDENCE, MORE_EVIDENCE }: DisputeCounts): number {
  return TO_RULE + EVIDENCE + MORE_EVIDENCE
}
