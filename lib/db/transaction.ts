import { pool, runQuery } from '@/lib/db/pool'

/** What a store needs of a connection: one statement at a time. */
export interface Tx {
  query<T>(sql: string, params?: readonly unknown[], how?: Asking): Promise<{ rows: T[]; rowCount: number }>
}

/** `prepared`: parsed and planned once for each connection. For a text that stays the same and is asked again and again. */
export type Asking = { prepared?: boolean }

export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'
  readOnly?: boolean
}

/** Runs `fn` in one transaction: committed when it returns, rolled back when it throws, never tried again. */
export async function inTransaction<T>(fn: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const client = await pool().connect()
  let broken = false
  try {
    await client.query(beginStatement(options))
    const result = await fn({ query: (sql, params, how) => runQuery(client, sql, params, how) })
    // after a statement that failed and nobody minded, COMMIT says that it rolled back, and no more
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error(`the transaction was not committed: ${command}`)
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
