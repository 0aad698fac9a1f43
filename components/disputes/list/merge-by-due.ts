import type { DisputeRow } from '@/lib/disputes/views'

export type LoadedLane = { rows: readonly DisputeRow[]; hasMore: boolean }

/**
 * Lanes that are loaded page by page as one list, soonest first: only as far as every one of them is known, so that no row
 * appears above one that was there before.
 */
export function mergeByDue(lanes: readonly LoadedLane[]): DisputeRow[] {
  const [only] = lanes
  if (only && lanes.length === 1) return [...only.rows]
  const known = Math.min(...lanes.map(({ rows, hasMore }) => (hasMore ? dueOf(rows.at(-1)) : Number.POSITIVE_INFINITY)))
  return lanes
    .flatMap(({ rows }) => rows)
    .filter((row) => dueOf(row) <= known)
    .sort((a, b) => dueOf(a) - dueOf(b) || (a.no < b.no ? -1 : 1))
}

function dueOf(row: DisputeRow | undefined): number {
  return row?.dueAt ?? Number.POSITIVE_INFINITY
}
