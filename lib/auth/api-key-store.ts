import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'

import type { ShopKeyRole } from './api-keys'

type FoundKey = { id: string; shopId: string | null; role: ShopKeyRole | null; unusedForMs: number | null }

export type ListedKey = {
  prefix: string
  name: string
  shopId: string | null
  role: ShopKeyRole | null
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export async function findKey(hash: string): Promise<FoundKey | null> {
  const { rows } = await database.query<FoundKey>(
    `SELECT "id", "shopId", "role", floor(extract(epoch FROM app_now() - "lastUsedAt") * 1000)::bigint AS "unusedForMs"
     FROM "ApiKey" WHERE "hash" = $1 AND "revokedAt" IS NULL`,
    [hash],
  )
  return rows[0] ?? null
}

export async function touchKey(id: string): Promise<void> {
  await database.query(`UPDATE "ApiKey" SET "lastUsedAt" = app_now() WHERE "id" = $1`, [id])
}

/** False when the shop does not exist. */
export async function insertKey(
  key: { id: string; name: string; prefix: string; hash: string; shopId: string | null; role: ShopKeyRole | null },
  tx: Tx = database,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO "ApiKey" ("id", "name", "prefix", "hash", "shopId", "role") SELECT $1, $2, $3, $4, $5::text, $6
     WHERE $5::text IS NULL OR EXISTS (SELECT 1 FROM "Shop" WHERE "id" = $5)`,
    [key.id, key.name, key.prefix, key.hash, key.shopId, key.role],
  )
  return rowCount === 1
}

export async function selectKeys(): Promise<ListedKey[]> {
  const { rows } = await database.query<ListedKey>(
    `SELECT "prefix", "name", "shopId", "role", "createdAt", "lastUsedAt", "revokedAt"
     FROM "ApiKey" ORDER BY "createdAt" DESC, "id"`,
  )
  return rows
}

export async function revokeKeys(prefix: string): Promise<number> {
  const { rowCount } = await database.query(
    `UPDATE "ApiKey" SET "revokedAt" = app_now() WHERE "prefix" = $1 AND "revokedAt" IS NULL`,
    [prefix],
  )
  return rowCount
}
