'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const readModifier = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl')

export type Modifier = '⌘' | 'Ctrl'

/** The key that makes a command of another on this computer, as it is written. */
export function useModifier(): Modifier {
  return useSyncExternalStore<Modifier>(never, readModifier, () => 'Ctrl')
}

/** `⌘K`, `Ctrl K`. */
export function chordOf(modifier: Modifier, key: string): string {
  return modifier === '⌘' ? `⌘${key}` : `Ctrl ${key}`
}
