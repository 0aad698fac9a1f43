'use client'

const listeners = new Set<() => void>()

/** Its code: fetched when somebody is about to want it. */
export const loadPanel = () => import('./panel')

/** As ⌘K does. */
export function openPalette(): void {
  for (const listener of listeners) listener()
}

/** Returns how to stop listening. */
export function onOpenPalette(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
