import { randomUUID } from 'node:crypto'
import type { ReturnAddressCopy } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'
import type { ShopRequest } from './commands'

export type SavedShop = { id: string; name: string; returnAddress: ReturnAddressCopy }

/** Creates the shop or takes over its name, and makes the address its default; one that is there already is not kept twice. */
export async function saveShop(tx: Tx, id: string, { name, returnAddress }: ShopRequest): Promise<SavedShop> {
  await tx.query(
    `INSERT INTO "Shop" ("id", "name") VALUES ($1, $2) ON CONFLICT ("id") DO UPDATE SET "name" = EXCLUDED."name"`,
    [id, name],
  )
  // the row just written is ours until the end: two requests at once take turns
  const present = await findAddress(tx, id, returnAddress)
  const addressId = present?.id ?? randomUUID()
  if (!present?.isDefault) {
    await tx.query(`UPDATE "ReturnAddress" SET "isDefault" = FALSE WHERE "shopId" = $1 AND "isDefault"`, [id])
    await saveDefault(tx, id, { id: addressId, ...returnAddress })
  }
  return { id, name, returnAddress: { id: addressId, ...returnAddress } }
}

async function findAddress(tx: Tx, shopId: string, { name, phone, region, detail }: ShopRequest['returnAddress']) {
  const { rows } = await tx.query<{ id: string; isDefault: boolean }>(
    `SELECT "id", "isDefault" FROM "ReturnAddress"
     WHERE "shopId" = $1 AND "name" = $2 AND "phone" = $3 AND "region" = $4 AND "detail" = $5
     ORDER BY "isDefault" DESC, "createdAt", "id" LIMIT 1`,
    [shopId, name, phone, region, detail],
  )
  return rows[0]
}

async function saveDefault(
  tx: Tx,
  shopId: string,
  { id, name, phone, region, detail }: ReturnAddressCopy,
): Promise<void> {
  await tx.query(
    `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
     VALUES ($1, $2, $3, $4, $5, $6, TRUE) ON CONFLICT ("shopId", "id") DO UPDATE SET "isDefault" = TRUE`,
    [shopId, id, name, phone, region, detail],
  )
}
