'use client'

import { useEffect, useRef } from 'react'

/**
 * When a bar or its confirmation (`asking`) goes and takes the focus along, the focus goes back to the row that it came
 * from, or else to the one that has the list's tab stop.
 */
export function useFocusHome(asking: boolean): void {
  const from = useRef<string | undefined>(undefined)
  useEffect(() => {
    const remember = () => {
      const { activeElement } = document
      from.current = (activeElement instanceof HTMLElement && activeElement.dataset.row) || from.current
    }
    remember()
    document.addEventListener('focusin', remember)
    return () => {
      document.removeEventListener('focusin', remember)
      goHome(from.current)
    }
  }, [])
  useEffect(() => {
    if (asking) return () => goHome(from.current)
  }, [asking])
}

function goHome(no: string | undefined): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const row = no === undefined ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(no)}"]`)
    const home = row ?? document.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    home?.focus({ preventScroll: true })
  })
}
