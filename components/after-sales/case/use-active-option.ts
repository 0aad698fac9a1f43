'use client'

import { type KeyboardEvent, useState } from 'react'
import { isComposing } from '@/components/ui/input-method'

export type ActiveOption = {
  active: number
  /** Whether the key was the list's: the arrows move, Enter and Tab choose. */
  press: (event: KeyboardEvent) => boolean
}

/** Which of so many options is the one to be chosen. `about`: what the list is of; another list begins anew. */
export function useActiveOption(about: string, count: number, choose: (at: number) => void): ActiveOption {
  const [at, setAt] = useState({ about, index: 0 })
  const active = at.about === about && at.index < count ? at.index : 0
  const press = (event: KeyboardEvent) => {
    // with an input method open every key is its own
    if (isComposing(event.nativeEvent) || event.shiftKey || count === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter' && event.key !== 'Tab') return false
    event.preventDefault()
    if (step === undefined) choose(active)
    else setAt({ about, index: (active + step + count) % count })
    return true
  }
  return { active, press }
}
