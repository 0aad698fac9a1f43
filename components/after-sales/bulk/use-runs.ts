'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { isWorthRetrying, LONGEST_WAIT_MS } from '@/components/list/fetch'
import type { BulkProgress } from '@/lib/bulk/views'
import { fetchRuns, RUNS_KEY } from './fetch'
import { addSeenRuns, onSeenRuns, readSeenRuns } from './seen-runs'

/** How often a run that is under way is asked for, in ms. */
const EVERY_MS = 1000

/** The viewer's runs that are under way, and those whose end he has not put away yet; the newest first. */
export function useRuns(): BulkProgress[] {
  const { data } = useQuery({
    queryKey: RUNS_KEY,
    queryFn: ({ signal }) => fetchRuns(signal),
    staleTime: EVERY_MS,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnderWay) ? EVERY_MS : LONGEST_WAIT_MS),
  })
  const seen = useSyncExternalStore(onSeenRuns, readSeenRuns, () => '')
  return data?.runs.filter((run) => isUnderWay(run) || !seen.split(' ').includes(run.id)) ?? []
}

export function isUnderWay({ state }: Pick<BulkProgress, 'state'>): boolean {
  return state === 'RUNNING'
}

/** What came of them need not stand there any more. */
export function putAway(runs: readonly BulkProgress[]): void {
  addSeenRuns(runs.filter((run) => !isUnderWay(run)).map(({ id }) => id))
}
