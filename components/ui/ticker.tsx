'use client'

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'

type Ticker = {
  /** The server's time in epoch ms, as of the last full second. */
  read: () => number
  subscribe: (listener: () => void) => () => void
  /** The server said what time it is. */
  set: (now: number) => void
}

const TickerContext = createContext<Ticker | null>(null)

/**
 * The server's clock in the browser, and the one timer that ticks it. `now`: what the server read, epoch ms; a newer
 * value sets the clock anew. The computer's own clock is never asked for the date.
 */
export function TickerProvider({ now, children }: { now: number; children: ReactNode }) {
  const [ticker] = useState(() => createTicker(now))
  useEffect(() => ticker.set(now), [ticker, now])
  return <TickerContext value={ticker}>{children}</TickerContext>
}

/** The server's time in epoch ms; renders anew each second. */
export function useNow(): number {
  const ticker = useTicker()
  return useSyncExternalStore(ticker.subscribe, ticker.read, ticker.read)
}

/** For who reads the time without ticking along, or hears it from the server (`set`) with other data. */
export function useTicker(): Ticker {
  const ticker = useContext(TickerContext)
  if (!ticker) throw new Error('There is no TickerProvider around this.')
  return ticker
}

function createTicker(initial: number): Ticker {
  const listeners = new Set<() => void>()
  let offset = 0
  let shown = initial
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
    const now = Math.floor(offset + performance.now())
    shown = now
    for (const listener of listeners) listener()
    // The next full second of the server's clock, so that digits turn when the server's do.
    timer = setTimeout(tick, 1000 - (now % 1000))
  }
  return {
    read: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    set: (now) => {
      offset = now - performance.now()
      clearTimeout(timer)
      tick()
    },
  }
}
