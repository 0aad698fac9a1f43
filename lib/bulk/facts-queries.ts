import type { ReturnAddress } from '@/lib/after-sales/domain/after-sale'
import { isMember } from '@/lib/after-sales/store'
import { ofShop } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'

/** What an act on many has to know besides the cases. */

export async function isAssignable(shopId: string, userId: string): Promise<boolean> {
  return isMember(within(ofShop(shopId)), shopId, userId)
}

/** R2.2 The default first. */
export async function readAddresses(shopId: string): Promise<ReturnAddress[]> {
  const { rows } = await within(ofShop(shopId)).query<ReturnAddress>(
    `SELECT "id", "name", "phone", "region", "detail", "isDefault" FROM "ReturnAddress" WHERE "shopId" = $1
     ORDER BY "isDefault" DESC, "createdAt", "id"`,
    [shopId],
  )
  return rows
}

/** What the lines of these cases are called, by the number of the case. */
export async function readTitles(
  shopId: string,
  nos: readonly string[],
  tx: Tx = within(ofShop(shopId)),
): Promise<Map<string, string[]>> {
  const { rows } = await tx.query<{ no: string; titles: string[] }>(
    `SELECT a."afterSaleNo" AS "no", array_agg(o."title" ORDER BY a."lineNo") AS "titles"
     FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
     WHERE a."shopId" = $1 AND a."afterSaleNo" = ANY ($2) GROUP BY a."afterSaleNo"`,
    [shopId, nos],
  )
  return new Map(rows.map(({ no, titles }) => [no, titles]))
}
