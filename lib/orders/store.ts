import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { OrderLineRequest, OrderRequest, ShipmentRequest } from './commands'
import type { OrderLineRecord, OrderRecord } from './views'

type OrderRow = Omit<OrderRecord, 'lines'>

const COLUMNS = `"shopId", "no", "buyerId", "buyerName", "buyerPhone", "currency", "totalFen", "paidAt", "shippedAt",
  "carrier", "trackingNo", "deliveredAt"`
const LINE_COLUMNS = `"lineNo", "sku", "title", "imageUrl", "quantity", "paidFen", "refundedFen", "exchangeUntil", "repairUntil"`

/** An order of the scope with its lines; null when there is none. */
export async function readOrder(tx: Tx, scope: Scope, no: string): Promise<OrderRecord | null> {
  const { rows } = await tx.query<OrderRow>(
    `SELECT ${COLUMNS} FROM "Order" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? withLines(tx, rows[0]) : null
}

export async function loadOrder(scope: Scope, no: string): Promise<OrderRecord | null> {
  return readOrder(within(scope), scope, no)
}

/**
 * Locks an order of the scope, so that applications and shipments at the same moment take turns (R5.3); with the time,
 * read once the lock is held. NO KEY: decisions on its cases refer to the row and need not wait.
 */
export async function lockOrder(tx: Tx, scope: Scope, no: string): Promise<{ order: OrderRecord; now: Date } | null> {
  const { rows } = await tx.query<OrderRow & { now: Date }>(
    `WITH o AS MATERIALIZED (
       SELECT * FROM "Order" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) FOR NO KEY UPDATE)
     SELECT ${COLUMNS}, app_now() AS "now" FROM o`,
    [no, shopIdsOf(scope)],
  )
  if (!rows[0]) return null
  const { now, ...row } = rows[0]
  return { order: await withLines(tx, row), now }
}

/** The time, if there is such a shop; it stays there until the transaction ends. */
export async function holdShop(tx: Tx, shopId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ now: Date }>(
    `SELECT app_now() AS "now" FROM "Shop" WHERE "id" = $1 FOR KEY SHARE`,
    [shopId],
  )
  return rows[0]?.now ?? null
}

/** Makes an order without lines; one that is there already stays as it is. */
export async function insertOrder(tx: Tx, no: string, request: OrderRequest): Promise<void> {
  const { buyer, currency, totalFen, paidAt, shopId } = request
  await tx.query(
    `INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "buyerPhone", "currency", "totalFen", "paidAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ("no") DO NOTHING`,
    [shopId, no, buyer.id, buyer.name, buyer.phone ?? null, currency, totalFen, paidAt],
  )
}

export async function updateOrder(tx: Tx, { shopId, no }: OrderRow, request: OrderRequest): Promise<void> {
  const { buyer, totalFen, paidAt } = request
  await tx.query(
    `UPDATE "Order" SET "buyerId" = $3, "buyerName" = $4, "buyerPhone" = $5, "totalFen" = $6, "paidAt" = $7
     WHERE "shopId" = $1 AND "no" = $2`,
    [shopId, no, buyer.id, buyer.name, buyer.phone ?? null, totalFen, paidAt],
  )
}

/** Takes the lines as they are told. Only before the first case: what a case is about cannot be taken away. */
export async function replaceLines(
  tx: Tx,
  { shopId, no }: OrderRow,
  lines: readonly OrderLineRequest[],
): Promise<void> {
  await tx.query(`DELETE FROM "OrderLine" WHERE "shopId" = $1 AND "orderNo" = $2`, [shopId, no])
  await tx.query(
    `INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "imageUrl", "quantity", "paidFen", "exchangeUntil", "repairUntil")
     SELECT $1, $2, "lineNo", "sku", "title", "imageUrl", "quantity", "paidFen", "exchangeUntil", "repairUntil"
     FROM jsonb_populate_recordset(NULL::"OrderLine", $3)`,
    [shopId, no, JSON.stringify(lines)],
  )
}

/** The first shipment keeps its instant; what comes later corrects the waybill. */
export async function updateShipment(
  tx: Tx,
  { shopId, no }: OrderRow,
  { carrier, trackingNo }: ShipmentRequest,
  now: Date,
) {
  await tx.query(
    `UPDATE "Order" SET "carrier" = $3, "trackingNo" = $4, "shippedAt" = COALESCE("shippedAt", $5)
     WHERE "shopId" = $1 AND "no" = $2`,
    [shopId, no, carrier, trackingNo, now],
  )
}

export async function updateDelivery(tx: Tx, { shopId, no }: OrderRow, deliveredAt: Date): Promise<void> {
  await tx.query(`UPDATE "Order" SET "deliveredAt" = $3 WHERE "shopId" = $1 AND "no" = $2`, [shopId, no, deliveredAt])
}

async function withLines(tx: Tx, order: OrderRow): Promise<OrderRecord> {
  const { rows } = await tx.query<OrderLineRecord>(
    `SELECT ${LINE_COLUMNS} FROM "OrderLine" WHERE "shopId" = $1 AND "orderNo" = $2 ORDER BY "lineNo"`,
    [order.shopId, order.no],
  )
  return { ...order, lines: rows }
}
