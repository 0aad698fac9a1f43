import { database } from '@/lib/db/pool'
import type { TwoStepView } from './views'

/** Whether this person is asked for a second step at signing in. */
export async function isTwoStepOn(userId: string): Promise<boolean> {
  const { rowCount } = await database.query(`SELECT FROM "TwoStep" WHERE "userId" = $1 AND "confirmedAt" IS NOT NULL`, [
    userId,
  ])
  return rowCount === 1
}

export async function readTwoStep(userId: string): Promise<TwoStepView> {
  const { rows } = await database.query<{ since: Date; left: number }>(
    `SELECT t."confirmedAt" AS "since", (SELECT count(*)::int FROM "RecoveryCode" r
       WHERE r."userId" = t."userId" AND r."usedAt" IS NULL) AS "left"
     FROM "TwoStep" t WHERE t."userId" = $1 AND t."confirmedAt" IS NOT NULL`,
    [userId],
  )
  const found = rows[0]
  return found ? { on: true, since: found.since.getTime(), recoveryLeft: found.left } : { on: false }
}
