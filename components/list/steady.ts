import { longestRise } from './longest-rise'

/** Rows under each heading, or all of them in one group. */
export type Groups<T> = readonly (readonly T[])[]
type Row = { no: string }

/** A row as it is shown. `gone`: it is in the list no more, but keeps its place while somebody looks. */
export type Shown<R> = { row: R; gone: boolean }

/**
 * Whether somebody is at the list. BUSY: he points at it, scrolls it or goes through it by keys; RESTING: the focus is on a
 * row, but for a while nothing has been pressed.
 */
export type Attention = 'NONE' | 'RESTING' | 'BUSY'

/** What there is to show. `id`: which list; `decided`: the numbers of the cases that were decided here. */
export type News<R> = { id: string; fresh: Groups<R>; decided: ReadonlySet<string> }

export type Steady<R> = News<R> & {
  groups: Groups<Shown<R>>
  /** How many rows would come, go or move if `fresh` were shown. */
  waiting: number
  /** How many of those would come. */
  coming: number
  /** What was decided here has just left: the rows below it close up. */
  folded: boolean
}

/** All of it as it is. */
export function settle<R extends Row>(news: News<R>): Steady<R> {
  const groups = news.fresh.map((rows) => rows.map((row) => ({ row, gone: false })))
  return { ...news, groups, waiting: 0, coming: 0, folded: false }
}

/**
 * What is shown next. Under somebody's eyes known rows stay where they are, whatever they say now; those that have left
 * stay too, and others wait. Returns `before` itself when nothing changes.
 */
export function advance<R extends Row>(before: Steady<R>, news: News<R>, attention: Attention): Steady<R> {
  if (news.id !== before.id || news.fresh.length < before.groups.length) return settle(news)
  const known = news.decided === before.decided && isSame(news.fresh, before.fresh)
  if (known && (before.waiting === 0 || isHeld(before, attention))) return before
  const held = hold(before, news)
  return isHeld(held, attention) ? held : { ...settle(news), folded: held.folded }
}

/** Who rests is not disturbed by rows that close up, only by new ones. */
function isHeld({ coming }: { coming: number }, attention: Attention): boolean {
  return attention === 'BUSY' || (attention === 'RESTING' && coming > 0)
}

function hold<R extends Row>(before: Steady<R>, news: News<R>): Steady<R> {
  const newest = new Map(news.fresh.flat().map((row) => [row.no, row]))
  const known = new Set(before.groups.flat().map(({ row }) => row.no))
  const stayed = news.fresh.map((_, group) =>
    (before.groups[group] ?? []).flatMap((old) => {
      const row = newest.get(old.row.no)
      if (row) return row === old.row && !old.gone ? old : { row, gone: false }
      if (news.decided.has(old.row.no)) return []
      return old.gone ? old : { row: old.row, gone: true }
    }),
  )
  const groups = addBelow(stayed, news.fresh, known)
  const there = new Set(groups.flat().map(({ row }) => row.no))
  const coming = [...newest.keys()].filter((no) => !there.has(no)).length
  const gone = stayed.flat().filter((shown) => shown.gone).length
  const folded = stayed.flat().length < known.size
  return { ...news, groups, coming, waiting: coming + gone + countMoved(stayed, news.fresh), folded }
}

/** What comes after all that was shown moves nothing: it need not wait. */
function addBelow<R extends Row>(stayed: Groups<Shown<R>>, fresh: Groups<R>, known: ReadonlySet<string>) {
  const last = stayed.findLastIndex((shown) => shown.length > 0)
  return stayed.map((shown, group) => {
    const rows = fresh[group] ?? []
    const end = rows.findLastIndex(({ no }) => known.has(no)) + 1
    const added = group < last ? [] : rows.slice(end).filter(({ no }) => !known.has(no))
    return [...shown, ...added.map((row) => ({ row, gone: false }))]
  })
}

/** As few rows as can be moved to get from what is shown to what is. */
function countMoved<R extends Row>(stayed: Groups<Shown<R>>, fresh: Groups<R>): number {
  const places = new Map(fresh.flatMap((rows, group) => rows.map(({ no }, at) => [no, { group, at }] as const)))
  const here = stayed.flat().filter(({ gone }) => !gone)
  const risen = stayed.map((shown, group) =>
    longestRise(
      shown.flatMap(({ row }) => {
        const place = places.get(row.no)
        return place?.group === group ? [place.at] : []
      }),
    ),
  )
  return here.length - risen.reduce((sum, rise) => sum + rise, 0)
}

function isSame<R>(one: Groups<R>, other: Groups<R>): boolean {
  return one.every((rows, group) => {
    const others = other[group]
    return others?.length === rows.length && rows.every((row, at) => row === others[at])
  })
}
