'use client'

import { useEffect } from 'react'
import { isTaken } from '@/components/layout/typing'

/** Letters, and `escape`, that do something on a case while nobody is writing. */
export function useCaseKeys(keys: Partial<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.shiftKey || isTaken(event)) return
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}
