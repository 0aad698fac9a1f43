import { pool, runQuery } from '@/lib/db/pool'

/** What a store needs of a connection: one statement at a time. */
export interface Tx {
  query<T>(sql: string, params?: readonly unknown[]): Promise<{ rows: T[]; rowCount: number }>
}

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
