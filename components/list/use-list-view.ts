'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { onDecision } from '@/components/after-sales/signals'
import { type AttentionWatch, createAttention } from './attention'
import { advance, type Groups, type News, type Shown, settle } from './steady'

/** A list as it is shown to somebody: it does not move under his eyes. */
export type ListView<R = { no: string }> = {
  id: string
  groups: Groups<Shown<R>>
  /** How many rows would come, go or move. */
  waiting: number
  /** Lets them. */
  apply: () => void
  /** The last change was that what was decided here left. */
  folded: boolean
  watch: AttentionWatch['watch']
  /** The row with the focus; it stays rendered wherever the list is scrolled to. */
  kept: string | null
  keep: (no: string | null) => void
}

/** `id`: says which list it is; another one begins at its top. `fresh`: its newest rows, group by group. */
export function useListView<R extends { no: string }>(id: string, fresh: Groups<R>): ListView<R> {
  const [attention] = useState(createAttention)
  const given = useSyncExternalStore(attention.subscribe, attention.read, isNone)
  const decided = useDecided()
  const [kept, keep] = useState<string | null>(null)
  const news: News<R> = { id, fresh, decided }
  const [before, setSteady] = useState(() => settle(news))
  const steady = advance(before, news, given)
  if (steady !== before) setSteady(steady)
  return {
    id,
    groups: steady.groups,
    waiting: steady.waiting,
    apply: () => setSteady(settle(news)),
    folded: steady.folded,
    watch: attention.watch,
    kept,
    keep,
  }
}

const isNone = () => 'NONE' as const

/** The cases that were decided on this page. */
function useDecided(): ReadonlySet<string> {
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => onDecision((no) => setDecided((before) => new Set(before).add(no))), [])
  return decided
}
