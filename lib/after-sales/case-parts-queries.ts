import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { maskName, maskPhone } from '@/lib/i18n/mask'
import type { AfterSale } from './domain/after-sale'
import { instant } from './row'
import type { CaseView } from './views'

type Row = Pick<CaseView, 'shop' | 'lines' | 'refund' | 'returnAddresses'> & {
  buyerId: string
  buyerName: string
  buyerPhone: string | null
  orderNo: string
  totalFen: number
  paidAt: Date
  shippedAt: Date | null
  carrier: string | null
  trackingNo: string | null
  deliveredAt: Date | null
}

// The column of the order's line counts what was ordered back; a person wants to know what has arrived.
const REFUNDED = `(SELECT COALESCE(sum(r."amountFen"), 0) FROM "AfterSaleLine" r
  JOIN "AfterSale" d ON d."shopId" = r."shopId" AND d."no" = r."afterSaleNo" AND d."status" = 'REFUNDED'
  WHERE r."shopId" = l."shopId" AND r."orderNo" = l."orderNo" AND r."lineNo" = l."lineNo")`

/** What the case is about: its order and lines, its shop's addresses where goods go back to, its refund. */
export async function readParts({ shopId, no, type }: AfterSale) {
  const { rows } = await within(ofShop(shopId)).query<Row>(
    `SELECT c."buyerId", b."buyerName", b."buyerPhone", b."no" AS "orderNo", b."totalFen", b."paidAt", b."shippedAt",
       b."carrier", b."trackingNo", b."deliveredAt", jsonb_build_object('id', s."id", 'name', s."name") AS "shop",
       (SELECT jsonb_agg(jsonb_build_object('lineNo', l."lineNo", 'quantity', l."quantity", 'amountFen', l."amountFen",
           'title', o."title", 'sku', o."sku", 'imageUrl', o."imageUrl", 'paidFen', o."paidFen", 'refundedFen', ${REFUNDED})
           ORDER BY l."lineNo")
         FROM "AfterSaleLine" l JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
         WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no") AS "lines",
       (SELECT jsonb_build_object('no', r."no", 'origin', r."origin", 'amountFen', r."amountFen", 'status', r."status",
           'attempts', r."attempts", 'lastError', r."lastError")
         FROM "Refund" r WHERE r."shopId" = c."shopId" AND r."afterSaleNo" = c."no") AS "refund",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', a."id", 'name', a."name", 'phone', a."phone",
           'region', a."region", 'detail', a."detail", 'isDefault', a."isDefault")
           ORDER BY a."isDefault" DESC, a."createdAt", a."id"), '[]')
         FROM "ReturnAddress" a WHERE a."shopId" = c."shopId" AND $3) AS "returnAddresses"
     FROM "AfterSale" c JOIN "Order" b ON b."shopId" = c."shopId" AND b."no" = c."orderNo"
       JOIN "Shop" s ON s."id" = c."shopId"
     WHERE c."shopId" = $1 AND c."no" = $2`,
    [shopId, no, type === 'RETURN_REFUND'],
    { prepared: true },
  )
  const [row] = rows
  if (!row) throw new Error(`case ${no} was there a moment ago`)
  const { shop, lines, refund, returnAddresses, buyerId, buyerName, buyerPhone, orderNo, ...order } = row
  return {
    shop,
    lines,
    refund,
    returnAddresses,
    buyer: { id: buyerId, name: maskName(buyerName), phone: buyerPhone && maskPhone(buyerPhone) },
    order: {
      ...order,
      no: orderNo,
      paidAt: order.paidAt.getTime(),
      shippedAt: instant(order.shippedAt),
      deliveredAt: instant(order.deliveredAt),
    },
  }
}

/** R1.4 The application that followed this one's rejection. */
export async function findNextAttempt({ shopId, no }: AfterSale): Promise<string | null> {
  const { rows } = await within(ofShop(shopId)).query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 AND "previousNo" = $2 ORDER BY "openedAt" LIMIT 1`,
    [shopId, no],
    { prepared: true },
  )
  return rows[0]?.no ?? null
}
