'use client'

import { useEffect } from 'react'
import { SAY_EVERY_MS } from '@/lib/presence/views'
import { sayGoodbye, show } from './tab'

/** Tells the colleagues that this tab shows this case, for as long as it does and is looked at. */
export function useLooking(no: string): void {
  useEffect(() => {
    // a tab in the background is not looked at yet; one that was, is forgotten by itself
    const look = () => {
      if (document.visibilityState === 'visible') show(no)
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) look()
    }
    look()
    const timer = setInterval(look, SAY_EVERY_MS)
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', sayGoodbye)
    addEventListener('pageshow', comeBack)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', sayGoodbye)
      removeEventListener('pageshow', comeBack)
      show(null)
    }
  }, [no])
}
