import type { Attention } from './steady'

/** For how long somebody is taken to be at the list after he last pointed at it, scrolled it, or pressed a key in it. */
const POINTED_MS = 15_000
const SCROLLED_MS = 1000
const PRESSED_MS = 10_000

export type AttentionWatch = {
  /** Watches the list in this element; returns how to stop. */
  watch: (section: HTMLElement) => () => void
  read: () => Attention
  subscribe: (listener: () => void) => () => void
}

/** Tells whether somebody is at a list. Its listeners hear of changes only, not of each move of the pointer. */
export function createAttention(): AttentionWatch {
  const listeners = new Set<() => void>()
  const until = { pointed: 0, scrolled: 0, pressed: 0 }
  let state: Attention = 'NONE'
  let timer: ReturnType<typeof setTimeout> | undefined
  let section: HTMLElement | null = null

  const update = () => {
    const focused = section?.querySelector('[data-row]:focus-visible') != null
    const now = performance.now()
    const busyUntil = Math.max(until.pointed, until.scrolled, focused ? until.pressed : 0)
    const next = busyUntil > now ? 'BUSY' : focused ? 'RESTING' : 'NONE'
    clearTimeout(timer)
    if (next === 'BUSY') timer = setTimeout(update, busyUntil - now)
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const begin = (what: keyof typeof until, forMs: number) => () => {
    until[what] = performance.now() + forMs
    // already known: the timer finds out when it is over
    if (state !== 'BUSY') update()
  }
  const leave = () => {
    until.pointed = 0
    update()
  }
  return {
    watch: (element) => {
      section = element
      const stop = new AbortController()
      const on = (type: string, listener: () => void) =>
        element.addEventListener(type, listener, { signal: stop.signal, passive: true, capture: true })
      on('pointermove', begin('pointed', POINTED_MS))
      on('pointerdown', begin('pointed', POINTED_MS))
      element.addEventListener('pointerleave', leave, { signal: stop.signal })
      on('scroll', begin('scrolled', SCROLLED_MS))
      on('keydown', begin('pressed', PRESSED_MS))
      on('focusin', begin('pressed', PRESSED_MS))
      on('focusout', update)
      return () => {
        stop.abort()
        section = null
        leave()
      }
    },
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
