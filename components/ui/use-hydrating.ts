'use client'

import { useSyncExternalStore } from 'react'

/** Whether this still is what the server wrote: nothing listens to keys or clicks here yet. */
export function useHydrating(): boolean {
  return useSyncExternalStore(neverChanges, isFalse, isTrue)
}

const neverChanges = () => () => {}
const isTrue = () => true
const isFalse = () => false
