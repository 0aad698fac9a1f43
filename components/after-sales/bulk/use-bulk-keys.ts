'use client'

import { useParams } from 'next/navigation'
import { useEffect } from 'react'
import { useOffline } from '@/components/after-sales/live'
import { isElsewhere, isTaken, keyOf } from '@/components/layout/typing'
import { isNothing } from './selection'
import { letGo, openStep, pickLoaded, pickMatching, readSelecting, toggleRow } from './selection-store'

/**
 * X selects the row in focus or what is open, with Shift up to there; once anything is selected Ctrl/⌘ + A selects what is
 * loaded and then all that match, A, C, L and I act on the selection, and Esc lets go of it. They come before all other
 * keys: while anything is selected the letters are not the case's.
 */
export function useBulkKeys(): void {
  const offline = useOffline()
  const { no: open } = useParams<{ no?: string }>()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = actOf(event, open, offline)
      if (!act) return
      event.preventDefault()
      if (!event.repeat) act()
    }
    addEventListener('keydown', press, { capture: true })
    return () => removeEventListener('keydown', press, { capture: true })
  }, [open, offline])
}

const STEPS = { a: 'approve', c: 'sendMessage', l: 'logContact', i: 'assign' } as const

function actOf(event: KeyboardEvent, open: string | undefined, offline: boolean): (() => void) | undefined {
  const { selection, rows, step, choosing } = readSelecting()
  const any = !isNothing(selection)
  const key = keyOf(event)
  if (any && key === 'a' && isHeld(event)) return isElsewhere(event) ? undefined : pickMore
  if (isTaken(event)) return
  if (key === 'escape' && step === 'approve') return () => openStep(null)
  // who is asked to confirm something answers that first
  if (document.querySelector(ASKING)) return
  if (key === 'escape') return any || choosing ? letGo : undefined
  if (key === 'x') {
    const no = focusedRow() ?? open
    return rows.some((row) => row.no === no) && no !== undefined ? () => toggleRow(no, event.shiftKey) : undefined
  }
  if (!any || event.shiftKey) return
  const next = Object.entries(STEPS).find(([letter]) => letter === key)?.[1]
  return next && (() => offline || openStep(next))
}

const ASKING = '[role="alertdialog"], [data-radix-popper-content-wrapper] [role="listbox"]'

/** ⌘ or Ctrl, and nothing else. */
function isHeld({ metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return metaKey !== ctrlKey && !altKey && !shiftKey
}

/** All that are loaded; where they are already, all that match. */
function pickMore(): void {
  const { selection, rows } = readSelecting()
  if (selection.all || rows.every(({ no }) => selection.picked.has(no))) pickMatching()
  else pickLoaded()
}

function focusedRow(): string | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement ? activeElement.dataset.row : undefined
}
