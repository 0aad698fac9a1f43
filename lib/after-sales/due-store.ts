import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Asking, Tx } from '@/lib/db/transaction'
import type { Instant } from './domain/policy'
import { JUDGED_UNDER_LOCK } from './fact-columns'
import { scopeCondition } from './filter-queries'
import { COLUMNS, type LockedCase, type LockedRow, toLocked } from './store'

/** What the clock brings about: the cases whose time is over, and those that are to be told that it soon will be. */

/**
 * The clocks that a case can have: its own, and in a dispute the sides' for evidence (R4.3), by their columns. `expires`:
 * where its end leads to something; a mere target (R3.4) is only told.
 */
export const CLOCKS = [
  { due: 'dueAt', soon: 'soonAt', expires: `"dueKind" <> 'SERVICE_ANSWER'` },
  { due: 'evidenceDueAt', soon: 'evidenceSoonAt', expires: 'TRUE' },
] as const
export type ClockColumns = (typeof CLOCKS)[number]

/** What somebody picked up, and when: nobody else decides these cases before his transaction ends. */
export type Picked = { now: Instant; locked: LockedCase[] }

/** The sweep's pick: cases with an overdue clock that nobody else holds, soonest first. */
export async function lockOverdue(tx: Tx, { due, expires }: ClockColumns, limit: number): Promise<Picked> {
  return lockPicked(tx, `"${due}" < (SELECT "now" FROM n) AND ${expires} ORDER BY "${due}"`, limit)
}

/** The sweep's other pick: cases that are to be told now that a deadline comes soon, if nobody else holds them. */
export async function lockSoon(tx: Tx, clock: ClockColumns, limit: number): Promise<Picked> {
  return lockPicked(tx, `${isSoon(clock, '(SELECT "now" FROM n)')} ORDER BY "${clock.soon}"`, limit)
}

/** What there is to tell of at `now`. Of what has passed its expiry says it, where it has one. */
function isSoon({ due, soon, expires }: ClockColumns, now: string): string {
  return `"${soon}" <= ${now} AND ("${due}" >= ${now} OR NOT (${expires}))`
}

async function lockPicked(tx: Tx, picked: string, limit: number): Promise<Picked> {
  const { rows } = await tx.query<LockedRow>(
    `WITH n AS MATERIALIZED (SELECT app_now() AS "now"),
     c AS MATERIALIZED (SELECT * FROM "AfterSale" WHERE ${picked} LIMIT $1 FOR UPDATE SKIP LOCKED)
     SELECT ${COLUMNS}, (SELECT "now" FROM n) AS "now", ${JUDGED_UNDER_LOCK} FROM c`,
    [limit],
  )
  return { now: rows[0]?.now.getTime() ?? 0, locked: rows.map(toLocked) }
}

/** A read's pick: these cases if they are overdue, waiting for whoever holds them. */
export async function lockOverdueOf(tx: Tx, nos: readonly string[], now: Instant): Promise<LockedCase[]> {
  const { rows } = await tx.query<LockedRow>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE "no" = ANY ($1) AND (${CLOCKS.map(({ due, expires }) => `("${due}" < $2 AND ${expires})`).join(' OR ')})
       ORDER BY "no" FOR UPDATE)
     SELECT ${COLUMNS}, ${JUDGED_UNDER_LOCK} FROM c`,
    [nos, new Date(now)],
  )
  return rows.map(toLocked)
}

/** Whether somebody is at one of these cases at this moment. */
export async function isAnyHeld(tx: Tx, nos: readonly string[]): Promise<boolean> {
  const { rows } = await tx.query(`SELECT FROM "AfterSale" WHERE "no" = ANY ($1) FOR SHARE SKIP LOCKED`, [nos], {
    prepared: true,
  })
  return rows.length < nos.length
}

/** The numbers of cases whose time was over at `now`. */
export type Overdue = { now: Instant; overdue: string[] }

/** R0.3 What is overdue in the scope, soonest first, at most `limit` by each clock. */
export async function findOverdue(tx: Tx, scope: Scope, limit: number): Promise<Overdue> {
  const params: unknown[] = [limit]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  // one clock after the other, each by its own index
  const overdue = CLOCKS.map(
    (clock) => `(SELECT "no" FROM "AfterSale" WHERE ${isOver(clock)} AND ${inScope} ORDER BY "${clock.due}" LIMIT $1)`,
  )
  return readOverdue(tx, overdue.join(' UNION ALL '), params)
}

/** R0.3 The same of this one case of the scope. */
export async function findOverdueCase(tx: Tx, scope: Scope, no: string): Promise<Overdue> {
  const over = CLOCKS.map((clock) => `(${isOver(clock)})`).join(' OR ')
  return readOverdue(
    tx,
    `SELECT "no" FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) AND (${over})`,
    [no, shopIdsOf(scope)],
    { prepared: true },
  )
}

function isOver({ due, expires }: ClockColumns): string {
  return `"${due}" < (SELECT "now" FROM n) AND ${expires}`
}

async function readOverdue(tx: Tx, selected: string, params: unknown[], how?: Asking): Promise<Overdue> {
  const { rows } = await tx.query<{ now: Date; overdue: string[] }>(
    `WITH n AS MATERIALIZED (SELECT app_now() AS "now") SELECT "now", ARRAY(${selected}) AS "overdue" FROM n`,
    params,
    how,
  )
  const [row] = rows
  if (!row) throw new Error('the database has no clock')
  return { now: row.now.getTime(), overdue: row.overdue }
}

/** R0.3 What is not overdue at `now`, as an SQL condition on a case; `add` takes a value and gives its placeholder. */
export function notOverdue(now: Instant, add: (value: unknown) => string): string {
  const at = add(new Date(now))
  return CLOCKS.map(({ due, expires }) => `("${due}" IS NULL OR "${due}" >= ${at} OR NOT (${expires}))`).join(' AND ')
}

/** The numbers of the cases that are to be told now that their deadline comes soon, at most `limit`. */
export async function findSoon(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ no: string }>(
    `WITH n AS MATERIALIZED (SELECT app_now() AS "now") ${CLOCKS.map(
      (clock) =>
        `(SELECT "no" FROM "AfterSale" WHERE ${isSoon(clock, '(SELECT "now" FROM n)')} ORDER BY "${clock.soon}" LIMIT $1)`,
    ).join(' UNION ALL ')}`,
    [limit],
    { prepared: true },
  )
  return rows.map((row) => row.no)
}

/** How long until a clock has something to decide (`due`) and to tell (`soon`), in ms; null: never. */
export type NextOfClock = { dueInMs: number | null; soonInMs: number | null }

/** Of each of the CLOCKS, in their order. One look at four indexes. */
export async function findNext(tx: Tx): Promise<NextOfClock[]> {
  const { rows } = await tx.query<NextOfClock>(
    `SELECT ceil(extract(epoch FROM due - now) * 1000)::bigint AS "dueInMs",
       ceil(extract(epoch FROM soon - now) * 1000)::bigint AS "soonInMs"
     FROM (${CLOCKS.map(earliest).join(' UNION ALL ')}) next, (SELECT app_now() AS now OFFSET 0) present ORDER BY clock`,
    [],
    { prepared: true },
  )
  return rows
}

function earliest({ due, soon, expires }: ClockColumns, index: number): string {
  return `SELECT ${index} AS clock, (SELECT min("${due}") FROM "AfterSale" WHERE ${expires}) AS due,
    (SELECT min("${soon}") FROM "AfterSale") AS soon`
}
