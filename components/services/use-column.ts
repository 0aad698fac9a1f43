'use client'

import { useQuery } from '@tanstack/react-query'
import { decidesAt } from '@/components/after-sales/level'
import { LONGEST_WAIT_MS } from '@/components/list/fetch'
import { type Pages, usePages } from '@/components/list/use-pages'
import type { ServiceColumn, ServiceCounts, ServiceFilter, ServiceRow } from '@/lib/services/views'
import { columnKey, countsKey, fetchColumn, fetchCounts } from './fetch'

export function useColumn(column: ServiceColumn, filter: ServiceFilter): Pages<ServiceRow> {
  return usePages({
    queryKey: columnKey(column, filter),
    fetchPage: (cursor, signal) => fetchColumn(column, filter, cursor, signal),
    // when the buyer's time is over the server has closed it
    dueOf: ({ clock }: ServiceRow) => decidesAt(clock) ?? null,
  })
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
