'use client'

import { useSyncExternalStore } from 'react'

/**
 * Whether the page hears of changes as they happen; `since`: performance.now() when it stopped. `unreachable`: nor does
 * the server answer when it is asked, so what the screen shows may be old.
 */
export type LiveState = { connected: true } | { connected: false; since: number; unreachable: boolean } | null

/** Short breaks are nobody's business. */
const SILENT_MS = 3000

let state: LiveState = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

export function setConnected(connected: boolean): void {
  // the first break counts, not each failed attempt to mend it
  if (!connected && state?.connected === false) return
  clearTimeout(timer)
  if (connected) {
    change({ connected: true })
    return
  }
  const since = performance.now()
  change({ connected: false, since, unreachable: false })
  timer = setTimeout(() => void askServer(since), SILENT_MS)
}

/** Where only the stream is held back, by a proxy for instance, the desk still works. */
async function askServer(since: number): Promise<void> {
  const answered = await fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (state?.connected !== false || state.since !== since) return
  change({ connected: false, since, unreachable: !answered })
  timer = setTimeout(() => void askServer(since), SILENT_MS)
}

/** null until the first connection has been made or has failed. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, readState, readNothing)
}

/** The server has not been heard of for a while: nothing can be decided. */
export function useOffline(): boolean {
  const live = useLive()
  return live?.connected === false && live.unreachable
}

function change(next: LiveState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const readState = () => state
const readNothing = () => null
