import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { UNDER_WAY } from './address-store'
import type { AddressView } from './views'

/** R2.2 The shop's addresses, the default first, then the oldest. */
export async function listAddresses(shopId: ShopId): Promise<AddressView[]> {
  const { rows } = await within(ofShop(shopId)).query<AddressView>(
    `SELECT r."id", r."name", r."phone", r."region", r."detail", r."isDefault", coalesce(u."cases", 0) AS "underWay"
     FROM "ReturnAddress" r
     LEFT JOIN (SELECT "returnAddress" ->> 'id' AS "id", count(*) AS "cases" FROM "AfterSale"
                WHERE "shopId" = $1 AND ${UNDER_WAY} GROUP BY 1) u ON u."id" = r."id"
     WHERE r."shopId" = $1 ORDER BY r."isDefault" DESC, r."createdAt", r."id"`,
    [shopId],
  )
  return rows
}
