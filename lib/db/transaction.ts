import { beginStatement, onConnection, type TransactionOptions } from '@/lib/db/connection'
import { runQuery } from '@/lib/db/pool'
import type { Reach } from '@/lib/db/reach'

/** What a store needs of a connection: one statement at a time. */
export interface Tx {
  query<T>(sql: string, params?: readonly unknown[]): Promise<{ rows: T[]; rowCount: number }>
}

/**
 * Runs `fn` in one transaction that can touch the rows within `reach`: committed when it returns, rolled back when it
 * throws, never tried again.
 */
export async function inTransaction<T>(
  reach: Reach,
  fn: (tx: Tx) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return onConnection(async (client) => {
    await client.query(beginStatement(reach, options))
    const result = await fn({ query: (sql, params) => runQuery(client, sql, params) })
    await client.query('COMMIT')
    return result
  })
}
