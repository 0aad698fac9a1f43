import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { KeyLife, ShopKeyRole } from './domain/api-key'

export type LockedKey = KeyLife & {
  prefix: string
  name: string
  shopId: string | null
  role: ShopKeyRole | null
  /** The database's time, read once the lock was held. */
  now: number
}

type Row = Omit<LockedKey, 'expiresAt' | 'revokedAt' | 'now'> & {
  expiresAt: Date | null
  revokedAt: Date | null
  now: Date
}

/** Holds the key until the transaction ends: of two that act on it at once, the second finds what the first did. */
export async function lockKey(tx: Tx, scope: Scope, id: string): Promise<LockedKey | null> {
  const { rows } = await tx.query<Row>(
    `WITH k AS MATERIALIZED (
       SELECT * FROM "ApiKey" WHERE "id" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) FOR UPDATE)
     SELECT "prefix", "name", "shopId", "role", "expiresAt", "revokedAt", app_now() AS "now" FROM k`,
    [id, shopIdsOf(scope)],
  )
  const row = rows[0]
  if (!row) return null
  const { expiresAt, revokedAt, now, ...key } = row
  return {
    ...key,
    expiresAt: expiresAt?.getTime() ?? null,
    revokedAt: revokedAt?.getTime() ?? null,
    now: now.getTime(),
  }
}

export async function markRevoked(tx: Tx, id: string, at: number): Promise<void> {
  await tx.query(`UPDATE "ApiKey" SET "revokedAt" = $2 WHERE "id" = $1`, [id, new Date(at)])
}

export async function markReplaced(tx: Tx, id: string, by: { id: string; expiresAt: number }): Promise<void> {
  await tx.query(`UPDATE "ApiKey" SET "replacedBy" = $2, "expiresAt" = $3 WHERE "id" = $1`, [
    id,
    by.id,
    new Date(by.expiresAt),
  ])
}

/** How many of the shop's keys are in use and not replaced; whoever else wants to know waits for this transaction. */
export async function lockKeyCount(tx: Tx, shopId: string): Promise<number> {
  await tx.query(`SELECT 1 FROM "Shop" WHERE "id" = $1 FOR NO KEY UPDATE`, [shopId])
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) AS "count" FROM "ApiKey" WHERE "shopId" = $1 AND "revokedAt" IS NULL AND "expiresAt" IS NULL`,
    [shopId],
  )
  return rows[0]?.count ?? 0
}
