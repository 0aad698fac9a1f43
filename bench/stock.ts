import { createKey } from '@/lib/auth/api-keys'
import { appAddress } from '@/lib/db/embedded/login'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { recordPayment } from '@/lib/refunds/ledger'
import { closeAccess, database, inTransaction } from '@/tests/support/access'
import { fillCases } from './database'

/** The shop that is measured: 30 % of all cases are its own, and all of them open. */
export const SHOP = 'big'
/** What its buyers have paid in: more than any run gives back. */
const PAID_FEN = 1_000_000_000_000

export type Keys = { platform: string; shop: string }

/** Points this process at a database of the embedded server, by its owner's address; one at a time. */
export async function turnTo(url: string): Promise<void> {
  await Promise.all([closePool(), closeAccess()])
  Object.assign(process.env, { DATABASE_URL: appAddress(url), AFTERDESK_OWNER_URL: url, LOG_LEVEL: 'silent' })
  forgetEnv()
}

/** Fills the migrated database that we are turned to, and returns keys for it. */
export async function stock(count: number): Promise<Keys> {
  await fillCases(count)
  await database.query(
    `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
     VALUES ($1, 'bench', '周宁', '0571-88000000', '浙江省杭州市', '西湖路 1 号', TRUE)`,
    [SHOP],
  )
  const paid = { shopId: SHOP, currency: 'CNY', orderNo: 'all that is refunded here', totalFen: PAID_FEN }
  await inTransaction((tx) => recordPayment(tx, paid))
  await database.query('CHECKPOINT')
  const platform = await createKey({ name: 'bench', shopId: null })
  const shop = await createKey({ name: 'bench', shopId: SHOP, role: 'AGENT' })
  if (!platform || !shop) throw new Error('There are no keys.')
  return { platform, shop }
}

/** Orders of the measured shop that were delivered yesterday, each of one line. */
export async function addOrders(count: number): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "currency", "totalFen", "paidAt", "shippedAt", "deliveredAt")
     SELECT $1, 'R-' || gen_random_uuid(), 'buyer-' || n, '沈清和', 'CNY', 12800, now() - interval '3 days',
       now() - interval '2 days', now() - interval '1 day' FROM generate_series(1, $2) n RETURNING "no"`,
    [SHOP, count],
  )
  const nos = rows.map(({ no }) => no)
  await database.query(
    `INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "quantity", "paidFen")
     SELECT $1, no, 1, 'SKU', '羊毛围巾 浅灰', 1, 12800 FROM unnest($2::text[]) no`,
    [SHOP, nos],
  )
  return nos
}

/** Cases of such orders, refunds without return that wait to be approved. Each approval has the same to do. */
export async function addReviews(count: number): Promise<string[]> {
  const orders = await addOrders(count)
  const { rows } = await database.query<{ no: string }>(
    `INSERT INTO "AfterSale" ("shopId", "no", "orderNo", "buyerId", "buyerName", "type", "status", "waitingOn", "version", "seq",
       "attempt", "policyVersion", "reason", "amountFen", "currency", "dueKind", "dueAt", "soonMs", "openedAt", "updatedAt")
     SELECT "shopId", 'AS' || substr("no", 3), "no", "buyerId", "buyerName", 'REFUND_ONLY', 'PENDING_REVIEW', 'MERCHANT', 1, 1, 1,
       'kuaishou-2021-03-25', 'OTHER', 12800, 'CNY', 'REVIEW', app_now() + interval '2 days', 86400000, app_now(), app_now()
     FROM "Order" WHERE "no" = ANY ($1) RETURNING "no"`,
    [orders],
  )
  const nos = rows.map(({ no }) => no)
  await database.query(
    `INSERT INTO "AfterSaleLine" ("shopId", "afterSaleNo", "orderNo", "lineNo", "quantity", "amountFen", "occupying")
     SELECT "shopId", "no", "orderNo", 1, 1, 12800, "occupying" FROM "AfterSale" WHERE "no" = ANY ($1)`,
    [nos],
  )
  await database.query(
    `INSERT INTO "AfterSaleEvent" ("shopId", "afterSaleNo", "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data")
     SELECT "shopId", "no", 1, 'Applied', 'BUYER', "buyerId", 'R1.1', "openedAt", "openedAt", '{}' FROM "AfterSale" WHERE "no" = ANY ($1)`,
    [nos],
  )
  return nos
}

/**
 * Any `count` of the shop's cases that were opened one after the other, every one a refund without return that waits to
 * be approved, whatever became of it before. Each approval has the same to do: the events, the refund, its job.
 */
export async function reopenCases(count: number): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `WITH any_one AS MATERIALIZED (SELECT "openedAt" FROM "AfterSale" WHERE "shopId" = $1 ORDER BY random() LIMIT 1)
     SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 AND "dispute" IS NULL ORDER BY ("openedAt" < (SELECT "openedAt" FROM any_one)), "openedAt" LIMIT $2`,
    [SHOP, count],
  )
  const nos = rows.map(({ no }) => no)
  await database.query(`DELETE FROM "Refund" WHERE "afterSaleNo" = ANY ($1)`, [nos])
  await database.query(
    `UPDATE "AfterSale" SET "type" = 'REFUND_ONLY', "status" = 'PENDING_REVIEW', "waitingOn" = 'MERCHANT', "dueKind" = 'REVIEW',
       "dueAt" = app_now() + interval '2 days', "soonMs" = 86400000, "refundOrigin" = NULL WHERE "shopId" = $2 AND "no" = ANY ($1)`,
    [nos, SHOP],
  )
  await database.query(
    `UPDATE "OrderLine" l SET "refundedFen" = 0 FROM "AfterSaleLine" a
     WHERE a."shopId" = $2 AND a."afterSaleNo" = ANY ($1)
       AND l."shopId" = a."shopId" AND l."orderNo" = a."orderNo" AND l."lineNo" = a."lineNo"`,
    [nos, SHOP],
  )
  return nos
}
