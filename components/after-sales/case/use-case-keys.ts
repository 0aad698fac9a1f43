'use client'

import { useEffect } from 'react'
import { isAnySelected } from '@/components/after-sales/bulk/selection-store'
import { isTaken } from '@/components/layout/typing'

/** Letters, and `escape`, that do something on a case while nobody is writing. While cases are selected letters are not its own. */
export function useCaseKeys(keys: Partial<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.shiftKey || isTaken(event)) return
      const key = event.key.toLowerCase()
      const act = keys[key]
      if (!act || (key !== 'escape' && isAnySelected())) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
