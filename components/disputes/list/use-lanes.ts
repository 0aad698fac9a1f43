'use client'

import { type Pages, usePages } from '@/components/list/use-pages'
import type { DisputeLane, DisputeRow } from '@/lib/disputes/views'
import { mergeByDue } from './merge-by-due'
import { type DisputeSource, fetchLane, laneKey } from './source'

/** Lanes that share one order. */
export type LaneGroup = { lanes: readonly DisputeLane[] }

/**
 * `groups`: as far as they are loaded; one that stands below another comes when that is loaded to its end. `rows`: of all of
 * them, in the order in which they stand.
 */
export type Lanes<G extends LaneGroup> = Pages<DisputeRow> & { groups: (G & { rows: DisputeRow[] })[] }

/** The lanes of these groups as one list. */
export function useLanes<G extends LaneGroup>(source: DisputeSource, wanted: readonly G[]): Lanes<G> {
  const shown = wanted.flatMap(({ lanes }) => lanes)
  const lanes = {
    TO_RULE: useLane(source, 'TO_RULE', shown.includes('TO_RULE')),
    EVIDENCE: useLane(source, 'EVIDENCE', shown.includes('EVIDENCE')),
    MORE_EVIDENCE: useLane(source, 'MORE_EVIDENCE', shown.includes('MORE_EVIDENCE')),
    OVER: useLane(source, 'OVER', shown.includes('OVER')),
  }
  const asked = shown.map((lane) => lanes[lane])
  const unfinished = wanted.findIndex((group) => group.lanes.some((lane) => lanes[lane].hasMore))
  const loaded = unfinished === -1 ? wanted : wanted.slice(0, unfinished + 1)
  const groups = loaded.map((group) => ({ ...group, rows: mergeByDue(group.lanes.map((lane) => lanes[lane])) }))
  return {
    groups,
    rows: groups.flatMap(({ rows }) => rows),
    isLoading: asked.some(({ isLoading }) => isLoading),
    isFetching: asked.some(({ isFetching }) => isFetching),
    failed: asked.some(({ failed }) => failed),
    hasMore: asked.some(({ hasMore }) => hasMore),
    loadMore: () => {
      for (const lane of loaded.at(-1)?.lanes ?? []) lanes[lane].loadMore()
    },
    retry: () => {
      for (const lane of asked) lane.retry()
    },
  }
}

function useLane(source: DisputeSource, lane: DisputeLane, enabled: boolean): Pages<DisputeRow> {
  return usePages({
    queryKey: laneKey(source, lane),
    fetchPage: (cursor, signal) => fetchLane(source, lane, cursor, signal),
    dueOf: ({ dueAt }) => dueAt,
    enabled,
  })
}
