import { DESK_KEY, fetchJson } from '@/components/list/fetch'
import type { DisputeCounts, DisputeLane, DisputePage } from '@/lib/disputes/views'

/** Whose disputes: where the browser keeps them, where it fetches them, and where their page is. */
export type DisputeSource = { key: string; api: string; path: string }

/** Those of all shops: support's. */
export const ALL: DisputeSource = { key: 'disputes', api: '/api/desk/disputes', path: '/disputes' }
/** Those of the shop that the desk shows. */
export const OWN: DisputeSource = { key: 'own-disputes', api: '/api/desk/shop-disputes', path: '/shop-disputes' }

export const countsKey = ({ key }: DisputeSource) => [...DESK_KEY, key, 'counts'] as const
export const laneKey = ({ key }: DisputeSource, lane: DisputeLane) => [...DESK_KEY, key, 'lane', lane] as const

export function fetchLane(
  { api }: DisputeSource,
  lane: DisputeLane,
  cursor: string | null,
  signal: AbortSignal,
): Promise<DisputePage> {
  return fetchJson(`${api}?${new URLSearchParams({ lane, ...(cursor !== null && { cursor }) })}`, signal)
}

export function fetchCounts({ api }: DisputeSource, signal: AbortSignal): Promise<DisputeCounts> {
  return fetchJson(`${api}/counts`, signal)
}
