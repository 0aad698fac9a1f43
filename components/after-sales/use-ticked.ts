'use client'

import { useSyncExternalStore } from 'react'
import { useTicker } from '@/components/ui/ticker'
import { shownTime, startOfDay } from './shown-time'

/** What `of` makes of the server's time; renders anew when that changes, not with every tick. */
export function useTicked<T extends string | number | boolean>(of: (now: number) => T): T {
  const { read, first, subscribe } = useTicker()
  return useSyncExternalStore(
    subscribe,
    () => of(read()),
    () => of(first()),
  )
}

/** The server's time as far as a countdown to `dueAt` shows it, in epoch ms. */
export function useShownTime(dueAt: number): number {
  return useTicked((now) => shownTime(dueAt, now))
}

/** When the server's day began, in epoch ms. */
export function useToday(): number {
  return useTicked(startOfDay)
}

/** R0.2 At the deadline itself there is still time. */
export function useHasPassed(dueAt: number | undefined): boolean {
  return useTicked((now) => dueAt !== undefined && now > dueAt)
}
