import type pg from 'pg'
import { pool } from '@/lib/db/pool'
import { type Reach, setReach } from '@/lib/db/reach'

export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE'
  readOnly?: boolean
}

/** Lends a connection of the pool to `work`. Whatever it throws, the connection goes back without a transaction. */
export async function onConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  let broken = false
  try {
    return await work(client)
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

/** Begins a transaction that can touch the rows within `reach`, in one message: a reach costs no round trip. */
export function beginStatement(reach: Reach, { isolation = 'READ COMMITTED', readOnly }: TransactionOptions = {}) {
  return `BEGIN ISOLATION LEVEL ${isolation}${readOnly ? ' READ ONLY' : ''}; ${setReach(reach)}`
}
