import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'

/** People whatever they work for. */

export async function findUserId(email: string): Promise<string | null> {
  const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, [email])
  return rows[0]?.id ?? null
}

export async function isMemberSomewhere(tx: Tx, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`SELECT FROM "Member" WHERE "userId" = $1 AND "active" LIMIT 1`, [userId])
  return rowCount === 1
}

export async function putSupport(tx: Tx, userId: string): Promise<void> {
  await tx.query(`UPDATE "User" SET "support" = TRUE WHERE "id" = $1`, [userId])
}

export async function putPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.query(`UPDATE "User" SET "passwordHash" = $2 WHERE "id" = $1`, [userId, passwordHash])
}
