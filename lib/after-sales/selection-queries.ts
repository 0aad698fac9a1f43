import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { within } from '@/lib/db/within'
import { isOverdue } from './domain/decide'
import type { Instant } from './domain/policy'
import { JUDGED_BY } from './fact-columns'
import { queueConditions, scopeCondition } from './filter-queries'
import { orderOf } from './queue-order'
import { COLUMNS, type LockedCase, type LockedRow, readNow, toLocked } from './store'
import { settleOverdue } from './sweep'
import type { QueueFilter } from './views'

/** Many cases of the desk at once, by number or by filter. */

/** How many cases one statement reads. */
const BATCH = 500
/** How often what became overdue while it was read is settled before it is left to itself. */
const READINGS = 3

type Wanted = { userId: string; except: readonly string[]; limit: number }

/** The numbers of what the filter shows (`userId`: to whom) but some, in the queue's order; settled first (R0.3). */
export async function selectCases(scope: Scope, filter: QueueFilter, wanted: Wanted): Promise<string[]> {
  await settleOverdue(scope)
  const { userId, except, limit } = wanted
  const { key, direction } = orderOf(filter)
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = queueConditions(scope, filter, userId, add)
  if (except.length > 0) conditions.push(`"no" <> ALL (${add(except)}::text[])`)
  const { rows } = await within(scope).query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE ${conditions.join(' AND ')}
     ORDER BY "${key}" ${direction}, "no" ${direction} LIMIT ${add(limit)}`,
    params,
  )
  return rows.map(({ no }) => no)
}

/** Cases as they stood at `now`. */
export type Reading = { now: Instant; cases: LockedCase[] }

/**
 * Those of these cases that are the scope's, batch by batch and in no order, their overdue clocks settled first (R0.3). What
 * cannot be settled is given as it is, overdue.
 */
export async function* readSettledCases(scope: Scope, nos: readonly string[]): AsyncGenerator<Reading> {
  for (let from = 0; from < nos.length; from += BATCH) yield readBatch(scope, nos.slice(from, from + BATCH))
}

async function readBatch(scope: Scope, nos: readonly string[]): Promise<Reading> {
  const params: unknown[] = [nos]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  for (let reading = 1; ; reading++) {
    await settleOverdue(scope)
    const { rows } = await within(scope).query<LockedRow>(
      `SELECT ${COLUMNS}, ${JUDGED_BY} FROM "AfterSale" c WHERE "no" = ANY ($1) AND ${inScope}`,
      params,
    )
    const read = { now: await readNow(database), cases: rows.map(toLocked) }
    if (reading === READINGS || !read.cases.some(({ state }) => isOverdue(state, read.now))) return read
  }
}
