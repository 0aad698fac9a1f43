import { DESK_KEY, SignedOutError } from '@/components/after-sales/queue/fetch'
import type { DisputeCounts, DisputePage } from '@/lib/disputes/views'
import type { Lane } from './lanes'

/** Below `desk`, as all that is stale when something changed. */
export const countsKey = [...DESK_KEY, 'disputes', 'counts'] as const
export const laneKey = (lane: Lane) => [...DESK_KEY, 'disputes', 'lane', lane] as const

export async function fetchLane(lane: Lane, cursor: string | null, signal: AbortSignal): Promise<DisputePage> {
  const params = new URLSearchParams({ lane, ...(cursor !== null && { cursor }) })
  return fetchJson(`/api/desk/disputes?${params}`, signal)
}

export async function fetchCounts(signal: AbortSignal): Promise<DisputeCounts> {
  return fetchJson('/api/desk/disputes/counts', signal)
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal })
  if (response.status === 401) throw new SignedOutError()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
