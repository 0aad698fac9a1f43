import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { usableAttachments } from './attachment-store'
import type { Actor } from './domain/after-sale'
import type { ApplicationContext, OrderFacts, OrderLineFacts } from './domain/decide/application'
import type { Instant } from './domain/policy'
import { JUDGED_BY } from './fact-columns'
import { instant } from './row'
import { COLUMNS, type LockedCase, type LockedRow, numberOf, SERIAL, toLocked } from './store'

/** An order for an application on it: locked before its cases, so that nobody else applies for its lines meanwhile. */

type OrderRow = Omit<OrderFacts, 'lines' | 'paidAt' | 'shippedAt' | 'deliveredAt'> & {
  paidAt: Date
  shippedAt: Date | null
  deliveredAt: Date | null
  instantRefundSince: Date | null
  buyerName: string
  now: Date
}
/** `instantRefundSince`: R5.1 of the shop; it cannot be switched until the transaction ends. */
export type LockedOrder = {
  order: Omit<OrderFacts, 'lines'>
  buyerName: string
  instantRefundSince: Instant | null
  now: Instant
}

/**
 * Locks an order for an application: nobody else can apply on it or ship it meanwhile (R1.4, R5.3). NO KEY: a decision
 * on one of its cases refers to the row and must not wait for us, who may have to wait for that case.
 */
export async function lockOrder(tx: Tx, scope: Scope, orderNo: string): Promise<LockedOrder | null> {
  const { rows } = await tx.query<OrderRow>(
    `WITH o AS MATERIALIZED (
       SELECT * FROM "Order" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) FOR NO KEY UPDATE),
     s AS MATERIALIZED (SELECT "instantRefundSince" FROM "Shop" WHERE "id" = (SELECT "shopId" FROM o) FOR SHARE)
     SELECT "no" AS "orderNo", "shopId", "buyerId", "buyerName", "currency", "totalFen", "paidAt", "shippedAt", "deliveredAt",
       s.*, app_now() AS "now" FROM o, s`,
    [orderNo, shopIdsOf(scope)],
    { prepared: true },
  )
  const row = rows[0]
  if (!row) return null
  const { buyerName, now, instantRefundSince, paidAt, shippedAt, deliveredAt, ...order } = row
  const instants = { paidAt: paidAt.getTime(), shippedAt: instant(shippedAt), deliveredAt: instant(deliveredAt) }
  return {
    order: { ...order, ...instants },
    buyerName,
    instantRefundSince: instant(instantRefundSince),
    now: now.getTime(),
  }
}

/**
 * R4.1 Locks the order of a case before the case itself, for a dispute that may occupy its lines again: nobody can apply
 * for them meanwhile.
 */
export async function lockOrderOf(tx: Tx, scope: Scope, no: string): Promise<void> {
  await tx.query(
    `SELECT 1 FROM "Order" WHERE ("shopId", "no") = (
       SELECT "shopId", "orderNo" FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)))
     FOR NO KEY UPDATE`,
    [no, shopIdsOf(scope)],
  )
}

/**
 * Locks the cases that occupy lines of the order, one after the other by number, whoever is at one of them waited for; and
 * reads the time once all are held. No time when there is none.
 */
export async function lockOccupying(
  tx: Tx,
  { shopId, orderNo }: LockedOrder['order'],
): Promise<{ cases: LockedCase[]; now: Instant | undefined }> {
  const { rows } = await tx.query<LockedRow>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE "shopId" = $1 AND "no" IN (
         SELECT "afterSaleNo" FROM "AfterSaleLine" WHERE "shopId" = $1 AND "orderNo" = $2 AND "occupying")
       ORDER BY "no" FOR UPDATE)
     SELECT ${COLUMNS}, app_now() AS "now", ${JUDGED_BY} FROM c`,
    [shopId, orderNo],
    { prepared: true },
  )
  // each is locked when its row is read
  return { cases: rows.map(toLocked), now: rows.at(-1)?.now.getTime() }
}

type LineRow = Omit<OrderLineFacts, 'exchangeUntil' | 'repairUntil'> & {
  exchangeUntil: Date | null
  repairUntil: Date | null
  fileIds: string[] | null
  serial: number
}

export type Applied = Pick<ApplicationContext, 'newNo' | 'usableAttachments'> & { lines: OrderFacts['lines'] }

/**
 * What an application is judged by besides its order, which the caller holds: the lines, each with the case that occupies it
 * and the latest one there was; of the files that it names those that its buyer may use, locked; and a number for its case.
 */
export async function readApplied(
  tx: Tx,
  { shopId, orderNo }: LockedOrder['order'],
  { actor, fileIds, now }: { actor: Actor; fileIds: readonly string[]; now: Instant },
): Promise<Applied> {
  const params: unknown[] = [shopId, orderNo]
  const files = usableAttachments((value) => `$${params.push(value)}`, fileIds, { actor, shopId, afterSaleNo: null })
  const { rows } = await tx.query<LineRow>(
    `WITH files AS MATERIALIZED (${files})
     SELECT l."lineNo", l."quantity", l."paidFen", l."refundedFen", l."exchangeUntil", l."repairUntil", latest.*,
       (SELECT a."afterSaleNo" FROM "AfterSaleLine" a WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo"
          AND a."lineNo" = l."lineNo" AND a."occupying") AS "occupiedBy",
       (SELECT c."no" FROM "AfterSaleLine" a JOIN "AfterSale" c ON c."shopId" = a."shopId" AND c."no" = a."afterSaleNo"
        WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo" AND a."lineNo" = l."lineNo"
          AND c."closeReason" = 'DISPUTE_DISMISSED' LIMIT 1) AS "dismissedNo",
       (SELECT array_agg("id") FROM files) AS "fileIds", (SELECT ${SERIAL}) AS "serial"
     FROM "OrderLine" l LEFT JOIN LATERAL (
       SELECT jsonb_build_object('no', c."no", 'status', c."status", 'attempt', c."attempt",
         'openedAt', floor(extract(epoch FROM c."openedAt") * 1000)) AS "latest"
       FROM "AfterSaleLine" a JOIN "AfterSale" c ON c."shopId" = a."shopId" AND c."no" = a."afterSaleNo"
       WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo" AND a."lineNo" = l."lineNo"
       ORDER BY c."openedAt" DESC, c."no" DESC LIMIT 1) latest ON TRUE
     WHERE l."shopId" = $1 AND l."orderNo" = $2 ORDER BY l."lineNo"`,
    params,
    { prepared: true },
  )
  const [first] = rows
  if (!first) throw new Error(`order ${orderNo} has no lines`)
  return {
    lines: rows.map(({ exchangeUntil, repairUntil, fileIds: _, serial: __, ...line }) => ({
      ...line,
      exchangeUntil: instant(exchangeUntil),
      repairUntil: instant(repairUntil),
    })),
    newNo: numberOf(first.serial, now),
    ...(fileIds.length > 0 && { usableAttachments: new Set(first.fileIds) }),
  }
}
