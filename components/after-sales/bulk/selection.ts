import type { QueueRow } from '@/lib/after-sales/views'
import type { BulkSelection } from '@/lib/bulk/views'

/** What is selected of a list, and how that changes. Pure. */

/** What of a row goes into a selection: which case, as of which decision, and what it is about in money. */
export type Pickable = Pick<QueueRow, 'no' | 'version' | 'amountFen' | 'currency'>

/** Cases that were picked, or all that the list's filters match but some. */
export type Selection =
  | { all: false; picked: ReadonlyMap<string, Pickable> }
  | { all: true; except: ReadonlySet<string> }

export const NOTHING: Selection = { all: false, picked: new Map() }

export function isPicked(selection: Selection, no: string): boolean {
  return selection.all ? !selection.except.has(no) : selection.picked.has(no)
}

export function isNothing(selection: Selection): boolean {
  return !selection.all && selection.picked.size === 0
}

/** The same with these as well. */
export function pickRows(selection: Selection, rows: readonly Pickable[]): Selection {
  if (!selection.all)
    return { all: false, picked: new Map([...selection.picked, ...rows.map((row) => [row.no, row] as const)]) }
  const nos = new Set(rows.map(({ no }) => no))
  return { all: true, except: new Set([...selection.except].filter((no) => !nos.has(no))) }
}

/** The same without these. */
export function dropNos(selection: Selection, nos: Iterable<string>): Selection {
  if (selection.all) return { all: true, except: new Set([...selection.except, ...nos]) }
  const picked = new Map(selection.picked)
  for (const no of nos) picked.delete(no)
  return { all: false, picked }
}

/** The rows between two of them, both included; none when the first is not there any more. */
export function rangeOf<R extends { no: string }>(rows: readonly R[], from: string | null, to: string): R[] {
  const ends = [rows.findIndex(({ no }) => no === from), rows.findIndex(({ no }) => no === to)]
  return Math.min(...ends) === -1 ? [] : rows.slice(Math.min(...ends), Math.max(...ends) + 1)
}

/** A list as far as it is loaded. */
export type Loaded = { rows: readonly Pickable[]; hasMore: boolean }

/**
 * What is left of a selection once the list is another: what left the list leaves it too. What new rows pushed beyond the
 * loaded ones has not left: everything that stood below it is gone as well. `left`: how many did.
 */
export function keepListed(selection: Selection, before: Loaded, now: Loaded): { selection: Selection; left: number } {
  if (selection.all || selection.picked.size === 0) return { selection, left: 0 }
  const rows = new Map(now.rows.map((row) => [row.no, row]))
  const lastKept = before.rows.findLastIndex(({ no }) => rows.has(no))
  const placeOf = new Map(before.rows.map(({ no }, at) => [no, at]))
  const kept = [...selection.picked.values()].flatMap((was) => {
    const is = rows.get(was.no)
    if (is) return is
    const mayFollow = now.hasMore && (placeOf.get(was.no) ?? Number.POSITIVE_INFINITY) > lastKept
    return mayFollow ? was : []
  })
  const left = selection.picked.size - kept.length
  const changed = left > 0 || kept.some((row) => selection.picked.get(row.no)?.version !== row.version)
  return { selection: changed ? pickRows(NOTHING, kept) : selection, left }
}

/** What the picked ones are about in all; null for all that match, or where currencies cannot be added. */
export function sumOf(selection: Selection): { amountFen: number; currency: string } | null {
  if (selection.all) return null
  const rows = [...selection.picked.values()]
  const currency = rows[0]?.currency
  if (currency === undefined || rows.some((row) => row.currency !== currency)) return null
  return { amountFen: rows.reduce((sum, row) => sum + row.amountFen, 0), currency }
}

/** As the server is asked for it. `query`: what the list shows. */
export function bulkSelectionOf(selection: Selection, query: string): BulkSelection {
  return selection.all ? { query, except: [...selection.except] } : { nos: [...selection.picked.keys()] }
}

/** How many of a list of `total`; undefined where nobody has counted the list. */
export function countOf(selection: Selection, total: number | undefined): number | undefined {
  if (!selection.all) return selection.picked.size
  return total === undefined ? undefined : Math.max(0, total - selection.except.size)
}

/** The same for what is the same selection, as of the same decisions. */
export function signatureOf(selection: Selection): string {
  if (selection.all) return `* ${[...selection.except].join(' ')}`
  return [...selection.picked.values()].map(({ no, version }) => `${no}:${version}`).join(' ')
}
