import { beginStatement, onConnection } from '@/lib/db/connection'
import { runQuery } from '@/lib/db/pool'
import type { Reach } from '@/lib/db/reach'
import type { Asking, Tx } from '@/lib/db/transaction'

/** One statement at a time, each in a transaction of its own that can touch the rows within `reach`. */
export function within(reach: Reach): Tx {
  return {
    query: <T>(sql: string, params?: readonly unknown[], how?: Asking) =>
      onConnection(async (client) => {
        // Sent without waiting in between. After a failed statement COMMIT takes back, and does not fail itself.
        const [began, asked, ended] = await Promise.allSettled([
          client.query(beginStatement(reach)),
          runQuery<T>(client, sql, params, how),
          client.query('COMMIT'),
        ])
        if (began.status === 'rejected') throw began.reason
        if (asked.status === 'rejected') throw asked.reason
        if (ended.status === 'rejected') throw ended.reason
        return asked.value
      }),
  }
}
