'use client'

import { useEffect } from 'react'
import { isTaken, keyOf } from '@/components/layout/typing'

/** Where somebody was on the board when he left it for a case: there he goes on. */
let last: string | undefined

/**
 * J and K, and the arrows up and down, go from service to service; the arrows to the side go to the next column that
 * holds any. Without one in focus J and K begin where somebody was, or at the first. O opens, as Enter does by itself.
 */
export function useBoardKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      const columns = shownColumns()
      const here = document.activeElement
      const row = here instanceof HTMLElement && here.matches(ROW) ? here : null
      const to = row ? neighbourOf(columns, row, keyOf(event)) : firstOf(columns, keyOf(event))
      if (to) to.focus()
      else if (keyOf(event) === 'o' && row) row.click()
      else return
      event.preventDefault()
    }
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last = target.dataset.service ?? last
    }
    addEventListener('keydown', press)
    addEventListener('focusin', remember)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('focusin', remember)
    }
  }, [])
}

const ROW = '[data-service]'

/** Column by column, what there is to see of it. */
function shownColumns(): HTMLElement[][] {
  return [...document.querySelectorAll('[role=listbox]')]
    .map((list) => [...list.querySelectorAll<HTMLElement>(ROW)].filter((row) => row.checkVisibility()))
    .filter((rows) => rows.length > 0)
}

function firstOf(columns: HTMLElement[][], key: string): HTMLElement | undefined {
  if (!['j', 'k'].includes(key)) return undefined
  const rows = columns.flat()
  return rows.find((row) => row.dataset.service === last) ?? rows[0]
}

function neighbourOf(columns: HTMLElement[][], here: HTMLElement, key: string): HTMLElement | undefined {
  const column = columns.findIndex((rows) => rows.includes(here))
  const rows = columns[column] ?? []
  const at = rows.indexOf(here)
  const beside = columns[column + (SIDE[key] ?? 0)]
  if (SIDE[key] !== undefined) return beside?.[Math.min(at, beside.length - 1)]
  const to = { j: at + 1, arrowdown: at + 1, k: at - 1, arrowup: at - 1, home: 0, end: rows.length - 1 }[key]
  return to === undefined ? undefined : rows[to]
}

const SIDE: { [key: string]: 1 | -1 } = { arrowright: 1, arrowleft: -1 }
