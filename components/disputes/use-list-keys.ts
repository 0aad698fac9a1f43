'use client'

import { useParams, useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isTaken } from '@/components/layout/typing'
import type { DisputeRow } from '@/lib/disputes/views'

/**
 * J and K open the next and the previous dispute of the list, without an open one the first; Esc goes back to its
 * row. `hrefOf`: where a dispute is, or without one the list.
 */
export function useListKeys(rows: readonly DisputeRow[], hrefOf: (no: string | null) => string): void {
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // what asks for a confirmation has these keys to itself
      if (isTaken(event) || document.querySelector('[role="alertdialog"]')) return
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (step !== undefined) {
        const to = neighbourOf(rows, no, step)
        if (to === undefined) return
        router.push(hrefOf(to), { scroll: false })
        rowOf(to)?.focus()
      } else if (event.key === 'Escape' && no !== undefined) {
        const row = rowOf(no)
        // where list and dispute take turns the row is there but not shown
        if (row?.checkVisibility()) row.focus()
        else router.push(hrefOf(null), { scroll: false })
      } else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function neighbourOf(rows: readonly DisputeRow[], no: string | undefined, step: number): string | undefined {
  const at = rows.findIndex((row) => row.no === no)
  return rows[at === -1 ? 0 : at + step]?.no
}

function rowOf(no: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-dispute="${CSS.escape(no)}"]`)
}
