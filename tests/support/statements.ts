import pg from 'pg'
import { z } from 'zod'

/** What is really asked of the database: every statement as it goes out, in order, whatever stands between. */

/** `connection`: which of them it went over, numbered as they came. `name`: of a prepared one. */
export type Sent = { sql: string; params: unknown[]; name: string | null; connection: number }

const asked = z.union([
  z.string().transform((text) => ({ text, name: null, values: undefined })),
  z.object({ text: z.string(), name: z.string().nullish(), values: z.array(z.unknown()).nullish() }).loose(),
])

/** Everything that this process asks while it runs, and what it comes to. */
export async function listen<T>(run: () => Promise<T>): Promise<{ sent: Sent[]; result: T }> {
  const sent: Sent[] = []
  const connections: pg.Client[] = []
  const { query } = pg.Client.prototype
  const note = function (this: pg.Client, ...args: unknown[]): unknown {
    const found = asked.safeParse(args[0])
    if (found.success) {
      if (!connections.includes(this)) connections.push(this)
      const params = found.data.values ?? args[1]
      sent.push({
        sql: found.data.text,
        params: Array.isArray(params) ? params : [],
        name: found.data.name ?? null,
        connection: connections.indexOf(this),
      })
    }
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: note })
  try {
    const result = await run()
    return { sent, result }
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
}
