'use client'

/** The runs whose end this browser has put away. */

const NAME = 'afterdesk:bulk-seen'
/** The server tells of fewer. */
const KEPT = 30

const listeners = new Set<() => void>()
// while storage is switched off they are put away until the page goes
let kept = ''

/** Their ids, with a blank between. */
export function readSeenRuns(): string {
  try {
    return localStorage.getItem(NAME) ?? ''
  } catch {
    return kept
  }
}

export function addSeenRuns(ids: readonly string[]): void {
  kept = [...new Set([...ids, ...readSeenRuns().split(' ')])].slice(0, KEPT).join(' ').trim()
  try {
    localStorage.setItem(NAME, kept)
  } catch {
    // as above
  }
  for (const listener of listeners) listener()
}

/** Also of what another tab puts away. Returns how to stop listening. */
export function onSeenRuns(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
