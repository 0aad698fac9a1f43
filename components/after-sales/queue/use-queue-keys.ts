'use client'

import { useParams, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isTaken } from '@/components/layout/typing'
import type { QueueRow } from '@/lib/after-sales/views'

type Now = { rows: QueueRow[]; no: string | undefined; hrefOf: (no: string | null) => string }

/**
 * J and K open the next and the previous case of the list, without an open one the first, and the focus goes along;
 * O opens the row that the arrows went to; Esc leaves the case for its row, on a phone for the list.
 */
export function useQueueKeys(rows: QueueRow[]): void {
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const search = useSearchParams().toString()
  const latest = useRef<Now>(null)
  latest.current = { rows, no, hrefOf: (to) => `/cases${to ? `/${to}` : ''}${search && `?${search}`}` }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { current } = latest
      // what floats (a list of choices) and what asks for a confirmation have these keys to themselves
      if (!current || isTaken(event) || document.querySelector(`${FLOATING}, [role="alertdialog"]`)) return
      const key = event.key.toLowerCase()
      const to = key === 'j' ? nextOf(current, 1) : key === 'k' ? nextOf(current, -1) : undefined
      if (to !== undefined) {
        router.push(current.hrefOf(to), { scroll: false })
        rowOf(to)?.focus()
      } else if (key === 'o' && document.activeElement?.matches('[data-case]')) {
        ;(document.activeElement as HTMLElement).click()
      } else if (event.key === 'Escape' && current.no !== undefined) {
        const row = rowOf(current.no)
        // where list and case take turns the row is there but not shown
        if (row?.checkVisibility()) row.focus()
        else router.push(current.hrefOf(null), { scroll: false })
      } else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [router])
}

const FLOATING = '[data-radix-popper-content-wrapper] [role="listbox"]'

function nextOf({ rows, no }: Now, step: 1 | -1): string | undefined {
  const at = rows.findIndex((row) => row.no === no)
  return rows[at === -1 ? 0 : at + step]?.no
}

function rowOf(no: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-case="${CSS.escape(no)}"]`)
}
