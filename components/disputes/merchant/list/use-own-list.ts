'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { mergeByDue } from '@/components/disputes/console/lanes'
import { LONGEST_WAIT_MS, useLane } from '@/components/disputes/use-lane'
import type { DisputeCounts, DisputeRow } from '@/lib/disputes/views'
import { fetchOwnCounts, OWN, ownCountsKey } from './fetch'
import { groupsOfTab, type OwnTab, parseOwnTab } from './own-tab'

export type OwnList = {
  tab: OwnTab
  rows: DisputeRow[]
  isLoading: boolean
  /** The last attempt failed; what is shown is older. */
  failed: boolean
  hasMore: boolean
  loadMore: () => void
  retry: () => void
}

/** The shop's disputes that the URL asks for, kept up to date. */
export function useOwnList(): OwnList {
  const tab = parseOwnTab(useSearchParams().get('lane'))
  const groups = groupsOfTab(tab)
  const shown = groups.flat()
  const lanes = {
    EVIDENCE: useLane(OWN, 'EVIDENCE', shown.includes('EVIDENCE')),
    MORE_EVIDENCE: useLane(OWN, 'MORE_EVIDENCE', shown.includes('MORE_EVIDENCE')),
    TO_RULE: useLane(OWN, 'TO_RULE', shown.includes('TO_RULE')),
    OVER: useLane(OWN, 'OVER', shown.includes('OVER')),
  }
  const asked = shown.map((lane) => lanes[lane])
  return {
    tab,
    rows: groups.flatMap((group) => mergeByDue(group.map((lane) => lanes[lane]))),
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
export function useOwnCounts(): DisputeCounts | undefined {
  const { data } = useQuery({
    queryKey: ownCountsKey,
    queryFn: ({ signal }) => fetchOwnCounts(signal),
    staleTime: 2000,
    refetchInterval: LONGEST_WAIT_MS,
  })
  return data
}
