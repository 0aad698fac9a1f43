import type { QueuePage, QueueSummary } from '@/lib/after-sales/views'

/** The keys of what the desk refetches. Everything below `desk` is stale when something changed. */
export const DESK_KEY = ['desk'] as const
export const summaryKey = [...DESK_KEY, 'summary'] as const
export const pagesKey = (query: string) => [...DESK_KEY, 'queue', query] as const

/** The session is over: the page has to be asked for anew, and leads to the sign-in. */
export class SignedOutError extends Error {}

export async function fetchPage(query: string, cursor: string | null, signal: AbortSignal): Promise<QueuePage> {
  const params = new URLSearchParams(query)
  if (cursor) params.set('cursor', cursor)
  return fetchJson(`/api/desk/queue?${params}`, signal)
}

export async function fetchSummary(signal: AbortSignal): Promise<QueueSummary> {
  return fetchJson('/api/desk/summary', signal)
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal })
  if (response.status === 401) throw new SignedOutError()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
