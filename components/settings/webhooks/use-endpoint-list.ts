'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isWorthRetrying } from '@/components/list/fetch'
import { type EndpointList, fetchList, listKey } from './fetch'

const QUIET_MS = 30_000
const BUSY_MS = 5_000

/** The shop's endpoints, kept up to date while somebody looks. `first`: the server's answer. */
export function useEndpointList(shopId: string, first: EndpointList) {
  const client = useQueryClient()
  const { data, isError } = useQuery({
    queryKey: listKey(shopId),
    queryFn: ({ signal }) => fetchList(shopId, signal),
    initialData: first,
    staleTime: 2000,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (state.data?.endpoints.some(({ waiting }) => waiting > 0) ? BUSY_MS : QUIET_MS),
  })
  return { ...data, failed: isError, refresh: () => client.invalidateQueries({ queryKey: listKey(shopId) }) }
}
