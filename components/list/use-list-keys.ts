'use client'

import { useParams, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { isTaken, keyOf } from '@/components/layout/typing'
import { rowOf } from './row-of'
import type { Shown } from './steady'
import type { HrefOf } from './use-list-href'
import type { ListView } from './use-list-view'

/**
 * J and K open the next and the previous one of the row with the focus or else of the open one, without either the first,
 * and the focus goes along; O opens the row that the arrows went to; Esc goes back to the open one's row, on a phone to the list. With the focus on a
 * row the arrows, Home, End and the page keys go through all of the list, also what of it is not rendered.
 */
export function useListKeys(view: ListView, hrefOf: HrefOf): void {
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const running = useRef<string | null>(null)
  useEffect(() => {
    const rows = view.groups.flat()
    const focusRow = (to: string) => {
      // it has to be there before it can have the focus
      flushSync(() => view.keep(to))
      const row = rowOf(to)
      row?.focus({ preventScroll: true })
      row?.scrollIntoView({ block: 'nearest' })
    }
    const press = (event: KeyboardEvent) => {
      // what asks for a confirmation has these keys to itself
      if (isTaken(event) || document.querySelector('[role="alertdialog"]')) return
      const key = keyOf(event)
      const step = { j: 1, k: -1 }[key]
      const here = document.activeElement instanceof HTMLElement ? document.activeElement : null
      const focused = here?.dataset.row
      // the focus is ahead of the page: who presses J five times goes five rows on
      const opened = step === undefined ? undefined : neighbourOf(rows, focused ?? no, step)
      const walked = here && focused !== undefined ? walkFrom(rows, here, event) : undefined
      if (opened !== undefined) {
        // held down it runs along the rows, and opens the one that it is released on
        if (event.repeat) running.current = opened
        else router.push(hrefOf(opened), { scroll: false })
        focusRow(opened)
      } else if (walked !== undefined) {
        focusRow(walked)
      } else if (key === 'o' && focused !== undefined) {
        here?.click()
      } else if (event.key === 'Escape' && no !== undefined) {
        // where list and pane take turns the row is there but not shown
        if (rowOf(no)?.checkVisibility()) focusRow(no)
        else router.push(hrefOf(null), { scroll: false })
      } else return
      event.preventDefault()
    }
    const release = () => {
      if (running.current !== null) router.push(hrefOf(running.current), { scroll: false })
      running.current = null
    }
    addEventListener('keydown', press)
    addEventListener('keyup', release)
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('keyup', release)
    }
  })
}

type Rows = readonly Shown<{ no: string }>[]

/** The next one that there is something to do with: what is gone is passed over. */
function neighbourOf(rows: Rows, no: string | undefined, step: number): string | undefined {
  const at = rows.findIndex(({ row }) => row.no === no)
  const ahead = at === -1 ? rows : step > 0 ? rows.slice(at + 1) : rows.slice(0, at).reverse()
  return ahead.find(({ gone }) => !gone)?.row.no
}

/** Where a key leads from the row with the focus; a page is what can be seen but for one row. */
function walkFrom(rows: Rows, here: HTMLElement, { key }: KeyboardEvent): string | undefined {
  const at = rows.findIndex(({ row }) => row.no === here.dataset.row)
  const seen = here.closest('[data-rows]')?.clientHeight ?? 0
  const page = Math.max(1, Math.floor(seen / here.offsetHeight) - 1)
  const last = rows.length - 1
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(at + page, last),
    PageUp: Math.max(at - page, 0),
    Home: 0,
    End: last,
  }[key]
  return to === undefined ? undefined : rows[to]?.row.no
}
