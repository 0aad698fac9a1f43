import type { RefundOrigin } from '@/lib/after-sales/domain/after-sale'
import { failedConditions, measureInstantRefund } from '@/lib/after-sales/domain/decide/instant-refund'
import { policyOf, widestInstantRefund } from '@/lib/after-sales/domain/policy'
import { instant } from '@/lib/after-sales/row'
import type { ShopId } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { findRivals, leaveOutRepeats, type PastApplication, type Replayed, replayOne } from './domain/replay'
import type { ReplayedCase } from './views'

/** What a shop's own cases would have been. `from`, `until`: both included, epoch ms. */
export type Window = { shopId: ShopId; from: number; until: number }

const INSTANTLY = `"refundOrigin" IS NOT DISTINCT FROM 'INSTANT_REFUND'`
const APPLICATIONS = `c."shopId" = $1 AND c."type" = 'REFUND_ONLY' AND c."openedAt" BETWEEN $2 AND $3`

/** How many refund-only applications there were: that waited for somebody, and that were refunded at once in truth. */
export async function countApplications(tx: Tx, { shopId, from, until }: Window) {
  const { rows } = await tx.query<{ judged: number; instantly: number }>(
    `SELECT count(*) FILTER (WHERE NOT ${INSTANTLY}) AS "judged", count(*) FILTER (WHERE ${INSTANTLY}) AS "instantly"
     FROM "AfterSale" c WHERE ${APPLICATIONS}`,
    [shopId, new Date(from), new Date(until)],
  )
  return rows[0] ?? { judged: 0, instantly: 0 }
}

/** R5.2 Those that would have been refunded at once, each by the policy it was opened under and by the order as it is now. */
export async function readFitting(tx: Tx, window: Window): Promise<Replayed[]> {
  const candidates = await readCandidates(tx, window)
  const fitting = candidates.filter(
    (past) => failedConditions(measureInstantRefund(past, past.openedAt), policyOf(past.policyVersion)).length === 0,
  )
  const lines = await readLines(tx, window.shopId, findRivals(fitting))
  return leaveOutRepeats(fitting, (no) => lines.get(no) ?? []).map(replayOne)
}

type Candidate = PastApplication & { policyVersion: string }
type CandidateRow = Omit<Candidate, 'refundOrigin' | 'openedAt' | 'paidAt' | 'shippedAt' | 'refundedAt'> & {
  // an origin that the replay has no fate for does not compile
  refundOrigin: Exclude<RefundOrigin, 'INSTANT_REFUND'> | null
  openedAt: Date
  paidAt: Date
  shippedAt: Date | null
  refundedAt: Date | null
}

/**
 * The rule is not here: this leaves out only what no policy takes, so that few of a large shop's cases travel. Orders and
 * refunds are looked up one by one (LIMIT keeps the planner to it): however large the shop, no other's are read.
 */
async function readCandidates(tx: Tx, { shopId, from, until }: Window): Promise<Candidate[]> {
  const { paidWithinMs, totalBelowFen } = widestInstantRefund()
  const { rows } = await tx.query<CandidateRow>(
    `SELECT c."no", c."orderNo", c."openedAt", c."policyVersion", c."amountFen", c."status", c."refundOrigin",
       c."closeReason", o."paidAt", o."totalFen", o."shippedAt", r."orderedAt" AS "refundedAt"
     FROM "AfterSale" c
     CROSS JOIN LATERAL (SELECT * FROM "Order" o WHERE o."shopId" = c."shopId" AND o."no" = c."orderNo" LIMIT 1) o
     LEFT JOIN LATERAL (SELECT "orderedAt" FROM "Refund" r WHERE r."afterSaleNo" = c."no" LIMIT 1) r ON TRUE
     WHERE ${APPLICATIONS} AND NOT ${INSTANTLY} AND o."totalFen" <= $4
       AND o."paidAt" >= c."openedAt" - $5 * INTERVAL '1 millisecond'`,
    [shopId, new Date(from), new Date(until), totalBelowFen, paidWithinMs],
  )
  return rows.map(({ openedAt, paidAt, shippedAt, refundedAt, ...row }) => ({
    ...row,
    openedAt: openedAt.getTime(),
    paidAt: paidAt.getTime(),
    shippedAt: instant(shippedAt),
    refundedAt: instant(refundedAt),
  }))
}

/** The order lines that these cases are about; asked only where an order has several. */
async function readLines(tx: Tx, shopId: ShopId, nos: readonly string[]): Promise<Map<string, number[]>> {
  if (nos.length === 0) return new Map()
  const { rows } = await tx.query<{ no: string; lineNos: number[] }>(
    `SELECT "afterSaleNo" AS "no", array_agg("lineNo") AS "lineNos" FROM "AfterSaleLine"
     WHERE "shopId" = $1 AND "afterSaleNo" = ANY ($2) GROUP BY "afterSaleNo"`,
    [shopId, nos],
  )
  return new Map(rows.map(({ no, lineNos }) => [no, lineNos]))
}

/** The same cases as a list shows them. */
export async function readWords(tx: Tx, shopId: ShopId, replayed: readonly Replayed[]): Promise<ReplayedCase[]> {
  const { rows } = await tx.query<Pick<ReplayedCase, 'no' | 'title' | 'furtherLines' | 'currency'>>(
    `SELECT c."no", c."currency", l.* FROM "AfterSale" c CROSS JOIN LATERAL (
       SELECT (array_agg(o."title" ORDER BY a."lineNo"))[1] AS "title", count(*) - 1 AS "furtherLines"
       FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
       WHERE a."shopId" = c."shopId" AND a."afterSaleNo" = c."no") l
     WHERE c."shopId" = $1 AND c."no" = ANY ($2)`,
    [shopId, replayed.map(({ no }) => no)],
  )
  const named = new Map(rows.map((row) => [row.no, row]))
  return replayed.flatMap((one) => {
    const words = named.get(one.no)
    return words ? [{ ...one, ...words }] : []
  })
}
