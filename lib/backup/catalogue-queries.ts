import pg from 'pg'
import type { Head, Sequence, Table } from './manifest'

/** What the database consists of, by its own catalogue: a new table is in the next backup without being told to. */

// ours, and the queue's
const SCHEMAS = `('public', 'graphile_worker')`
// which migrations were run is told by the head of a backup, and a restore runs them
const BOOKS = `('_prisma_migrations', 'migrations')`

export const nameOf = ({ schema, name }: { schema: string; name: string }) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`

/** All tables that keep what they hold over a crash. */
export async function listTables(session: pg.Client): Promise<Table[]> {
  const { rows } = await session.query<Table>(
    `SELECT n.nspname AS "schema", c.relname AS "name",
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS "columns"
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname IN ${SCHEMAS} AND c.relname NOT IN ${BOOKS}
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
     GROUP BY 1, 2
     ORDER BY 1, 2`,
  )
  return rows
}

/** Where each sequence stands now. They belong to no snapshot: read last, they are past every row that was read. */
export async function readSequences(session: pg.Client): Promise<Sequence[]> {
  const { rows } = await session.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS "schema", c.relname AS "name" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND n.nspname IN ${SCHEMAS} ORDER BY 1, 2`,
  )
  const sequences: Sequence[] = []
  for (const { schema, name } of rows) {
    const { rows: found } = await session.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS "last", is_called AS "called" FROM ${nameOf({ schema, name })}`,
    )
    for (const { last, called } of found) sequences.push({ schema, name, last, called })
  }
  return sequences
}

/** The migrations that the database has, oldest first; none where none was ever run. */
export async function readMigrationsRun(session: pg.Client): Promise<Head['migrations']> {
  if (!(await exists(session, 'public._prisma_migrations'))) return []
  const { rows } = await session.query<Head['migrations'][number]>(
    `SELECT migration_name AS "name", checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

export async function readServerVersion(session: pg.Client): Promise<string> {
  const { rows } = await session.query<{ server_version: string }>('SHOW server_version')
  return rows[0]?.server_version ?? ''
}

/** The first table that holds anything but what the migrations put there; null when the database is as good as new. */
export async function findFilledTable(session: pg.Client): Promise<string | null> {
  for (const table of await listTables(session)) {
    // the queue's own books are written by whoever starts once; the sandbox's clock comes with its migration
    if (table.schema !== 'public' || table.name === 'SandboxClock') continue
    const { rows } = await session.query<{ filled: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${nameOf(table)}) AS filled`,
    )
    if (rows[0]?.filled) return table.name
  }
  return null
}

/** Whether a process of the product is connected to this database. */
export async function isInUse(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ used: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'afterdesk%'
         AND application_name NOT IN ('afterdesk-backup', 'afterdesk-migrate')) AS used`,
  )
  return rows[0]?.used ?? false
}

async function exists(session: pg.Client, table: string): Promise<boolean> {
  const { rows } = await session.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table])
  return rows[0]?.found ?? false
}
