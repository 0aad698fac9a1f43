'use client'

import { useParams } from 'next/navigation'
import { type FocusEvent, type ReactNode, useRef } from 'react'
import { placesIn } from './row-window'
import type { HrefOf } from './use-list-href'
import type { ListView } from './use-list-view'
import { useRowWindow } from './use-row-window'

/**
 * How a row stands in its list. `tabbable`: it has the list's one tab stop. `gone`: it is in the list no more. `at`: its
 * place, from 1; `of`: how many there are, -1 while nobody knows.
 */
export type RowPlace = { href: string; selected: boolean; tabbable: boolean; gone: boolean; at: number; of: number }

export type RowListProps<R extends { no: string }> = {
  view: ListView<R>
  /** Which of the list's groups. */
  group?: number
  /** There are more than are loaded. */
  hasMore: boolean
  label: string
  hrefOf: HrefOf
  children: (row: R, place: RowPlace) => ReactNode
}

/**
 * Rows under one name, of which only those near what can be seen are there, and besides them the open one and the one with
 * the focus. A row's place is a translation: whatever comes or goes, nothing is laid out anew.
 */
export function RowList<R extends { no: string }>(props: RowListProps<R>) {
  const { view, group = 0, hasMore, label, hrefOf, children } = props
  const { no: open } = useParams<{ no?: string }>()
  const list = useRef<HTMLDivElement>(null)
  const shown = view.groups[group] ?? []
  const rendered = useRowWindow(list, shown.length, view.groups)
  const tabStop = tabStopOf(view, open)
  const also = [view.kept, open, tabStop].map((no) => shown.findIndex(({ row }) => row.no === no))
  return (
    <div
      aria-label={label}
      className="relative [--row:var(--size-row)] max-md:[--row:calc(17*var(--spacing))]"
      onBlur={(event) => hasLeft(event) && view.keep(null)}
      onFocus={({ target }) => view.keep(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null)}
      ref={list}
      role="listbox"
      style={{ height: `calc(var(--row) * ${shown.length})` }}
      tabIndex={-1}
    >
      {placesIn(rendered, shown.length, also).map((at) => {
        const one = shown[at]
        if (!one) return null
        const { no } = one.row
        return (
          <div
            className="absolute inset-x-0 top-0"
            key={no}
            role="none"
            style={{ translate: `0 calc(var(--row) * ${at})` }}
          >
            {children(one.row, {
              href: hrefOf(no),
              selected: no === open,
              tabbable: no === tabStop,
              gone: one.gone,
              at: at + 1,
              of: hasMore ? -1 : shown.length,
            })}
          </div>
        )
      })}
    </div>
  )
}

/** The row with the focus, so that Tab leads out of the list; else the open one, or the first. */
function tabStopOf({ groups, kept }: ListView, open: string | undefined): string | undefined {
  const nos = groups.flat().map(({ row }) => row.no)
  return [kept, open].find((no) => typeof no === 'string' && nos.includes(no)) ?? nos[0]
}

/** A window that is left keeps its focus. */
function hasLeft({ target, relatedTarget, currentTarget }: FocusEvent): boolean {
  return document.activeElement !== target && !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
}
