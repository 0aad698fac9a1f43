'use client'

import { useParams } from 'next/navigation'
import { type RefObject, useLayoutEffect } from 'react'
import { rowOf } from './row-of'

/** Whichever row is opened, by whatever led to it, is to be seen. One that is seen by half stays where it was clicked. */
export function useRevealed(scroller: RefObject<HTMLElement | null>, id: string): void {
  const { no } = useParams<{ no?: string }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another list it may stand elsewhere
  useLayoutEffect(() => {
    const element = scroller.current
    const row = element && no !== undefined ? rowOf(no, element) : null
    if (!element || !row) return
    const { top, bottom } = element.getBoundingClientRect()
    const { y, height } = row.getBoundingClientRect()
    const middle = y + height / 2
    if (middle < top || middle > bottom) row.scrollIntoView({ block: 'nearest' })
  }, [scroller, no, id])
}
