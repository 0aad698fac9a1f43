import type { Tx } from '@/lib/db/transaction'

/** Lock order: a person, then the second step. Times are the database's real ones, not the sandbox's. */

export type StoredTwoStep = {
  sealedSeed: string
  confirmed: boolean
  lastStep: number | null
  /** Epoch ms, read once the lock was held. */
  now: number
}

/** Whoever else comes with a code of this person waits for this transaction. Null: none was ever begun. */
export async function lockTwoStep(tx: Tx, userId: string): Promise<StoredTwoStep | null> {
  const { rows } = await tx.query<{ sealedSeed: string; confirmed: boolean; lastStep: string | null }>(
    `SELECT "sealedSeed", "confirmedAt" IS NOT NULL AS "confirmed", "lastStep"::text FROM "TwoStep"
     WHERE "userId" = $1 FOR UPDATE`,
    [userId],
  )
  const found = rows[0]
  if (!found) return null
  const clock = await tx.query<{ now: Date }>(`SELECT clock_timestamp() AS "now"`)
  const now = clock.rows[0]?.now
  if (!now) throw new Error('the database has no clock')
  const { sealedSeed, confirmed, lastStep } = found
  return { sealedSeed, confirmed, lastStep: lastStep === null ? null : Number(lastStep), now: now.getTime() }
}

/** A seed that no code has confirmed yet takes the place of an earlier such; false: one is confirmed already. */
export async function offerSeed(tx: Tx, userId: string, sealedSeed: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "TwoStep" AS t ("userId", "sealedSeed") VALUES ($1, $2)
     ON CONFLICT ("userId") DO UPDATE SET "sealedSeed" = $2 WHERE t."confirmedAt" IS NULL`,
    [userId, sealedSeed],
  )
  return rowCount === 1
}

export async function confirmSeed(tx: Tx, userId: string, step: number): Promise<void> {
  await tx.query(`UPDATE "TwoStep" SET "confirmedAt" = clock_timestamp(), "lastStep" = $2 WHERE "userId" = $1`, [
    userId,
    step,
  ])
}

export async function takeStep(tx: Tx, userId: string, step: number): Promise<void> {
  await tx.query(`UPDATE "TwoStep" SET "lastStep" = $2 WHERE "userId" = $1`, [userId, step])
}

/** Takes the place of all earlier ones. */
export async function putRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.query(`DELETE FROM "RecoveryCode" WHERE "userId" = $1`, [userId])
  await tx.query(`INSERT INTO "RecoveryCode" ("userId", "hash") SELECT $1, unnest($2::text[])`, [userId, hashes])
}

/** False: it is none of his, or was used before. */
export async function takeRecoveryCode(tx: Tx, userId: string, hash: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `UPDATE "RecoveryCode" SET "usedAt" = clock_timestamp() WHERE "userId" = $1 AND "hash" = $2 AND "usedAt" IS NULL`,
    [userId, hash],
  )
  return rowCount === 1
}

/** False: there was none that counted. */
export async function removeTwoStep(tx: Tx, userId: string): Promise<boolean> {
  const { rows } = await tx.query<{ confirmed: boolean }>(
    `DELETE FROM "TwoStep" WHERE "userId" = $1 RETURNING "confirmedAt" IS NOT NULL AS "confirmed"`,
    [userId],
  )
  return rows[0]?.confirmed ?? false
}
