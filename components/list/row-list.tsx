'use client'

import type { KeyboardEvent, ReactNode } from 'react'

/** Rows under one name. Arrows, Home and End go from row to row, also into the next such list; Enter is the link's own. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-label={label} onKeyDown={moveFocus} role="listbox" tabIndex={-1}>
      {children}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const list = event.currentTarget.closest('[data-rows]')
  const rows = [...(list?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (!row) return
  event.preventDefault()
  row.focus()
}
