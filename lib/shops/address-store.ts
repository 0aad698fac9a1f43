import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/transaction'
import type { BookedAddress } from './domain/address-book'
import type { AddressText } from './domain/return-address'

/** The addresses of a shop change one change after the other: each holds the shop's row, as the platform's does. */

/** Goods are on their way there, or a dispute that holds them up is heard. */
export const UNDER_WAY = `"returnAddress" IS NOT NULL AND ("status" IN ('AWAITING_RETURN', 'AWAITING_RECEIPT')
  OR "status" = 'IN_DISPUTE' AND "dispute" ->> 'from' IN ('AWAITING_RETURN', 'AWAITING_RECEIPT'))`

/** The default first; nobody else changes them until the transaction ends. Empty, too, where there is no such shop. */
export async function lockAddresses(tx: Tx, shopId: string): Promise<BookedAddress[]> {
  await tx.query(`SELECT 1 FROM "Shop" WHERE "id" = $1 FOR NO KEY UPDATE`, [shopId])
  const { rows } = await tx.query<BookedAddress>(
    `SELECT "id", "name", "phone", "region", "detail", "isDefault" FROM "ReturnAddress" WHERE "shopId" = $1
     ORDER BY "isDefault" DESC, "createdAt", "id"`,
    [shopId],
  )
  return rows
}

/** How many open cases send their goods there; who is just choosing it is waited for, who comes later finds it gone. */
export async function lockUnderWay(tx: Tx, shopId: string, id: string): Promise<number> {
  await tx.query(`SELECT 1 FROM "ReturnAddress" WHERE "shopId" = $1 AND "id" = $2 FOR UPDATE`, [shopId, id])
  const { rows } = await tx.query<{ cases: number }>(
    `SELECT count(*) AS "cases" FROM "AfterSale" WHERE "shopId" = $1 AND ${UNDER_WAY} AND "returnAddress" ->> 'id' = $2`,
    [shopId, id],
  )
  return rows[0]?.cases ?? 0
}

/** Returns its id. */
export async function insertAddress(
  tx: Tx,
  shopId: string,
  { name, phone, region, detail }: AddressText,
  isDefault: boolean,
): Promise<string> {
  const id = randomUUID()
  await tx.query(
    `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [shopId, id, name, phone, region, detail, isDefault],
  )
  return id
}

export async function rewriteAddress(tx: Tx, shopId: string, id: string, text: AddressText): Promise<void> {
  await tx.query(
    `UPDATE "ReturnAddress" SET "name" = $3, "phone" = $4, "region" = $5, "detail" = $6 WHERE "shopId" = $1 AND "id" = $2`,
    [shopId, id, text.name, text.phone, text.region, text.detail],
  )
}

export async function moveDefault(tx: Tx, shopId: string, id: string): Promise<void> {
  await tx.query(`UPDATE "ReturnAddress" SET "isDefault" = FALSE WHERE "shopId" = $1 AND "isDefault"`, [shopId])
  await tx.query(`UPDATE "ReturnAddress" SET "isDefault" = TRUE WHERE "shopId" = $1 AND "id" = $2`, [shopId, id])
}

export async function deleteAddress(tx: Tx, shopId: string, id: string): Promise<void> {
  await tx.query(`DELETE FROM "ReturnAddress" WHERE "shopId" = $1 AND "id" = $2`, [shopId, id])
}
