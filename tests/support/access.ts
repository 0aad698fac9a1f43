import type pg from 'pg'
import { openPool, runQuery } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { type Asking, inTransaction as inTransactionWithin, type Tx } from '@/lib/db/transaction'
import { ownerUrl } from '@/lib/env'

/** How tests and measurements get at the tables beside the product's own ways. */

let opened: { url: string; pool: pg.Pool } | undefined

/** As the tables' owner: whatever shop it is of, and whatever the application may not do. */
export const database: Tx = {
  query: async <T>(sql: string, params?: readonly unknown[], how?: Asking) => runQuery<T>(owner(), sql, params, how),
}

/** As the application, which reaches every shop here. */
export function inTransaction<T>(fn: (tx: Tx) => Promise<T>, options?: Parameters<typeof inTransactionWithin>[2]) {
  return inTransactionWithin(EVERYWHERE, fn, options)
}

export async function closeAccess(): Promise<void> {
  const open = opened
  opened = undefined
  await open?.pool.end()
}

function owner(): pg.Pool {
  const url = ownerUrl() ?? ''
  if (opened?.url === url) return opened.pool
  void opened?.pool.end()
  opened = { url, pool: openPool(url, '-c timezone=UTC') }
  return opened.pool
}
