import type pg from 'pg'
import { APP_ROLE } from '@/lib/db/session'
import { OperatorError } from '@/lib/operator-error'

// What is written once and stays; of these the role can take nothing back.
const APPENDED = ['AfterSaleAttachment', 'AfterSaleEvent', 'DeskEntry', 'Evidence', 'LedgerEntry', 'SettingChange']
// What changes and is never taken away.
const KEPT = [
  ...['AfterSale', 'AfterSaleLine', 'ApiKey', 'Contact', 'Invitation', 'LedgerAccount', 'Member', 'Message', 'Order'],
  ...['Refund', 'SandboxClock', 'Shop', 'User'],
]
// Whether the database is brought up to date a worker has to see.
const READ = ['_prisma_migrations']

/**
 * Makes the role that the application works as, and gives it what it needs of every table there is at the moment, no more.
 * To be called in the owner's session after every migration. Throws OperatorError when the role cannot be made.
 */
export async function equipAppRole(session: pg.Client): Promise<void> {
  await ensureRole(session)
  await session.query('BEGIN')
  try {
    await session.query(`GRANT USAGE ON SCHEMA public, graphile_worker TO ${APP_ROLE}`)
    await grantTables(session)
    await grantSequences(session)
    await openQueue(session)
    await session.query('COMMIT')
  } catch (error) {
    await session.query('ROLLBACK')
    throw error
  }
}

async function ensureRole(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ mighty: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS mighty FROM pg_roles WHERE rolname = $1',
    [APP_ROLE],
  )
  if (rows[0]?.mighty) {
    throw new OperatorError(
      `The role ${APP_ROLE} could see every shop's rows: run ALTER ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS.`,
    )
  }
  if (rows.length === 0) await createRole(session)
  await joinRole(session)
}

async function createRole(session: pg.Client): Promise<void> {
  try {
    await session.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`)
  } catch (error) {
    // The role is the server's: another of its databases may be migrated at the same moment.
    if (hasCode(error, '42710', '23505')) return
    if (!hasCode(error, '42501')) throw error
    const { rows } = await session.query<{ me: string }>('SELECT quote_ident(current_user) AS me')
    throw new OperatorError(
      `The role ${APP_ROLE}, which the application works as, is missing, and ${rows[0]?.me} may not make it. ` +
        `An administrator has to run once: CREATE ROLE ${APP_ROLE} NOLOGIN ROLE ${rows[0]?.me}`,
      { cause: error },
    )
  }
}

// Needed only where the application logs in as the owner and then steps down; where it cannot, its pool says so.
async function joinRole(session: pg.Client): Promise<void> {
  if (await canBecomeRole(session)) return
  await session.query(`GRANT ${APP_ROLE} TO CURRENT_USER`).catch((error: unknown) => {
    if (!hasCode(error, '42501', '0LP01')) throw error
  })
}

async function canBecomeRole(session: pg.Client): Promise<boolean> {
  await session.query('BEGIN')
  try {
    await session.query(`SET LOCAL ROLE ${APP_ROLE}`)
    return true
  } catch (error) {
    if (hasCode(error, '42501')) return false
    throw error
  } finally {
    await session.query('ROLLBACK')
  }
}

async function grantTables(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ table: string; name: string; queue: boolean; view: boolean; held: string[] }>(
    `SELECT c.oid::regclass::text AS "table", c.relname AS "name", c.relnamespace <> 'public'::regnamespace AS "queue", c.relkind = 'v' AS "view",
            ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
                  WHERE has_table_privilege($1, c.oid, p)) AS "held"
     FROM pg_class c
     WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)`,
    [APP_ROLE],
  )
  for (const { table, name, queue, view, held } of rows) {
    const needed = view ? ['SELECT'] : queue ? ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] : privilegesOn(name)
    if (held.join() === needed.join()) continue
    await session.query(
      `REVOKE ALL ON ${table} FROM ${APP_ROLE}; GRANT ${needed.join(', ')} ON ${table} TO ${APP_ROLE}`,
    )
  }
}

function privilegesOn(table: string): string[] {
  if (READ.includes(table)) return ['SELECT']
  if (APPENDED.includes(table)) return ['SELECT', 'INSERT']
  if (KEPT.includes(table)) return ['SELECT', 'INSERT', 'UPDATE']
  return ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
}

async function grantSequences(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ sequence: string }>(
    `SELECT oid::regclass::text AS "sequence" FROM pg_class
     WHERE relnamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)
       AND CASE relkind WHEN 'S' THEN NOT has_sequence_privilege($1, oid, 'USAGE') END`,
    [APP_ROLE],
  )
  for (const { sequence } of rows) await session.query(`GRANT USAGE ON SEQUENCE ${sequence} TO ${APP_ROLE}`)
}

// The queue's tables are closed to all but their owner: it knows no shops, and the role runs it.
async function openQueue(session: pg.Client): Promise<void> {
  const { rows } = await session.query<{ table: string }>(
    `SELECT oid::regclass::text AS "table" FROM pg_class c
     WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = 'afterdesk')`,
  )
  for (const { table } of rows) {
    await session.query(`CREATE POLICY afterdesk ON ${table} TO ${APP_ROLE} USING (TRUE) WITH CHECK (TRUE)`)
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
