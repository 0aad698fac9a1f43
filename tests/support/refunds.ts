import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import { refundNoOf } from '@/lib/after-sales/domain/after-sale'
import type { RefundGateway } from '@/lib/refunds/gateway'
import type { Gateways } from '@/lib/refunds/gateways'
import { createHttpGateway } from '@/lib/refunds/http-gateway'
import { recordPayment } from '@/lib/refunds/ledger'
import { REFUND_RETRY, type RetryPolicy } from '@/lib/refunds/retry-policy'
import { database, inTransaction } from '@/tests/support/access'
import { AGENT, act, createOrder, mustSucceed, openCase } from '@/tests/support/cases'
import { PAYMENT_SECRET, type PaymentServer } from '@/tests/support/payments'

/** A few attempts instead of many; the leases and delays stay, for no test waits for them. */
export const QUICK: RetryPolicy = { ...REFUND_RETRY, attempts: 3, looks: 3 }

export type Ordered = { refundNo: string; no: string; shopId: string; orderNo: string; state: AfterSale }

/** An approved case: its refund of ¥128.00 is ordered, and nobody has executed it. */
export async function orderRefund(shopId?: string): Promise<Ordered> {
  const { no } = await openCase('REFUND_ONLY', shopId)
  const state = mustSucceed(await act(no, AGENT, { type: 'approve' }))
  return { refundNo: refundNoOf(no), no, shopId: state.shopId, orderNo: state.orderNo, state }
}

/** A shop with so much on its balance. */
export async function createFundedShop(totalFen: number): Promise<{ shopId: string; orderNo: string }> {
  const order = await createOrder({ paidFen: [totalFen] })
  await inTransaction((tx) => recordPayment(tx, { ...order, currency: 'CNY', totalFen }))
  return order
}

export function only(gateway: RefundGateway): Gateways {
  return { preferred: () => gateway, find: (name) => (name === gateway.name ? gateway : null) }
}

/** The one payment system there is; `timeoutMs` is short only where a test means to run into it. */
export function gatewayOf(server: PaymentServer, timeoutMs?: number): Gateways {
  const options = { url: server.url, secret: PAYMENT_SECRET }
  return only(createHttpGateway(timeoutMs === undefined ? options : { ...options, timeoutMs }))
}

export type StoredRefund = {
  status: string
  attempts: number
  roundAttempts: number
  looks: number
  accepted: boolean
  leased: boolean
  lastError: string | null
}

export async function refundOf(refundNo: string): Promise<StoredRefund> {
  const { rows } = await database.query<StoredRefund>(
    `SELECT "status", "attempts", "roundAttempts", "looks", "acceptedAt" IS NOT NULL AS "accepted",
       "leaseId" IS NOT NULL AS "leased", "lastError" FROM "Refund" WHERE "no" = $1`,
    [refundNo],
  )
  const row = rows[0]
  if (!row) throw new Error(`no refund ${refundNo}`)
  return row
}

/** As if the lease's time had passed. */
export async function expireLease(refundNo: string): Promise<void> {
  await database.query(`UPDATE "Refund" SET "leaseUntil" = now() - INTERVAL '1 second' WHERE "no" = $1`, [refundNo])
}
