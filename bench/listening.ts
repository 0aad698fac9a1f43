import pg from 'pg'
import { z } from 'zod'

/** What is asked of the database on any connection of this process. */

export type Statement = { sql: string; params: unknown[] }
/** Is told of a statement and which process of the server it goes to, and gives what is to be called when it is answered. */
type Listener = (statement: Statement, pid: number | undefined) => () => void

const sent = z.union([z.string().transform((text) => ({ text })), z.object({ text: z.string() }).loose()])

/** Runs `run`, and lets the listener hear every statement meanwhile. One at a time. */
export async function listenTo(run: () => Promise<unknown>, listener: Listener): Promise<void> {
  const { query } = pg.Client.prototype
  const listen = function (this: pg.Client & { processID?: number }, ...args: unknown[]): unknown {
    const statement = statementOf(args)
    if (!statement) return Reflect.apply(query, this, args)
    const answered = listener(statement, this.processID)
    const last = args.at(-1)
    if (typeof last !== 'function') return afterwards(Reflect.apply(query, this, args), answered)
    const tell = (...answer: unknown[]) => {
      answered()
      return Reflect.apply(last, undefined, answer)
    }
    return Reflect.apply(query, this, [...args.slice(0, -1), tell])
  }
  Object.assign(pg.Client.prototype, { query: listen })
  try {
    await run()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
}

function statementOf([first, second]: readonly unknown[]): Statement | null {
  const found = sent.safeParse(first)
  if (!found.success) return null
  const own = 'values' in found.data ? found.data.values : second
  return { sql: found.data.text, params: Array.isArray(own) ? own : [] }
}

function afterwards(result: unknown, answered: () => void): unknown {
  if (result instanceof Promise) result.then(answered, answered)
  return result
}
