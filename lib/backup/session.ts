import pg from 'pg'
import { OperatorError } from '@/lib/operator-error'

// Values are written and read in one way on every server. A table that would show less than all of its rows to this
// user is an error. What is read takes as long as it takes.
const OPTIONS = [
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'row_security=off',
  'statement_timeout=0',
  'idle_in_transaction_session_timeout=0',
  'client_min_messages=warning',
]

/** A connection of its own, beside the pool and its limits, as the owner of the tables. */
export async function withSession<T>(url: string, work: (session: pg.Client) => Promise<T>): Promise<T> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'afterdesk-backup',
    options: OPTIONS.map((option) => `-c ${option}`).join(' '),
  })
  // one that breaks while nothing is asked of it; whatever is asked next says so
  session.on('error', () => {})
  await session.connect().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`The database cannot be reached, check DATABASE_URL: ${reason}`, { cause: error })
  })
  try {
    return await work(session)
  } finally {
    await session.end().catch(() => {})
  }
}
