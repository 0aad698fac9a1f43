'use client'

import { useEffect } from 'react'
import { isAnySelected } from '@/components/after-sales/bulk/selection-store'
import type { Act } from '@/components/layout/acts'
import { isTaken, keyOf } from '@/components/layout/typing'

export type CaseKeys = Partial<Record<string, () => void>>

/** Letters, and `escape`, that do something on a case while nobody is writing. While cases are selected letters are not its own. */
export function useCaseKeys(keys: CaseKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.shiftKey || isTaken(event)) return
      const key = keyOf(event)
      const act = keys[key]
      if (!act || (key !== 'escape' && isAnySelected())) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

/** The keys of what can be done. */
export function keysOf(acts: readonly (Act | false | null | undefined)[]): CaseKeys {
  const keys: CaseKeys = {}
  for (const act of acts) if (act && act.keys !== undefined && act.run) keys[act.keys.toLowerCase()] = act.run
  return keys
}
