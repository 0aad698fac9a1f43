'use client'

import { useSyncExternalStore } from 'react'

/** Whether the page hears of changes as they happen; `since`: performance.now() when it stopped. */
export type LiveState = { connected: true } | { connected: false; since: number } | null

let state: LiveState = null
const listeners = new Set<() => void>()

export function setLive(next: LiveState): void {
  state = next
  for (const listener of listeners) listener()
}

/** null until the first connection has been made or has failed. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, readState, readNothing)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const readState = () => state
const readNothing = () => null
