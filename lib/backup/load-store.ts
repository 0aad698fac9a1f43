import type pg from 'pg'
import { nameOf } from './catalogue-queries'
import type { Sequence, Table } from './manifest'

/** Filling a whole database at once, as its owner: what the tables hold to one another is checked when all is there. */

type Constraint = { owner: string; name: string; definition: string }
type Trigger = { owner: string; name: string }
export type Suspended = { constraints: Constraint[]; triggers: Trigger[] }

/** Keeps everybody else out of the tables until the transaction ends. */
export async function lockTables(session: pg.Client, tables: readonly Table[]): Promise<void> {
  await session.query(`LOCK TABLE ${tables.map(nameOf).join(', ')} IN ACCESS EXCLUSIVE MODE`)
}

/** Takes foreign keys and triggers off, to be put back by `resumeChecks` in the same transaction. */
export async function suspendChecks(session: pg.Client, tables: readonly Table[]): Promise<Suspended> {
  const names = tables.map(nameOf)
  const { rows: constraints } = await session.query<Constraint>(
    `SELECT conrelid::regclass::text AS "owner", quote_ident(conname) AS "name", pg_get_constraintdef(oid) AS "definition"
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]) ORDER BY 1, 2`,
    [names],
  )
  const { rows: triggers } = await session.query<Trigger>(
    `SELECT tgrelid::regclass::text AS "owner", quote_ident(tgname) AS "name"
     FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid = ANY ($1::regclass[]) ORDER BY 1, 2`,
    [names],
  )
  for (const { owner, name } of constraints) await session.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`)
  for (const { owner, name } of triggers) await session.query(`ALTER TABLE ${owner} DISABLE TRIGGER ${name}`)
  return { constraints, triggers }
}

/** Puts them back; throws where a row refers to one that is not there. */
export async function resumeChecks(session: pg.Client, { constraints, triggers }: Suspended): Promise<void> {
  for (const { owner, name } of triggers) await session.query(`ALTER TABLE ${owner} ENABLE TRIGGER ${name}`)
  for (const { owner, name, definition } of constraints)
    await session.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`)
}

/** What migrations and a first start left there gives way to what the backup has of it. */
export async function emptyTables(session: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const table of tables) await session.query(`DELETE FROM ${nameOf(table)}`)
}

export async function setSequences(session: pg.Client, sequences: readonly Sequence[]): Promise<void> {
  for (const { last, called, ...sequence } of sequences)
    await session.query('SELECT setval($1::regclass, $2::bigint, $3)', [nameOf(sequence), last, called])
}

/**
 * Jobs that somebody was at when the backup was made wait again, with the attempt that nobody finished given back: their
 * worker is not there, and would be waited for by the hour.
 */
export async function releaseJobs(session: pg.Client): Promise<void> {
  await session.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL, attempts = greatest(attempts - 1, 0)
     WHERE locked_at IS NOT NULL`,
  )
  await session.query(
    `UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  )
}
