import { createHmac } from 'node:crypto'
import pg from 'pg'
import { APP_ROLE } from '@/lib/db/session'

// Any number: two processes that come at once take turns.
const LOCK = 72_707_370

/** The address under which the application logs in, as its role and nobody else; made from the owner's. */
export function appAddress(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = APP_ROLE
  // From this one nobody finds the way back to the owner's.
  url.password = createHmac('sha256', new URL(ownerUrl).password).update(APP_ROLE).digest('hex')
  return url.href
}

/** Makes sure that the application can log in there. */
export async function ensureAppLogin(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const password = pg.escapeLiteral(new URL(appAddress(ownerUrl)).password)
    await owner.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE])
    await owner.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${APP_ROLE} LOGIN PASSWORD ${password}`)
  } finally {
    await owner.end()
  }
}
