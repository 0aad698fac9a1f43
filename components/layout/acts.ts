'use client'

import { useEffect, useRef } from 'react'

/** Something that can be done on the screen that is open. */
export type Act = {
  /** Its own among all that is offered at a time; what stands before `:` says what else it is looked for by. */
  id: string
  label: string
  /** The key that does the same, as it is written. */
  keys?: string | undefined
  /** Why it cannot be done now. What can be done about that may be what `run` does. */
  whyNot?: string | false | null | undefined
  /** Null: it cannot be done. */
  run: (() => void) | null
}

/** What is open first: a case, what it stands beside, what stands around every screen. */
export const ACT_PLACES = ['case', 'list', 'desk'] as const
export type ActPlace = (typeof ACT_PLACES)[number]
export type ReadActs = () => readonly (Act | false | null | undefined)[]

const offered = new Map<symbol, { place: ActPlace; read: ReadActs }>()
const listeners = new Set<() => void>()
let version = 0

/** Offers what `read` gives while the screen is there; it is asked when somebody looks, so it costs nothing before. */
export function useActs(place: ActPlace, read: ReadActs): void {
  const latest = useRef(read)
  useEffect(() => offerActs(place, () => latest.current()), [place])
  // after every drawing: what is offered is what is shown
  useEffect(() => {
    latest.current = read
    tell()
  })
}

/** Returns how to take it back. */
export function offerActs(place: ActPlace, read: ReadActs): () => void {
  const key = Symbol(place)
  offered.set(key, { place, read })
  tell()
  return () => {
    offered.delete(key)
    tell()
  }
}

/** All that is offered now, in the order of the places. */
export function readActs(): Act[] {
  const all = [...offered.values()]
  return ACT_PLACES.flatMap((place) => all.filter((one) => one.place === place))
    .flatMap(({ read }) => read())
    .filter((act): act is Act => Boolean(act))
}

/** A number that is another after each change. */
export const actsVersion = () => version

/** Returns how to stop listening. */
export function onActs(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  version++
  for (const listener of listeners) listener()
}
