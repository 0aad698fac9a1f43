'use client'

import { useParams, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isTaken, keyOf } from '@/components/layout/typing'
import type { HrefOf } from './use-list-href'

type Row = { no: string }

/**
 * J and K open the next and the previous one of the list, without an open one the first, and the focus goes along; O
 * opens the row that the arrows went to; Esc goes back to the open one's row, on a phone to the list.
 */
export function useListKeys(rows: readonly Row[], hrefOf: HrefOf): void {
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // what asks for a confirmation has these keys to itself
      if (isTaken(event) || document.querySelector('[role="alertdialog"]')) return
      const key = keyOf(event)
      const step = { j: 1, k: -1 }[key]
      const to = step === undefined ? undefined : neighbourOf(rows, no, step)
      const { activeElement } = document
      if (to !== undefined) {
        router.push(hrefOf(to), { scroll: false })
        rowOf(to)?.focus()
      } else if (key === 'o' && activeElement instanceof HTMLElement && activeElement.matches('[data-row]')) {
        activeElement.click()
      } else if (event.key === 'Escape' && no !== undefined) {
        const row = rowOf(no)
        // where list and pane take turns the row is there but not shown
        if (row?.checkVisibility()) row.focus()
        else router.push(hrefOf(null), { scroll: false })
      } else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function neighbourOf(rows: readonly Row[], no: string | undefined, step: number): string | undefined {
  const at = rows.findIndex((row) => row.no === no)
  return rows[at === -1 ? 0 : at + step]?.no
}

function rowOf(no: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(no)}"]`)
}
