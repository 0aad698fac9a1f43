'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** The focus goes back to the button that opened the confirmation. */
export function useFocusOnReturn(away: boolean, to: RefObject<HTMLButtonElement | null>): void {
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !away) to.current?.focus()
    was.current = away
  }, [away, to])
}
