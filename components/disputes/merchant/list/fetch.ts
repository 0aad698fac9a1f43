import { DESK_KEY, SignedOutError } from '@/components/after-sales/queue/fetch'
import type { LaneSource } from '@/components/disputes/use-lane'
import type { DisputeCounts, DisputeLane } from '@/lib/disputes/views'

const URL = '/api/desk/shop-disputes'

/** Below `desk`, as all that is stale when something changed. */
export const ownCountsKey = [...DESK_KEY, 'own-disputes', 'counts'] as const
export const ownLaneKey = (lane: DisputeLane) => [...DESK_KEY, 'own-disputes', 'lane', lane] as const

/** The disputes of the shop that the desk shows. */
export const OWN: LaneSource = {
  keyOf: ownLaneKey,
  fetchPage: (lane, cursor, signal) =>
    fetchJson(`${URL}?${new URLSearchParams({ lane, ...(cursor !== null && { cursor }) })}`, signal),
}

export async function fetchOwnCounts(signal: AbortSignal): Promise<DisputeCounts> {
  return fetchJson(`${URL}/counts`, signal)
}

async function fetchJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal })
  if (response.status === 401) throw new SignedOutError()
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
