import { database } from '@/lib/db/pool'
import type { OpenedToken } from './token'

/** Counted by the process that signed it, which may be this far ahead of the database. */
const SLACK = `interval '1 minute'`

/**
 * From here on the token counts no more, in any process, although its time is not over. False when it was so already: of
 * two that come with one token, one goes on.
 */
export async function spendToken({ id, endsAt }: Pick<OpenedToken, 'id' | 'endsAt'>): Promise<boolean> {
  const { rowCount } = await database.query(
    `INSERT INTO "SpentToken" ("id", "expiresAt") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [id, new Date(endsAt)],
  )
  // by real time, like the tokens' own
  await database.query(`DELETE FROM "SpentToken" WHERE "expiresAt" < clock_timestamp() - ${SLACK}`)
  return rowCount === 1
}

export async function isTokenSpent(id: string): Promise<boolean> {
  const { rowCount } = await database.query(`SELECT FROM "SpentToken" WHERE "id" = $1`, [id])
  return rowCount === 1
}
