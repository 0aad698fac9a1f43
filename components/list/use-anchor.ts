'use client'

import { useParams } from 'next/navigation'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { closeUp } from './close-up'
import { rowOf } from './row-of'
import type { ListView } from './use-list-view'

type Seen = { id: string; top: number; order: readonly string[]; places: ReadonlyMap<string, number> }

/**
 * Keeps what scrolls where a person expects it: rows that come or go above leave what is looked at in its place, another
 * list begins at its top, and one that was hidden meanwhile comes back where it was. What loses its row gives the focus to
 * the row in its place.
 */
export function useAnchor(scroller: RefObject<HTMLElement | null>, view: ListView): void {
  const { no: open } = useParams<{ no?: string }>()
  const { id, groups, folded, kept } = view
  const seen = useRef<Seen | null>(null)

  const restore = () => {
    const element = scroller.current
    if (!element || element.clientHeight === 0) return
    const before = seen.current
    const order = groups.flat().map(({ row }) => row.no)
    const places = placesOf(element, groups)
    if (before && before.id !== id) element.scrollTop = 0
    else if (before) {
      const anchor = before.top > 0 ? anchorOf(before, element.clientHeight, places, [kept, open]) : undefined
      const shift = anchor === undefined ? 0 : moveOf(anchor, before, places)
      // the browser may have cut it already, where the list has become shorter
      if (element.scrollTop !== before.top + shift) element.scrollTop = before.top + shift
      if (folded && shift === 0) closeUp(element, (no) => moveOf(no, before, places))
      if (document.activeElement === document.body) focusInstead(element, kept, before.order, order)
    }
    seen.current = { id, top: element.scrollTop, order, places }
  }
  const latest = useRef(restore)
  latest.current = restore

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads besides is that moment's
  useLayoutEffect(() => latest.current(), [id, groups])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const remember = () => {
      if (seen.current) seen.current = { ...seen.current, top: element.scrollTop }
    }
    let shown = element.clientHeight > 0
    const observer = new ResizeObserver(() => {
      const before = shown
      shown = element.clientHeight > 0
      if (shown && !before) latest.current()
    })
    observer.observe(element)
    element.addEventListener('scroll', remember, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', remember)
    }
  }, [scroller])
}

/** How far each row is from the top of what scrolls, in px. */
function placesOf(scroller: HTMLElement, groups: ListView['groups']): ReadonlyMap<string, number> {
  const lists = scroller.querySelectorAll<HTMLElement>('[role=listbox]')
  const filled = groups.filter((shown) => shown.length > 0)
  return new Map(
    filled.flatMap((shown, group) => {
      const { offsetTop = 0, offsetHeight = 0 } = lists[group] ?? {}
      return shown.map(({ row }, at) => [row.no, offsetTop + (at * offsetHeight) / shown.length] as const)
    }),
  )
}

/** What is looked at: the row with the focus, the open one, or else the first, if it was to be seen and is there still. */
function anchorOf(
  before: Seen,
  height: number,
  places: ReadonlyMap<string, number>,
  wanted: readonly (string | null | undefined)[],
): string | undefined {
  const isThere = (no: string) => {
    const at = before.places.get(no)
    return at !== undefined && at >= before.top && at < before.top + height && places.has(no)
  }
  return wanted.find((no) => typeof no === 'string' && isThere(no)) ?? before.order.find(isThere)
}

function moveOf(no: string, before: Seen, places: ReadonlyMap<string, number>): number {
  const from = before.places.get(no)
  const to = places.get(no)
  return from === undefined || to === undefined ? 0 : to - from
}

function focusInstead(scroller: HTMLElement, lost: string | null, before: readonly string[], now: readonly string[]) {
  if (lost === null || now.includes(lost)) return
  const next = now[Math.min(before.indexOf(lost), now.length - 1)]
  if (next !== undefined) rowOf(next, scroller)?.focus({ preventScroll: true })
}
