import pg from 'pg'
import { z } from 'zod'

/** What is really asked of the database: every statement as it goes out, in order, whatever stands between. */

export type Statement = { sql: string; params: unknown[] }
/**
 * `connection`: which of them it went over, numbered as they came; `pid`: the server's process at its other end. `name`: of
 * a prepared one.
 */
export type Sent = Statement & { name: string | null; connection: number; pid: number | undefined }
/** Is told of a statement, and gives what is to be called when it is answered. */
export type Listener = (statement: Sent) => () => void

const asked = z.union([
  z.string().transform((text) => ({ text, name: null, values: undefined })),
  z.object({ text: z.string(), name: z.string().nullish(), values: z.array(z.unknown()).nullish() }).loose(),
])

/** Everything that this process asks while it runs, and what it comes to. */
export async function listen<T>(run: () => Promise<T>): Promise<{ sent: Sent[]; result: T }> {
  const sent: Sent[] = []
  const result = await listenTo(run, (statement) => {
    sent.push(statement)
    return () => undefined
  })
  return { sent, result }
}

/** Not the beginning or the end of a transaction, which go out with what they enclose. */
export function isAsked({ sql }: Statement): boolean {
  return !/^(BEGIN|COMMIT|ROLLBACK)\b/.test(sql)
}

/** Lets the listener hear every statement of this process while it runs. One at a time. */
export async function listenTo<T>(run: () => Promise<T>, listener: Listener): Promise<T> {
  const connections: pg.Client[] = []
  const { query } = pg.Client.prototype
  const hear = function (this: pg.Client & { processID?: number }, ...args: unknown[]): unknown {
    const found = asked.safeParse(args[0])
    if (!found.success) return Reflect.apply(query, this, args)
    if (!connections.includes(this)) connections.push(this)
    const params = found.data.values ?? args[1]
    const answered = listener({
      sql: found.data.text,
      params: Array.isArray(params) ? params : [],
      name: found.data.name ?? null,
      connection: connections.indexOf(this),
      pid: this.processID,
    })
    const last = args.at(-1)
    if (typeof last !== 'function') return afterwards(Reflect.apply(query, this, args), answered)
    const tell = (...answer: unknown[]) => {
      answered()
      return Reflect.apply(last, undefined, answer)
    }
    return Reflect.apply(query, this, [...args.slice(0, -1), tell])
  }
  Object.assign(pg.Client.prototype, { query: hear })
  try {
    return await run()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
}

function afterwards(result: unknown, answered: () => void): unknown {
  if (result instanceof Promise) result.then(answered, answered)
  return result
}
