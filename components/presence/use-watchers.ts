'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { isWorthRetrying } from '@/components/list/fetch'
import { useHydrating } from '@/components/ui/use-hydrating'
import { type Presence, SAY_EVERY_MS, type Watcher } from '@/lib/presence/views'
import { fetchPresence, PRESENCE_KEY } from './fetch'

const NOBODY: readonly Watcher[] = []

/** Who else has this case open. News of the server's make it ask again; while somebody is there, so does time. */
export function useWatchers(no: string): readonly Watcher[] {
  const { data } = useQuery({
    queryKey: PRESENCE_KEY,
    queryFn: ({ signal }) => fetchPresence(signal),
    select: useCallback((presence: Presence) => presence[no] ?? NOBODY, [no]),
    // a list has many rows that ask: only news and time make it old
    staleTime: Number.POSITIVE_INFINITY,
    retry: isWorthRetrying,
    // who closed his computer went without a word
    refetchInterval: ({ state }) => (state.data && Object.keys(state.data).length > 0 ? SAY_EVERY_MS : false),
  })
  // the server wrote of nobody, and the answer may be here before this part of the page listens
  return (useHydrating() ? null : data) ?? NOBODY
}
