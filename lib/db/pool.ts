import pg from 'pg'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'

/** What a store needs of a connection: one statement at a time. */
export interface Tx {
  query<T>(sql: string, params?: readonly unknown[]): Promise<{ rows: T[]; rowCount: number }>
}

export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'
  readOnly?: boolean
}

const held = () => processWide('pool', (): { pool?: pg.Pool } => ({}))

/** The one pool of this process. Every session runs in UTC: Prisma stores instants shifted otherwise. */
export function pool(): pg.Pool {
  const state = held()
  state.pool ??= openPool()
  return state.pool
}

/** Ends every connection; the next `pool()` opens a new one. */
export async function closePool(): Promise<void> {
  const state = held()
  const open = state.pool
  state.pool = undefined
  await open?.end()
}

/** Runs one statement outside any transaction. */
export const database: Tx = {
  query: async <T>(sql: string, params?: readonly unknown[]) => runQuery<T>(pool(), sql, params),
}

/** Runs `fn` in one transaction: committed when it returns, rolled back when it throws, never tried again. */
export async function inTransaction<T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await pool().connect()
  let broken = false
  try {
    await client.query(beginStatement(options))
    const result = await fn({ query: (sql, params) => runQuery(client, sql, params) })
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that cannot even roll back may hold the transaction open: it must not go back into the pool.
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function beginStatement({ isolation = 'READ COMMITTED', readOnly = false }: TransactionOptions): string {
  return `BEGIN ISOLATION LEVEL ${isolation}${readOnly ? ' READ ONLY' : ''}`
}

async function runQuery<T>(on: pg.Pool | pg.PoolClient, sql: string, params?: readonly unknown[]) {
  const { rows, rowCount } = await on.query(sql, params ? [...params] : undefined)
  return { rows: rows as T[], rowCount: rowCount ?? 0 }
}

function openPool(): pg.Pool {
  const { DATABASE_URL, AFTERDESK_POOL_MAX } = env()
  if (DATABASE_URL === undefined) throw new Error('There is no database: DATABASE_URL is not set.')
  const opened = new pg.Pool({
    connectionString: DATABASE_URL,
    max: AFTERDESK_POOL_MAX,
    application_name: 'afterdesk',
    options: '-c timezone=UTC',
    statement_timeout: 30_000,
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
