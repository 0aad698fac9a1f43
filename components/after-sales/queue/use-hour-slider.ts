'use client'

import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { Forecast } from '@/lib/after-sales/views'

type Hour = Forecast['hours'][number]
export type HourSliderProps = {
  hours: Hour[]
  /** The hour that the list is filtered by. */
  chosen: number | undefined
  onChoose: (startsAt: number) => void
  /** An hour is pointed at; null: none any more. */
  onPoint: (startsAt: number | null) => void
}

/** Where the slider stands, and what moves it: the pointer over the bars, or the keys. */
export function useHourSlider({ hours, chosen, onChoose, onPoint }: HourSliderProps) {
  const [at, setAt] = useState(() => Math.max(0, hours.findIndex(isBusy)))
  const point = (index: number) => {
    const hour = hours[index]
    if (!hour) return
    setAt(index)
    onPoint(isBusy(hour) ? hour.startsAt : null)
  }
  const choose = (index: number) => {
    const hour = hours[index]
    if (hour && isBusy(hour)) onChoose(hour.startsAt)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const before = hours.findLastIndex((hour, index) => index < at && isBusy(hour))
    const after = hours.findIndex((hour, index) => index > at && isBusy(hour))
    const to = {
      ArrowLeft: before,
      ArrowDown: before,
      ArrowRight: after,
      ArrowUp: after,
      Home: hours.findIndex(isBusy),
      End: hours.findLastIndex(isBusy),
    }[event.key]
    if (to !== undefined) point(to)
    else if (event.key === 'Enter' || event.key === ' ') choose(at)
    else if (event.key === 'Escape' && chosen !== undefined) onChoose(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    at,
    slider: {
      onKeyDown,
      onBlur: () => onPoint(null),
      onClick: (event: MouseEvent) => choose(hourUnder(event)),
      onFocus: () => point(at),
      onMouseLeave: () => onPoint(null),
      onMouseMove: (event: MouseEvent) => point(hourUnder(event)),
    },
  }
}

/** The hour whose bar, or whose empty column, the pointer is over. */
function hourUnder({ currentTarget, clientX }: MouseEvent): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  return Math.floor(((clientX - left) / width) * 48)
}

export function isBusy({ refundCases, returnCases }: Hour): boolean {
  return refundCases + returnCases > 0
}
