import { createHash } from 'node:crypto'
import pg from 'pg'
import { APP_SESSION } from '@/lib/db/session'
import type { Asking, Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'

const held = () => processWide('pool', (): { pool?: pg.Pool } => ({}))

/** The one pool of this process, whose connections work as the application's role (session.ts). */
export function pool(): pg.Pool {
  const state = held()
  state.pool ??= openPool(env().DATABASE_URL, APP_SESSION)
  return state.pool
}

/** Ends every connection; the next `pool()` opens a new one. */
export async function closePool(): Promise<void> {
  const state = held()
  const open = state.pool
  state.pool = undefined
  await open?.end()
}

/** Runs one statement outside any transaction: it reaches no shop's rows (`within` does). */
export const database: Tx = {
  query: async <T>(sql: string, params?: readonly unknown[], how?: Asking) => runQuery<T>(pool(), sql, params, how),
}

/** One statement, its rows typed as the caller says. */
export async function runQuery<T>(
  on: pg.Pool | pg.PoolClient,
  sql: string,
  params: readonly unknown[] = [],
  { prepared = false }: Asking = {},
) {
  const name = prepared ? { name: nameOf(sql) } : {}
  const { rows, rowCount } = await on.query({ text: sql, values: [...params], ...name })
  return { rows: rows as T[], rowCount: rowCount ?? 0 }
}

const names = new Map<string, string>()

/** By its text, so that no two can have one name, wherever they come from. */
function nameOf(sql: string): string {
  const name = names.get(sql) ?? createHash('sha256').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}

/** Connections of their own, each begun with these options of PostgreSQL's. */
export function openPool(connectionString: string | undefined, options: string): pg.Pool {
  if (connectionString === undefined) throw new Error('There is no database: DATABASE_URL is not set.')
  const opened = new pg.Pool({
    connectionString,
    max: env().AFTERDESK_POOL_MAX,
    application_name: 'afterdesk',
    options,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    // the next click must not wait for a new session, which has nothing prepared
    idleTimeoutMillis: 300_000,
    // what one statement says of itself and what it asks go out together (within.ts)
    pipeline: true,
    types: { getTypeParser },
  })
  // A connection that the server ends must not end the process, whether it lies idle (the pool hears of it) or is in
  // use (only the connection itself does, and its user's statement fails).
  const report = (error: Error) => logger().warn({ err: error }, 'a database connection was lost')
  opened.on('error', report)
  opened.on('connect', (client) => client.on('error', report))
  return opened
}

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? parseSafeInteger : pg.types.getTypeParser(oid, format)

// bigint columns hold fen and counts: numbers in JavaScript, and never silently rounded ones.
function parseSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a JavaScript number`)
  return value
}
