import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { AfterSale, AfterSaleType, Status } from './domain/after-sale'
import type { BuyerHistory } from './views'

type Totals = Pick<BuyerHistory, 'orders' | 'paidFen' | 'caseCount' | 'refundedCount'>
type OtherCase = { no: string; type: AfterSaleType; status: Status; amountFen: number; openedAt: Date; title: string }

/** What this buyer bought and asked for in this shop: twelve months of orders, the other cases newest first. */
export async function readBuyerHistory({ shopId, buyerId, no }: AfterSale): Promise<BuyerHistory> {
  const [totals, cases] = await Promise.all([
    within(ofShop(shopId)).query<Totals>(
      `SELECT o.*, c.* FROM
        (SELECT count(*) AS "orders", coalesce(sum("totalFen"), 0)::bigint AS "paidFen" FROM "Order"
          WHERE "shopId" = $1 AND "buyerId" = $2 AND "paidAt" > (SELECT app_now()) - interval '12 months') o,
        (SELECT count(*) AS "caseCount", count(*) FILTER (WHERE "status" = 'REFUNDED') AS "refundedCount"
          FROM "AfterSale" WHERE "shopId" = $1 AND "buyerId" = $2) c`,
      [shopId, buyerId],
      { prepared: true },
    ),
    within(ofShop(shopId)).query<OtherCase>(
      `SELECT c."no", c."type", c."status", c."amountFen", c."openedAt", l."title" FROM "AfterSale" c
       CROSS JOIN LATERAL (SELECT o."title" FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
         WHERE a."shopId" = c."shopId" AND a."afterSaleNo" = c."no" ORDER BY a."lineNo" LIMIT 1) l
       WHERE c."shopId" = $1 AND c."buyerId" = $2 AND c."no" <> $3 ORDER BY c."openedAt" DESC LIMIT 10`,
      [shopId, buyerId, no],
      { prepared: true },
    ),
  ])
  const found = totals.rows[0]
  if (!found) throw new Error('totals have one row')
  return { ...found, cases: cases.rows.map((one) => ({ ...one, openedAt: one.openedAt.getTime() })) }
}
