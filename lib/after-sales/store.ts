import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { LeftOfLine } from './domain/act'
import type { AfterSale, ClaimedLine, ReturnAddress } from './domain/after-sale'
import type { OrderFacts, OrderLineFacts } from './domain/decide/application'
import type { Instant } from './domain/policy'
import { JUDGED_BY } from './fact-columns'
import { type AfterSaleRow, instant, STATE_COLUMNS, toState } from './row'

/**
 * Loading under lock; what falls due is in due-store.ts, saving in save-store.ts. Lock order everywhere: order row, then
 * cases by number, then files, then order lines.
 */

/** `laterCaseNo`: R4.1 a case that was opened on one of its lines since it was rejected. */
export type LockedCase = {
  state: AfterSale
  returnAddresses: ReturnAddress[]
  laterCaseNo: string | null
  /** R4.5 Of a service in dispute: what is left to refund of its lines. */
  leftOfLines: LeftOfLine[] | null
  buyerName: string
}
export type LockedRow = AfterSaleRow & {
  lines: ClaimedLine[]
  returnAddresses: ReturnAddress[] | null
  laterCaseNo: string | null
  leftOfLines: LeftOfLine[] | null
  buyerName: string
  now: Date
}

export const COLUMNS = STATE_COLUMNS.map((column) => `c."${column}"`).join(', ')

/** R0.1 The database's time. */
export async function readNow(tx: Tx): Promise<Instant> {
  const { rows } = await tx.query<{ now: Date }>('SELECT app_now() AS now')
  const now = rows[0]?.now
  if (!now) throw new Error('the database has no clock')
  return now.getTime()
}

/**
 * Locks one case within the scope, and reads the time once the lock is held: of two that act at the same instant, the
 * later one to get the lock is also the later one by the clock. Null when there is no such case in the scope.
 */
export async function lockCase(tx: Tx, scope: Scope, no: string): Promise<(LockedCase & { now: Instant }) | null> {
  const { rows } = await tx.query<LockedRow>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) FOR UPDATE)
     SELECT ${COLUMNS}, app_now() AS "now", ${JUDGED_BY} FROM c`,
    [no, shopIdsOf(scope)],
  )
  const row = rows[0]
  return row ? { ...toLocked(row), now: row.now.getTime() } : null
}

/** Reads a case without a lock; null when there is none in the scope. */
export async function readState(tx: Tx, scope: Scope, no: string): Promise<LockedCase | null> {
  const { rows } = await tx.query<LockedRow>(
    `SELECT ${COLUMNS}, ${JUDGED_BY} FROM "AfterSale" c WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? toLocked(rows[0]) : null
}

type OrderRow = Omit<OrderFacts, 'lines' | 'paidAt' | 'shippedAt' | 'deliveredAt'> & {
  paidAt: Date
  shippedAt: Date | null
  deliveredAt: Date | null
  instantRefundSince: Date | null
  buyerName: string
  now: Date
}
/** `instantRefundSince`: R5.1 of the shop; it cannot be switched until the transaction ends. */
export type LockedOrder = { order: OrderFacts; buyerName: string; instantRefundSince: Instant | null; now: Instant }

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
  )
  const row = rows[0]
  if (!row) return null
  const { buyerName, now, instantRefundSince, paidAt, shippedAt, deliveredAt, ...order } = row
  const lines = await readLines(tx, row.shopId, orderNo)
  const instants = { paidAt: paidAt.getTime(), shippedAt: instant(shippedAt), deliveredAt: instant(deliveredAt) }
  return {
    order: { ...order, ...instants, lines },
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

/** R4.7 Whether somebody works for the shop. */
export async function isMember(tx: Tx, shopId: string, userId: string | null): Promise<boolean> {
  const { rows } = await tx.query(`SELECT 1 FROM "Member" WHERE "shopId" = $1 AND "userId" = $2 AND "active"`, [
    shopId,
    userId,
  ])
  return rows.length > 0
}

type LineRow = Omit<OrderLineFacts, 'exchangeUntil' | 'repairUntil'> & {
  exchangeUntil: Date | null
  repairUntil: Date | null
}

/** The order's lines with the case that occupies each and the latest one there was. */
export async function readLines(tx: Tx, shopId: string, orderNo: string): Promise<OrderFacts['lines']> {
  const { rows } = await tx.query<LineRow>(
    `SELECT l."lineNo", l."quantity", l."paidFen", l."refundedFen", l."exchangeUntil", l."repairUntil", latest.*,
       (SELECT a."afterSaleNo" FROM "AfterSaleLine" a WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo"
          AND a."lineNo" = l."lineNo" AND a."occupying") AS "occupiedBy",
       (SELECT c."no" FROM "AfterSaleLine" a JOIN "AfterSale" c ON c."shopId" = a."shopId" AND c."no" = a."afterSaleNo"
        WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo" AND a."lineNo" = l."lineNo"
          AND c."closeReason" = 'DISPUTE_DISMISSED' LIMIT 1) AS "dismissedNo"
     FROM "OrderLine" l LEFT JOIN LATERAL (
       SELECT jsonb_build_object('no', c."no", 'status', c."status", 'attempt', c."attempt",
         'openedAt', floor(extract(epoch FROM c."openedAt") * 1000)) AS "latest"
       FROM "AfterSaleLine" a JOIN "AfterSale" c ON c."shopId" = a."shopId" AND c."no" = a."afterSaleNo"
       WHERE a."shopId" = l."shopId" AND a."orderNo" = l."orderNo" AND a."lineNo" = l."lineNo"
       ORDER BY c."openedAt" DESC, c."no" DESC LIMIT 1) latest ON TRUE
     WHERE l."shopId" = $1 AND l."orderNo" = $2 ORDER BY l."lineNo"`,
    [shopId, orderNo],
  )
  return rows.map(({ exchangeUntil, repairUntil, ...line }) => ({
    ...line,
    exchangeUntil: instant(exchangeUntil),
    repairUntil: instant(repairUntil),
  }))
}

/** A new case number: `AS`, the day in Shanghai, and a running number of at least five digits. */
export async function takeNumber(tx: Tx, now: Instant): Promise<string> {
  const { rows } = await tx.query<{ no: string }>(
    `SELECT 'AS' || to_char($1::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYMMDD')
       || CASE WHEN n < 100000 THEN lpad(n::text, 5, '0') ELSE n::text END AS "no"
     FROM nextval('"AfterSale_number"') AS n`,
    [new Date(now)],
  )
  const no = rows[0]?.no
  if (!no) throw new Error('the sequence of case numbers gave none')
  return no
}

export function toLocked({
  lines,
  returnAddresses,
  laterCaseNo,
  leftOfLines,
  buyerName,
  now: _,
  ...row
}: LockedRow): LockedCase {
  return { state: toState(row, lines), returnAddresses: returnAddresses ?? [], laterCaseNo, leftOfLines, buyerName }
}
