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

/** The sweep's pick: cases with an overdue clock that nobody else holds, soonest first. */
export async function lockOverdue(
  tx: Tx,
  { due, expires }: ClockColumns,
  now: Instant,
  limit: number,
): Promise<LockedCase[]> {
  return lockPicked(tx, `"${due}" < $1 AND ${expires} ORDER BY "${due}"`, now, limit)
}

/** The sweep's other pick: cases that are to be told now that a deadline comes soon, if nobody else holds them. */
export async function lockSoon(tx: Tx, clock: ClockColumns, now: Instant, limit: number): Promise<LockedCase[]> {
  return lockPicked(tx, `${isSoon(clock)} ORDER BY "${clock.soon}"`, now, limit)
}

/** What there is to tell of at $1. Of what has passed its expiry says it, where it has one. */
function isSoon({ due, soon, expires }: ClockColumns): string {
  return `"${soon}" <= $1 AND ("${due}" >= $1 OR NOT (${expires}))`
}

async function lockPicked(tx: Tx, picked: string, now: Instant, limit: number): Promise<LockedCase[]> {
  const { rows } = await tx.query<LockedRow>(
    `WITH c AS MATERIALIZED (SELECT * FROM "AfterSale" WHERE ${picked} LIMIT $2 FOR UPDATE SKIP LOCKED)
     SELECT ${COLUMNS}, ${JUDGED_UNDER_LOCK} FROM c`,
    [new Date(now), limit],
  )
  return rows.map(toLocked)
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

/** The numbers of the cases that are to be told at `now` that their deadline comes soon, at most `limit`. */
export async function findSoon(tx: Tx, now: Instant, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ no: string }>(
    CLOCKS.map(
      (clock) => `(SELECT "no" FROM "AfterSale" WHERE ${isSoon(clock)} ORDER BY "${clock.soon}" LIMIT $2)`,
    ).join(' UNION ALL '),
    [new Date(now), limit],
  )
  return rows.map((row) => row.no)
}

/** When the next deadline is reached, and when the next one is to be told to come soon, in ms from now; null: none. */
export async function findNextDue(tx: Tx): Promise<{ dueInMs: number | null; soonInMs: number | null }> {
  const { rows } = await tx.query<{ dueInMs: number | null; soonInMs: number | null }>(
    `SELECT ceil(extract(epoch FROM due - now) * 1000)::bigint AS "dueInMs",
       ceil(extract(epoch FROM soon - now) * 1000)::bigint AS "soonInMs"
     FROM (SELECT LEAST(${earliestDue()}) AS due, LEAST(${earliestSoon()}) AS soon, app_now() AS now OFFSET 0) next`,
  )
  return rows[0] ?? { dueInMs: null, soonInMs: null }
}

function earliestDue(): string {
  return CLOCKS.map(({ due, expires }) => `(SELECT min("${due}") FROM "AfterSale" WHERE ${expires})`).join(', ')
}

function earliestSoon(): string {
  return CLOCKS.map(({ soon }) => `(SELECT min("${soon}") FROM "AfterSale")`).join(', ')
}
