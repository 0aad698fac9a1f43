'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { type LaneSource, LONGEST_WAIT_MS, useLane } from '@/components/disputes/use-lane'
import type { DisputeCounts, DisputeRow } from '@/lib/disputes/views'
import { countsKey, fetchCounts, fetchLane, laneKey } from './fetch'
import { type ConsoleTab, groupsOf, type LaneGroup, mergeByDue, parseTab } from './lanes'

const ALL: LaneSource = { keyOf: laneKey, fetchPage: fetchLane }

export type ConsoleList = {
  tab: ConsoleTab
  groups: (LaneGroup & { rows: DisputeRow[] })[]
  /** Of all groups, in the order in which they stand. */
  rows: DisputeRow[]
  isLoading: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  hasMore: boolean
  loadMore: () => void
  retry: () => void
}

/** The disputes that the URL asks for, kept up to date; each answer sets the console's clock. */
export function useConsoleList(): ConsoleList {
  const tab = parseTab(useSearchParams().get('lane'))
  const wanted = groupsOf(tab)
  const shown = wanted.flatMap(({ lanes }) => lanes)
  const lanes = {
    TO_RULE: useLane(ALL, 'TO_RULE', shown.includes('TO_RULE')),
    EVIDENCE: useLane(ALL, 'EVIDENCE', shown.includes('EVIDENCE')),
    MORE_EVIDENCE: useLane(ALL, 'MORE_EVIDENCE', shown.includes('MORE_EVIDENCE')),
    OVER: useLane(ALL, 'OVER', shown.includes('OVER')),
  }
  const asked = shown.map((lane) => lanes[lane])
  const groups = wanted.map((group) => ({ ...group, rows: mergeByDue(group.lanes.map((lane) => lanes[lane])) }))
  return {
    tab,
    groups,
    rows: groups.flatMap(({ rows }) => rows),
    isLoading: asked.some(({ isLoading }) => isLoading),
    failed: asked.some(({ failed }) => failed),
    hasMore: asked.some(({ hasMore }) => hasMore),
    loadMore: () => {
      for (const lane of asked) lane.loadMore()
    },
    retry: () => {
      for (const lane of asked) lane.retry()
    },
  }
}

/** How many each lane holds; undefined until somebody has counted. */
export function useDisputeCounts(): DisputeCounts | undefined {
  const { data } = useQuery({
    queryKey: countsKey,
    queryFn: ({ signal }) => fetchCounts(signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}
