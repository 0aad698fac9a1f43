import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { Instant } from './domain/policy'
import { JUDGED_UNDER_LOCK } from './fact-columns'
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

/** The numbers of the cases in the scope that are overdue at `now` (R0.3), at most `limit`; `only`: of this one. */
export async function findOverdue(
  tx: Tx,
  scope: Scope,
  { now, only, limit }: { now: Instant; only: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await tx.query<{ no: string }>(
    // one clock after the other, each by its own index
    CLOCKS.map(
      ({
        due,
        expires,
      }) => `(SELECT "no" FROM "AfterSale" WHERE "${due}" < $1 AND ${expires} AND ($2::text[] IS NULL OR "shopId" = ANY ($2))
         AND ($3::text IS NULL OR "no" = $3) ORDER BY "${due}" LIMIT $4)`,
    ).join(' UNION ALL '),
    [new Date(now), shopIdsOf(scope), only, limit],
  )
  return rows.map((row) => row.no)
}

/** R0.3 What is not overdue at `now`, as an SQL condition on a case; `add` takes a value and gives its placeholder. */
export function notOverdue(now: Instant, add: (value: unknown) => string): string {
  const at = add(new Date(now))
  return CLOCKS.map(({ due, expires }) => `("${due}" IS NULL OR "${due}" >= ${at} OR NOT (${expires}))`).join(' AND ')
}

/** The numbers of the cases that are to be told at `now` that their deadline comes soon, at most `limit`. */
export async function findSoon(tx: Tx, now: Instant, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ no: string }>(
    CLOCKS.map(
      (clock) => `(SELECT "no" FROM "AfterSale" WHERE ${isSoon(clock, '$1')} ORDER BY "${clock.soon}" LIMIT $2)`,
    ).join(' UNION ALL '),
    [new Date(now), limit],
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
