import { beginStatement, onConnection, type TransactionOptions } from '@/lib/db/connection'
import { runQuery } from '@/lib/db/pool'
import type { Reach } from '@/lib/db/reach'

/** What a store needs of a connection: one statement at a time. */
export interface Tx {
  query<T>(sql: string, params?: readonly unknown[], how?: Asking): Promise<{ rows: T[]; rowCount: number }>
}

/** `prepared`: parsed and planned once for each connection. For a text that stays the same and is asked again and again. */
export type Asking = { prepared?: boolean }

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
    // sent without waiting: what follows it fails with it, for no statement reaches a shop's rows before it
    const begun = client.query(beginStatement(reach, options))
    begun.catch(() => undefined)
    const result = await fn({ query: (sql, params, how) => runQuery(client, sql, params, how) })
    await begun
    // after a statement that failed and nobody minded, COMMIT says that it rolled back, and no more
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`)
    return result
  })
}
