'use client'

import { useEffect } from 'react'
import { isComposing } from './input-method'
import { chordOf, useModifier } from './use-modifier'

/** ⌘ or Ctrl with Enter does it, from any field; how that is written on this computer. */
export function useSendKey(send: () => void): string {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || isComposing(event) || event.repeat) return
      event.preventDefault()
      send()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return chordOf(useModifier(), '⏎')
}
