import type { RefundStatus } from '@/lib/after-sales/views'
import { EVERYWHERE } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { GatewayName } from './gateway'

/** Lock order: the case, then its refund, then the queue's job. */
export type RefundRow = {
  no: string
  shopId: string
  afterSaleNo: string
  orderNo: string
  buyerId: string
  amountFen: number
  currency: string
  status: RefundStatus
  attempts: number
  roundAttempts: number
  looks: number
  gateway: GatewayName | null
  acceptedAt: Date | null
  /** How long another worker has it to itself; null when nobody has. */
  leasedForMs: number | null
}

const COLUMNS = `"no", "shopId", "afterSaleNo", "orderNo", "buyerId", "amountFen", "currency", "status", "attempts",
  "roundAttempts", "looks", "gateway", "acceptedAt",
  CASE WHEN "leaseUntil" > now() THEN ceil(extract(epoch FROM "leaseUntil" - now()) * 1000)::int END AS "leasedForMs"`

export async function findRefund(refundNo: string): Promise<RefundRow | null> {
  const { rows } = await within(EVERYWHERE).query<RefundRow>(
    `SELECT ${COLUMNS} FROM "Refund" WHERE "no" = $1`,
    [refundNo],
    { prepared: true },
  )
  return rows[0] ?? null
}

export async function lockRefund(tx: Tx, refundNo: string): Promise<RefundRow | null> {
  const { rows } = await tx.query<RefundRow>(
    `SELECT ${COLUMNS} FROM "Refund" WHERE "no" = $1 FOR NO KEY UPDATE`,
    [refundNo],
    { prepared: true },
  )
  return rows[0] ?? null
}

type CaseKey = Pick<RefundRow, 'shopId' | 'afterSaleNo'>

/** For whoever will tell the case of its refund: nobody who holds the case then waits for the refund. */
export async function lockCaseOf(tx: Tx, { shopId, afterSaleNo }: CaseKey): Promise<void> {
  await tx.query(`SELECT FROM "AfterSale" WHERE "shopId" = $1 AND "no" = $2 FOR UPDATE`, [shopId, afterSaleNo], {
    prepared: true,
  })
}

/** Whether the case waits for a person to send its refund on its way again. */
export async function isCaseStuck(tx: Tx, { shopId, afterSaleNo }: CaseKey): Promise<boolean> {
  const { rows } = await tx.query<{ refundStuck: boolean }>(
    `SELECT "refundStuck" FROM "AfterSale" WHERE "shopId" = $1 AND "no" = $2`,
    [shopId, afterSaleNo],
    { prepared: true },
  )
  return rows[0]?.refundStuck ?? false
}

/** The refund's one job, moved to so many ms from now; where it is being done, a new one follows it. */
export async function scheduleRefund(tx: Tx, refundNo: string, delayMs: number): Promise<void> {
  await tx.query(
    `SELECT FROM graphile_worker.add_job('refund', json_build_object('refundNo', $1::text),
       run_at => now() + $2 * INTERVAL '1 millisecond', job_key => $1)`,
    [refundNo, delayMs],
    { prepared: true },
  )
}

export async function unscheduleRefund(tx: Tx, refundNo: string): Promise<void> {
  await tx.query('SELECT FROM graphile_worker.remove_job($1)', [refundNo], { prepared: true })
}

/**
 * R7.2 For SQL: stuck no longer, the attempts count from zero. Whoever records RefundRetried does it in the same statement,
 * so that the refund shows what the case says; the job would find out by itself.
 */
export function beginRounds(refundNos: string): string {
  return `UPDATE "Refund" SET "status" = 'PENDING', "roundAttempts" = 0, "looks" = 0, "updatedAt" = app_now()
    WHERE "no" = ANY (${refundNos}) AND "status" = 'STUCK' RETURNING "no"`
}
