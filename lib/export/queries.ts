import type { WaitingOn } from '@/lib/after-sales/domain/after-sale'
import { queueConditions } from '@/lib/after-sales/filter-queries'
import { orderOf } from '@/lib/after-sales/queue-order'
import type { AfterSaleRow } from '@/lib/after-sales/row'
import { settleOverdue } from '@/lib/after-sales/sweep'
import type { QueueFilter, RefundStatus } from '@/lib/after-sales/views'
import type { Scope } from '@/lib/auth/scope'
import { inTransaction } from '@/lib/db/transaction'

/** How many cases are held in memory at once. */
export const BATCH = 500

const COLUMNS = [
  'no',
  'type',
  'status',
  'attempt',
  'openedAt',
  'buyerName',
  'orderNo',
  'amountFen',
  'reason',
  'dueKind',
  'dueAt',
  'dispute',
  'rejectionCode',
  'closeReason',
  'refundOrigin',
  'closedAt',
  'waitingOn',
] as const

/** Who exports, and what he may see. */
type Exporter = { scope: Scope; userId: string }

/** A case as the database gives it for an export; the buyer's name in full. */
export type ExportedCase = Pick<AfterSaleRow, Exclude<(typeof COLUMNS)[number], 'buyerName' | 'waitingOn'>> & {
  buyerName: string
  waitingOn: WaitingOn | null
  /** By the numbers of the order's lines. */
  lines: { title: string; sku: string; quantity: number }[]
  /** Null as long as none is ordered. */
  refund: { status: RefundStatus; amountFen: number } | null
}

/**
 * What the filter shows, in the queue's order, all as it stood at one instant: settled first (R0.3), then read through a
 * cursor in one snapshot. The next batch is read once `take` has resolved; its rejection ends the reading. A connection is
 * held meanwhile, so `take` must not wait for ever.
 */
export async function readCases(
  exporter: Exporter,
  filter: QueueFilter,
  take: (cases: ExportedCase[]) => Promise<void>,
): Promise<void> {
  await settleOverdue(exporter.scope)
  const { sql, params } = selectCases(exporter, filter)
  await inTransaction(
    exporter.scope,
    async (tx) => {
      await tx.query(`DECLARE exported NO SCROLL CURSOR FOR ${sql}`, params)
      for (;;) {
        const { rows } = await tx.query<ExportedCase>(`FETCH ${BATCH} FROM exported`)
        if (rows.length > 0) await take(rows)
        if (rows.length < BATCH) return
      }
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  )
}

/** Lines and refund are looked up for each row as it is fetched: a join might be sorted or hashed whole first. */
function selectCases({ scope, userId }: Exporter, filter: QueueFilter): { sql: string; params: unknown[] } {
  const { key, direction } = orderOf(filter)
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = queueConditions(scope, filter, userId, add)
  const sql = `SELECT ${COLUMNS.map((column) => `"${column}"`).join(', ')},
      (SELECT jsonb_agg(jsonb_build_object('title', o."title", 'sku', o."sku", 'quantity', a."quantity") ORDER BY a."lineNo")
       FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
       WHERE a."shopId" = c."shopId" AND a."afterSaleNo" = c."no") AS "lines",
      (SELECT jsonb_build_object('status', r."status", 'amountFen', r."amountFen") FROM "Refund" r
       WHERE r."shopId" = c."shopId" AND r."afterSaleNo" = c."no") AS "refund"
    FROM "AfterSale" c WHERE ${conditions.join(' AND ')} ORDER BY "${key}" ${direction}, "no" ${direction}`
  return { sql, params }
}
