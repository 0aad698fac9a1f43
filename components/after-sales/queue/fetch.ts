import { DESK_KEY, fetchJson } from '@/components/list/fetch'
import type { QueuePage, QueueSummary } from '@/lib/after-sales/views'

export const summaryKey = [...DESK_KEY, 'summary'] as const
export const pagesKey = (query: string) => [...DESK_KEY, 'queue', query] as const

export function fetchPage(query: string, cursor: string | null, signal: AbortSignal): Promise<QueuePage> {
  const params = new URLSearchParams(query)
  if (cursor) params.set('cursor', cursor)
  return fetchJson(`/api/desk/queue?${params}`, signal)
}

export function fetchSummary(signal: AbortSignal): Promise<QueueSummary> {
  return fetchJson('/api/desk/summary', signal)
}
