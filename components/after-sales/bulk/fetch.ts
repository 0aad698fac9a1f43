import { fetchJson } from '@/components/list/fetch'
import type { BulkItemState, BulkResult, BulkResultPage, BulkRuns } from '@/lib/bulk/views'

/** Not below the desk's: a run that changes a thousand cases would be counted for each. */
export const RUNS_KEY = ['bulk-runs'] as const

export function fetchRuns(signal: AbortSignal): Promise<BulkRuns> {
  return fetchJson('/api/desk/bulk', signal)
}

export type ResultsWanted = { id: string; state: BulkItemState | null; cursor: string | null }

/** A page of results, of one state or of all. */
export function fetchResults({ id, state, cursor }: ResultsWanted, signal?: AbortSignal): Promise<BulkResultPage> {
  const params = new URLSearchParams({ ...(state !== null && { state }), ...(cursor !== null && { cursor }) })
  return fetchJson(`/api/desk/bulk/${id}?${params}`, signal ?? new AbortController().signal)
}

/** All results of a state. Throws as `fetchJson` does. */
export async function fetchAllResults(id: string, state: BulkItemState): Promise<BulkResult[]> {
  const found: BulkResult[] = []
  let cursor: string | null = null
  do {
    const page: BulkResultPage = await fetchResults({ id, state, cursor })
    found.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}
