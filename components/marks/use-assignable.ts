'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson, isWorthRetrying } from '@/components/list/fetch'
import type { Assignable } from '@/lib/marks/views'

const FRESH_MS = 30_000

/** Who may be given cases of the shop; asked once somebody is about to want it. */
export function useAssignable(shopId: string, wanted = true) {
  return useQuery({
    queryKey: ['assignable', shopId],
    queryFn: ({ signal }) =>
      fetchJson<Assignable>(`/api/desk/members?${new URLSearchParams({ shop: shopId })}`, signal),
    enabled: wanted,
    staleTime: FRESH_MS,
    retry: isWorthRetrying,
  })
}
