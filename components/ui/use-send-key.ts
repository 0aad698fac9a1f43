'use client'

import { useEffect, useSyncExternalStore } from 'react'

const never = () => () => undefined
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** ⌘ or Ctrl with Enter does it, from any field; how that is written on this computer. */
export function useSendKey(send: () => void): string {
  const mac = useSyncExternalStore(never, isMac, () => false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing || event.repeat) return
      event.preventDefault()
      send()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return mac ? '⌘⏎' : 'Ctrl ⏎'
}
