import { DESK_KEY, fetchJson } from '@/components/list/fetch'
import { boardQuery } from '@/lib/services/params'
import type { ServiceColumn, ServiceCounts, ServiceFilter, ServicePage } from '@/lib/services/views'

const URL = '/api/desk/services'

/** Below `desk`, as all that is stale when something changed. */
export const columnKey = (column: ServiceColumn, { type }: ServiceFilter) =>
  [...DESK_KEY, 'services', 'column', column, type ?? 'ALL'] as const
export const countsKey = ({ type }: ServiceFilter) => [...DESK_KEY, 'services', 'counts', type ?? 'ALL'] as const

export async function fetchColumn(
  column: ServiceColumn,
  filter: ServiceFilter,
  cursor: string | null,
  signal: AbortSignal,
): Promise<ServicePage> {
  const params = new URLSearchParams(boardQuery({ column, filter }))
  if (cursor !== null) params.set('cursor', cursor)
  return fetchJson(`${URL}?${params}`, signal)
}

export async function fetchCounts(filter: ServiceFilter, signal: AbortSignal): Promise<ServiceCounts> {
  return fetchJson(`${URL}/counts${boardQuery({ column: 'TODO', filter })}`, signal)
}
