'use client'

import { type KeyboardEvent, useState } from 'react'
import { isComposing } from '@/components/ui/input-method'

export type RovingOption = {
  active: number
  point: (at: number) => void
  press: (event: KeyboardEvent) => void
}

/**
 * Which of the options Enter takes: the first, until the keys or the pointer go to another; that one stays when others
 * come before it. `about`: what they were found for; anew it begins with the first.
 */
export function useRovingOption(about: string, ids: readonly string[], choose: (at: number) => void): RovingOption {
  const [chosen, setChosen] = useState({ about, id: '' })
  const active = chosen.about === about ? Math.max(0, ids.indexOf(chosen.id)) : 0
  const point = (at: number) => setChosen({ about, id: ids[at] ?? '' })
  const press = (event: KeyboardEvent) => {
    // with an input method open every key is its own
    if (isComposing(event.nativeEvent) || event.shiftKey || event.altKey || event.metaKey || event.ctrlKey) return
    const { length } = ids
    const to = {
      ArrowDown: (active + 1) % length,
      ArrowUp: (active - 1 + length) % length,
      Home: 0,
      End: length - 1,
    }[event.key]
    if (event.key !== 'Enter' && (to === undefined || length === 0)) return
    event.preventDefault()
    if (to !== undefined) point(to)
    else if (!event.repeat) choose(active)
  }
  return { active, point, press }
}
