'use client'

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useHydrating } from './use-hydrating'

type Ticker = {
  /** The server's time in epoch ms, as of the last full second. */
  read: () => number
  /** What the server rendered with: parts that hydrate late, when time has gone on, start from it. */
  first: () => number
  subscribe: (listener: () => void) => () => void
  /** The server said just now what time it is. */
  set: (now: number) => void
}

const TickerContext = createContext<Ticker | null>(null)

/**
 * The server's clock in the browser, and the one timer that ticks it. `now`: what the server read, epoch ms; a newer
 * value sets the clock anew. The computer's own clock is never asked for the date.
 */
export function TickerProvider({ now, children }: { now: number; children: ReactNode }) {
  const hydrating = useHydrating()
  const [ticker] = useState(() => createTicker(now, hydrating ? documentArrival() : performance.now()))
  useEffect(() => ticker.set(now), [ticker, now])
  return <TickerContext value={ticker}>{children}</TickerContext>
}

/** The server's time in epoch ms; renders anew each second. */
export function useNow(): number {
  const ticker = useTicker()
  return useSyncExternalStore(ticker.subscribe, ticker.read, ticker.first)
}

/** For who reads the time without ticking along, or hears it from the server (`set`) with other data. */
export function useTicker(): Ticker {
  const ticker = useContext(TickerContext)
  if (!ticker) throw new Error('There is no TickerProvider around this.')
  return ticker
}

/** `readAt`: when the browser got `first`, by performance.now(). */
function createTicker(first: number, readAt: number): Ticker {
  const listeners = new Set<() => void>()
  let given = first
  let offset = first - readAt
  let shown = first
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
    clearTimeout(timer)
    shown = Math.floor(offset + performance.now())
    // The next full second of the server's clock, so that digits turn when the server's do.
    if (listeners.size > 0) timer = setTimeout(tick, 1000 - (shown % 1000))
    for (const listener of listeners) listener()
  }
  return {
    read: () => shown,
    first: () => first,
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) tick()
      return () => {
        listeners.delete(listener)
      }
    },
    set: (now) => {
      if (now === given) return
      given = now
      offset = now - performance.now()
      tick()
    },
  }
}

// A page's first time was read before its first byte arrived; hydration may be seconds later.
function documentArrival(): number {
  const [navigation] = performance.getEntriesByType('navigation')
  // On the server there is none, and nobody reads on from there.
  return navigation && 'responseStart' in navigation ? Number(navigation.responseStart) : performance.now()
}
