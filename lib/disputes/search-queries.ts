import { beginsWith } from '@/lib/after-sales/beginning'
import { scopeCondition } from '@/lib/after-sales/filter-queries'
import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import type { DisputeFound } from './views'

/** As many as a list of suggestions shows. */
const MOST = 8
/** As much as anybody types of a number. */
const LONGEST = 64

/** The disputes whose case number begins so, the latest first, those that are over as well; none for a blank. One index range. */
export async function findDisputes(scope: Scope, beginning: string): Promise<DisputeFound[]> {
  const begun = beginning.trim().slice(0, LONGEST).replaceAll('\0', '').toUpperCase()
  if (begun === '') return []
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const { rows } = await within(scope).query<DisputeFound>(
    `SELECT p."no", p."type", p."buyerName", p."amountFen", p."currency", s."name" AS "shopName",
       (SELECT o."title" FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
        WHERE a."shopId" = p."shopId" AND a."afterSaleNo" = p."no" ORDER BY a."lineNo" LIMIT 1) AS "title"
     FROM (SELECT * FROM "AfterSale" WHERE ${scopeCondition(scope, add)} AND "disputeLane" IS NOT NULL
         AND ${beginsWith('no', begun, add)}
       ORDER BY "no" USING ~>~ LIMIT ${MOST}) p JOIN "Shop" s ON s."id" = p."shopId"
     ORDER BY p."no" USING ~>~`,
    params,
  )
  return rows.map((row) => ({ ...row, buyerName: maskName(row.buyerName) }))
}
