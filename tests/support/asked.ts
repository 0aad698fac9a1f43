import pg from 'pg'
import { vi } from 'vitest'

export type Asked = { sql: string; params: unknown[] }

/** What is asked of the database while `run` is at it, but for the beginnings and ends of transactions. */
export async function listAsked(run: () => Promise<unknown>): Promise<Asked[]> {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await run()
    const calls: unknown[][] = query.mock.calls
    return calls
      .map(([sql, params]) => ({ sql: String(sql), params: Array.isArray(params) ? params : [] }))
      .filter(({ sql }) => !/^(BEGIN|COMMIT|ROLLBACK)/.test(sql))
  } finally {
    query.mockRestore()
  }
}
