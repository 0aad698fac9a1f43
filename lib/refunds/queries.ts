import type { RefundStatus, StuckRefund } from '@/lib/after-sales/views'
import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { RefundCursor } from './cursor'
import type { RefundPage, RefundSummary } from './views'

/** The lane shows no more than this; whoever has more stuck has one cause to remove, not a list to work off. */
const LONGEST_LANE = 500

const SUMMARY = '"no", "afterSaleNo", "origin", "amountFen", "status", "attempts", "lastError"'

/** R7.2 The stuck refunds of the scope, longest ordered first. */
export async function listStuckRefunds(scope: Scope): Promise<StuckRefund[]> {
  const { rows } = await within(scope).query<Omit<StuckRefund, 'orderedAt'> & { orderedAt: Date }>(
    `SELECT r."no", r."afterSaleNo", json_build_object('id', s."id", 'name', s."name") AS "shop", c."buyerName",
       r."amountFen", r."currency", r."origin", r."attempts", r."lastError", r."orderedAt"
     FROM "Refund" r JOIN "Shop" s ON s."id" = r."shopId"
       JOIN "AfterSale" c ON c."shopId" = r."shopId" AND c."no" = r."afterSaleNo"
     WHERE r."status" = 'STUCK' AND c."refundStuck" AND ($1::text[] IS NULL OR r."shopId" = ANY ($1))
     ORDER BY r."orderedAt", r."no" LIMIT ${LONGEST_LANE}`,
    [shopIdsOf(scope)],
  )
  return rows.map((row) => ({ ...row, orderedAt: row.orderedAt.getTime() }))
}

export type RefundFilter = { status?: RefundStatus | undefined; limit: number; cursor?: RefundCursor | undefined }

/** Refunds of the scope, newest first, a page of `limit`; `cursor` is the `nextCursor` of the page before. */
export async function listRefunds(scope: Scope, { status, limit, cursor }: RefundFilter): Promise<RefundPage> {
  const { rows } = await within(scope).query<RefundSummary & { orderedAt: Date }>(
    `SELECT ${SUMMARY}, "orderedAt" FROM "Refund"
     WHERE ($1::text[] IS NULL OR "shopId" = ANY ($1)) AND ($2::text IS NULL OR "status" = $2)
       AND ($3::timestamptz IS NULL OR ("orderedAt", "no") < ($3, $4))
     ORDER BY "orderedAt" DESC, "no" DESC LIMIT $5`,
    [shopIdsOf(scope), status ?? null, cursor ? new Date(cursor[0]) : null, cursor?.[1] ?? null, limit + 1],
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    refunds: rows.slice(0, limit).map(({ orderedAt: _, ...summary }) => summary),
    nextCursor: last ? [last.orderedAt.getTime(), last.no] : null,
  }
}

/** One refund of the scope, read within `tx` where one is under way; null when there is none. */
export async function findRefundIn(
  scope: Scope,
  refundNo: string,
  tx: Tx = within(scope),
): Promise<RefundSummary | null> {
  const { rows } = await tx.query<RefundSummary>(
    `SELECT ${SUMMARY} FROM "Refund" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [refundNo, shopIdsOf(scope)],
    { prepared: true },
  )
  return rows[0] ?? null
}
