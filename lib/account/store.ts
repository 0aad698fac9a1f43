import type { Tx } from '@/lib/db/transaction'
import { tellStanding } from '@/lib/members/store'

/** Whoever is signed in as this person, wherever, is so no more from the next click on. */
export async function endAllSessions(tx: Tx, userId: string): Promise<void> {
  await tx.query(`UPDATE "User" SET "sessionRound" = "sessionRound" + 1 WHERE "id" = $1`, [userId])
  await tellStanding(tx, userId)
}

/** `seen`: the hash that the old password was checked against. False: it is another by now. Every session ends with it. */
export async function replacePassword(
  tx: Tx,
  userId: string,
  { seen, passwordHash }: { seen: string; passwordHash: string },
): Promise<boolean> {
  const { rowCount } = await tx.query(`UPDATE "User" SET "passwordHash" = $3 WHERE "id" = $1 AND "passwordHash" = $2`, [
    userId,
    seen,
    passwordHash,
  ])
  if (rowCount !== 1) return false
  await tellStanding(tx, userId)
  return true
}
