'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { ReplayedDay } from '@/lib/instant-refund/views'

/** Where the slider over the days stands, and what moves it: the pointer over the bars, or the keys. */
export function useDaySlider(days: readonly ReplayedDay[], onPoint: (startsAt: number | null) => void) {
  const last = days.length - 1
  const [stands, setStands] = useState(last)
  const [pointed, setPointed] = useState(false)
  // a day may have gone with the last reading
  const at = Math.min(stands, last)
  const point = (index: number) => {
    const day = days[index]
    if (!day) return
    setStands(index)
    setPointed(true)
    onPoint(day.startsAt)
  }
  const leave = () => {
    setPointed(false)
    onPoint(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: last,
    }[event.key]
    if (to === undefined) return
    point(to)
    event.preventDefault()
  }
  const follow = (event: PointerEvent<HTMLElement>) => point(dayUnder(event))
  return {
    at,
    pointed,
    slider: {
      onKeyDown,
      onBlur: leave,
      onFocus: () => point(at),
      onPointerDown: follow,
      onPointerLeave: leave,
      onPointerMove: follow,
    },
  }
}

/** The day whose column lies under the pointer. */
function dayUnder({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  return [...currentTarget.children].findLastIndex((column) => column.getBoundingClientRect().left <= clientX)
}
