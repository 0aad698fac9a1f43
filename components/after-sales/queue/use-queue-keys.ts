'use client'

import { useParams, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isTaken } from '@/components/layout/typing'
import type { QueueRow } from '@/lib/after-sales/views'

/** J and K open the next and the previous case of the list; without an open one, the first. */
export function useQueueKeys(rows: QueueRow[]): void {
  const router = useRouter()
  const { no } = useParams<{ no?: string }>()
  const search = useSearchParams().toString()
  const latest = useRef({ rows, no, search })
  latest.current = { rows, no, search }

  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (step === undefined || isTaken(event)) return
      const { rows, no, search } = latest.current
      const at = rows.findIndex((row) => row.no === no)
      const target = rows[at === -1 ? 0 : at + step]
      if (!target || target.no === no) return
      event.preventDefault()
      router.push(`/cases/${target.no}${search && `?${search}`}`, { scroll: false })
      document.querySelector(`[data-case="${CSS.escape(target.no)}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    addEventListener('keydown', move)
    return () => removeEventListener('keydown', move)
  }, [router])
}
