import { randomUUID } from 'node:crypto'
import { runMigrations as migrateQueue } from 'graphile-worker'
import pg from 'pg'
import { equipAppRole } from '@/lib/db/app-role'
import { findPending, type Migration, MigrationError, type MigrationRecord, readMigrations } from '@/lib/db/migrations'
import { APP_ROLE } from '@/lib/db/session'
import { OperatorError } from '@/lib/operator-error'

// The key that Prisma's own engine locks, so that both never migrate one database at once.
const LOCK = 72_707_369

const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Brings the database up to this checkout: the job queue's own tables first (a migration of ours may name them), then
 * prisma/migrations, and at last what the application's role may do with the tables. Keeps the same books as `prisma
 * migrate deploy`. `url` logs in as the tables' owner; the application's login only finds that nothing is to be done, or
 * throws OperatorError. Returns the names of what it ran.
 */
export async function migrate(url: string, dir?: string): Promise<string[]> {
  const migrations = readMigrations(dir)
  return withSession(url, async (session) => {
    await session.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (await isApplication(session)) return refuseMissing(await listMissing(session, migrations))
    await migrateQueue({ connectionString: url })
    await session.query(HISTORY)
    const pending = findPending(migrations, await readHistory(session))
    for (const migration of pending) await applyMigration(session, migration)
    await equipAppRole(session)
    return pending.map(({ name }) => name)
  })
}

/** The names of the migrations that the database lacks, once nobody migrates it; changes nothing. */
export async function findMissingMigrations(url: string, dir?: string): Promise<string[]> {
  const migrations = readMigrations(dir)
  return withSession(url, async (session) => {
    await session.query('SELECT pg_advisory_lock_shared($1)', [LOCK])
    return listMissing(session, migrations)
  })
}

async function listMissing(session: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await session.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  )
  const records = rows[0]?.found ? await readHistory(session) : []
  return findPending(migrations, records).map(({ name }) => name)
}

async function isApplication(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ me: string }>('SELECT current_user AS me')
  return rows[0]?.me === APP_ROLE
}

// The application's own login changes no table; where there is nothing to change, it need not.
function refuseMissing(missing: readonly string[]): [] {
  if (missing.length === 0) return []
  throw new OperatorError(
    `The database lacks ${missing.join(', ')}, and ${APP_ROLE} may not migrate it: set AFTERDESK_OWNER_URL to the login that owns its tables.`,
  )
}

// The lock belongs to the session: ending it, in whatever way, gives the lock back.
async function withSession<T>(url: string, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'afterdesk-migrate',
    options: '-c timezone=UTC -c client_min_messages=warning',
  })
  await session.connect().catch((error: unknown) => {
    const named = url === process.env.AFTERDESK_OWNER_URL ? 'AFTERDESK_OWNER_URL' : 'DATABASE_URL'
    throw new OperatorError(`The database cannot be reached, check ${named}: ${explain(error)}`, { cause: error })
  })
  try {
    return await work(session)
  } finally {
    await session.end()
  }
}

function explain(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(explain).join('; ')
  return error instanceof Error ? error.message : String(error)
}

async function readHistory(session: pg.Client): Promise<MigrationRecord[]> {
  const { rows } = await session.query<MigrationRecord>(
    `SELECT migration_name, checksum, finished_at, logs
       FROM _prisma_migrations
      WHERE rolled_back_at IS NULL
      ORDER BY started_at`,
  )
  return rows
}

// The script and its row commit together: whatever interrupts them, the database knows what it has. A file is one
// simple query in one transaction, so nothing in it may refuse to run in a transaction (CREATE INDEX CONCURRENTLY).
async function applyMigration(session: pg.Client, migration: Migration): Promise<void> {
  await session.query('BEGIN')
  try {
    await session.query(migration.sql)
    await recordMigration(session, migration, null)
    await session.query('COMMIT')
  } catch (error) {
    const reason = explain(error)
    await session.query('ROLLBACK')
    await recordMigration(session, migration, reason)
    throw new MigrationError(`Migration ${migration.name} failed and was taken back: ${reason}`, { cause: error })
  }
}

async function recordMigration(session: pg.Client, { name, checksum }: Migration, failure: string | null) {
  await session.query(
    `INSERT INTO _prisma_migrations
       (id, checksum, migration_name, logs, finished_at, rolled_back_at, applied_steps_count)
     VALUES ($1, $2, $3, $4, CASE WHEN $4::text IS NULL THEN now() END, CASE WHEN $4::text IS NOT NULL THEN now() END,
             CASE WHEN $4::text IS NULL THEN 1 ELSE 0 END)`,
    [randomUUID(), checksum, name, failure],
  )
}
