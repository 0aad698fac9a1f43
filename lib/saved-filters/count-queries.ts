import { filterConditions, queueConditions } from '@/lib/after-sales/filter-queries'
import { orderOf } from '@/lib/after-sales/queue-order'
import type { QueueFilter } from '@/lib/after-sales/views'
import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { type CaseCount, countOf, ROWS_LOOKED_AT } from './domain/case-count'

/** Cases that several filters look through: a tab's first, or those in it of one person or with one flag. */
type Pile = { filter: QueueFilter; counted: Counted[] }
type Counted = { at: number; filter: QueueFilter }

/**
 * How many cases each filter shows to `userId`, in one statement. Filters that look through the same cases share one
 * pass over at most ROWS_LOOKED_AT of them, each by an index, so that it costs the same at a million.
 */
export async function countFilters(
  scope: Scope,
  filters: readonly QueueFilter[],
  userId: string,
): Promise<CaseCount[]> {
  if (filters.length === 0) return []
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const piles = pilesOf(filters)
  const columns: string[] = []
  for (const [at, { filter, counted }] of piles.entries()) {
    const counts = ['count(*)']
    for (const one of counted) {
      const conditions = ['TRUE', ...filterConditions(scope, one.filter, userId, add)]
      counts.push(`count(*) FILTER (WHERE ${conditions.join(' AND ')})`)
    }
    const base = queueConditions(scope, filter, userId, add)
    columns.push(
      `(SELECT ARRAY[${counts.join(', ')}]::int[] FROM (
         SELECT * FROM "AfterSale" WHERE ${base.join(' AND ')} ORDER BY ${orderThrough(filter)} LIMIT ${ROWS_LOOKED_AT}) q) AS "${at}"`,
    )
  }
  const { rows } = await within(scope).query<Record<string, number[]>>(`SELECT ${columns.join(', ')}`, params)
  const results = new Map<number, CaseCount>()
  for (const [at, { counted }] of piles.entries()) {
    const [looked = 0, ...matches] = rows[0]?.[at] ?? []
    for (const [n, one] of counted.entries()) results.set(one.at, countOf({ matches: matches[n] ?? 0, rows: looked }))
  }
  return filters.map((_, at) => results.get(at) ?? { cases: 0, more: true })
}

function pilesOf(filters: readonly QueueFilter[]): Pile[] {
  const piles = new Map<string, Pile>()
  for (const [at, filter] of filters.entries()) {
    const base = baseOf(filter)
    // what is searched for stands in no index of an order: such filters must not slow down the others
    const key = JSON.stringify([base, filter.search !== undefined])
    const pile = piles.get(key) ?? { filter: base, counted: [] }
    pile.counted.push({ at, filter })
    piles.set(key, pile)
  }
  return [...piles.values()]
}

/** What of a filter an index finds by itself. */
function baseOf({ tab, assignee, flag }: QueueFilter): QueueFilter {
  if (assignee === 'ME' || typeof assignee === 'object') return { tab, assignee }
  return flag ? { tab, flag } : { tab }
}

/** As the index has them that finds them. */
function orderThrough(filter: QueueFilter): string {
  if (filter.assignee || filter.flag) return '"waitingOn", "dueSort", "no"'
  const { key, direction } = orderOf(filter)
  return `"${key}" ${direction}, "no" ${direction}`
}
