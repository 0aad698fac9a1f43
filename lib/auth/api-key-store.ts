import type { ShopKeyRole } from '@/lib/api-keys/domain/api-key'
import { EVERYWHERE } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'

type FoundKey = { id: string; shopId: string | null; role: ShopKeyRole | null; used: boolean }

export type NewKeyRow = {
  id: string
  name: string
  prefix: string
  hash: string
  shopId: string | null
  role: ShopKeyRole | null
  createdBy: string | null
}

/** The key that opens something at this moment; `used`: within the last minute, as far as is written down. */
export async function findKey(hash: string): Promise<FoundKey | null> {
  const { rows } = await within(EVERYWHERE).query<FoundKey>(
    `SELECT "id", "shopId", "role", coalesce("lastUsedAt" > app_now() - interval '1 minute', FALSE) AS "used"
     FROM "ApiKey" WHERE "hash" = $1 AND "revokedAt" IS NULL AND ("expiresAt" IS NULL OR app_now() < "expiresAt")`,
    [hash],
    { prepared: true },
  )
  return rows[0] ?? null
}

/** Of many that use the key at once, one writes it down. */
export async function touchKey(id: string): Promise<void> {
  await within(EVERYWHERE).query(
    `UPDATE "ApiKey" SET "lastUsedAt" = app_now()
     WHERE "id" = $1 AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= app_now() - interval '1 minute')`,
    [id],
  )
}

/** False when the shop does not exist. */
export async function insertKey(tx: Tx, key: NewKeyRow): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "ApiKey" ("id", "name", "prefix", "hash", "shopId", "role", "createdBy")
     SELECT $1, $2, $3, $4, $5::text, $6, $7
     WHERE $5::text IS NULL OR EXISTS (SELECT 1 FROM "Shop" WHERE "id" = $5)`,
    [key.id, key.name, key.prefix, key.hash, key.shopId, key.role, key.createdBy],
  )
  return rowCount === 1
}
