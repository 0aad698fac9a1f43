'use client'

import { useSyncExternalStore } from 'react'
import type { BulkAct } from '@/lib/bulk/views'
import {
  dropNos,
  isNothing,
  isPicked,
  keepListed,
  type Loaded,
  NOTHING,
  type Pickable,
  pickRows,
  rangeOf,
  type Selection,
} from './selection'

/** What is selected in the list that is shown, and which act on it is about to be confirmed or written. */
type State = Loaded & {
  /** The shop and the filters whose cases these are; null: no list is shown. */
  of: string | null
  selection: Selection
  /** Where a range begins. */
  anchor: string | null
  /** On a phone boxes show only while somebody selects. */
  choosing: boolean
  step: BulkAct['type'] | null
}

const EMPTY: State = {
  of: null,
  rows: [],
  hasMore: false,
  selection: NOTHING,
  anchor: null,
  choosing: false,
  step: null,
}
let state = EMPTY
const listeners = new Set<() => void>()

/** The list is this now; another one takes the selection away. Returns how many cases left the list and so the selection. */
export function showList(of: string, { rows, hasMore }: Loaded): number {
  if (of !== state.of) {
    change({ ...EMPTY, of, rows, hasMore })
    return 0
  }
  const { selection, left } = keepListed(state.selection, state, { rows, hasMore })
  change({ rows, hasMore, ...(selection !== state.selection && anew(selection)) })
  return left
}

export function leaveList(): void {
  change(EMPTY)
}

/** One in or out; `range`: with all from the one before it, as that one is. */
export function toggleRow(no: string, range: boolean): void {
  const { selection, rows, anchor } = state
  const between = range ? rangeOf(rows, anchor, no) : []
  if (anchor !== null && between.length > 0) turn(between, isPicked(selection, anchor))
  else {
    turn(rangeOf(rows, no, no), !isPicked(selection, no))
    change({ anchor: no })
  }
}

function turn(rows: readonly Pickable[], on: boolean): void {
  const { selection } = state
  const nos = rows.map((row) => row.no)
  change(anew(on ? pickRows(selection, rows) : dropNos(selection, nos)))
}

/** All that are loaded. */
export function pickLoaded(): void {
  change(anew(pickRows(NOTHING, state.rows)))
}

/** All that the filters match, now and when it is asked for. */
export function pickMatching(): void {
  change(anew(state.hasMore ? { all: true, except: new Set() } : pickRows(NOTHING, state.rows)))
}

/** These and no others, as far as the list has them. Returns how many it has not. */
export function pickOnly(rows: readonly Pickable[]): number {
  const { selection, left } = keepListed(pickRows(NOTHING, rows), state, state)
  change({ ...anew(selection), anchor: null })
  return left
}

/** These do not go along. */
export function dropCases(nos: readonly string[]): void {
  change(anew(dropNos(state.selection, nos)))
}

/** Nothing is selected any more. */
export function letGo(): void {
  change({ selection: NOTHING, anchor: null, choosing: false, step: null })
}

export function beginChoosing(): void {
  change({ choosing: true })
}

export function openStep(step: BulkAct['type'] | null): void {
  change({ step })
}

export const readSelecting = () => state

/** All of it. */
export function useSelecting(): State {
  return useSyncExternalStore(subscribe, readSelecting, () => EMPTY)
}

/** Whether anything is selected: then the keys are the bulk bar's. */
export function useAnySelected(): boolean {
  return useSyncExternalStore(subscribe, isAnySelected, isFalse)
}

export function isAnySelected(): boolean {
  return !isNothing(state.selection)
}

/** Whether this row is selected, and whether its box shows where there is little room. */
export function useRowBox(no: string) {
  const checked = useSyncExternalStore(subscribe, () => isPicked(state.selection, no), isFalse)
  const shown = useSyncExternalStore(subscribe, () => state.choosing || isAnySelected(), isFalse)
  return { checked, shown }
}

/** What was about to be confirmed was of another selection; what is being written stays. */
function anew(selection: Selection): Partial<State> {
  return { selection, step: isNothing(selection) || state.step === 'approve' ? null : state.step }
}

function change(next: Partial<State>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isFalse = () => false
