import type { DisputeLane, DisputeRow } from '@/lib/disputes/views'

/** The lanes in the order in which they are worked through. */
export const LANES = ['TO_RULE', 'EVIDENCE', 'MORE_EVIDENCE', 'OVER'] as const satisfies readonly DisputeLane[]
export type Lane = (typeof LANES)[number]
/** The tabs over the list: what is open, then each lane on its own. */
export const CONSOLE_TABS = ['OPEN', ...LANES] as const
export type ConsoleTab = (typeof CONSOLE_TABS)[number]

/** Rows under one heading; the lanes in it share one order. */
export type LaneGroup = { heading: Lane; lanes: readonly Lane[] }

/** What the URL says, never wrong: what is no tab is the first. */
export function parseTab(value: string | null): ConsoleTab {
  return CONSOLE_TABS.find((tab) => tab === value) ?? 'OPEN'
}

/** What is to be ruled on comes first; what is still heard, by when it ends, whether asked for once or more often. */
export function groupsOf(tab: ConsoleTab): readonly LaneGroup[] {
  if (tab !== 'OPEN') return [{ heading: tab, lanes: [tab] }]
  return [
    { heading: 'TO_RULE', lanes: ['TO_RULE'] },
    { heading: 'EVIDENCE', lanes: ['EVIDENCE', 'MORE_EVIDENCE'] },
  ]
}

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
