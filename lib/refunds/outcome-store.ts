import { handleCommand } from '@/lib/after-sales/handle-command'
import { waitAfter } from '@/lib/back-off'
import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import type { Attempt } from './attempt-store'
import type { RetryPolicy } from './retry-policy'
import { lockCaseOf, type RefundRow, scheduleRefund, unscheduleRefund } from './store'

/** What became of an attempt, written down. All but success counts only while the refund is still the attempt's own. */

type Paid = Pick<RefundRow, 'shopId' | 'afterSaleNo'> & { refundNo: string }

/** R7.2 The money is back: a fact, whoever brings it and whenever. False when it was known already. */
export async function recordSuccess(refund: Paid): Promise<boolean> {
  return inTransaction(ofShop(refund.shopId), async (tx) => {
    await lockCaseOf(tx, refund)
    const { rowCount } = await tx.query(
      `UPDATE "Refund" SET "status" = 'SUCCEEDED', "lastError" = NULL, "leaseId" = NULL, "leaseUntil" = NULL,
         "updatedAt" = app_now() WHERE "no" = $1 AND "status" <> 'SUCCEEDED'`,
      [refund.refundNo],
      { prepared: true },
    )
    if (rowCount === 0) return false
    await tellCase(tx, refund, { type: 'recordRefundSuccess' })
    await unscheduleRefund(tx, refund.refundNo)
    return true
  })
}

/** R7.2 The gateway is at it: it is asked again later. `error`: it could not even say so this time. */
export async function recordAcceptance(attempt: Attempt, policy: RetryPolicy, error: string | null): Promise<boolean> {
  if (attempt.looks >= policy.looks) return recordStuck(attempt, error ?? 'resultOverdue')
  return inTransaction(ofShop(attempt.order.shopId), async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE "Refund" SET "status" = 'PENDING', "lastError" = $3, "acceptedAt" = COALESCE("acceptedAt", app_now()),
         "leaseId" = NULL, "leaseUntil" = NULL, "updatedAt" = app_now() WHERE "no" = $1 AND "leaseId" = $2`,
      [attempt.order.refundNo, attempt.leaseId, error],
      { prepared: true },
    )
    if (rowCount === 0) return false
    await scheduleRefund(tx, attempt.order.refundNo, waitAfter(attempt.looks + 1, policy.retry))
    return true
  })
}

/** R7.2 It failed: the next attempt is scheduled, or, past the limit or where trying is in vain, a person has to look. */
export async function recordFailure(
  attempt: Attempt,
  policy: RetryPolicy,
  { reason, retryable }: { reason: string; retryable: boolean },
): Promise<boolean> {
  if (!retryable || attempt.roundAttempts >= policy.attempts) return recordStuck(attempt, reason, { accepted: false })
  return inTransaction(ofShop(attempt.order.shopId), async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE "Refund" SET "status" = 'FAILED', "lastError" = $3, "acceptedAt" = NULL, "looks" = 0,
         "leaseId" = NULL, "leaseUntil" = NULL, "updatedAt" = app_now() WHERE "no" = $1 AND "leaseId" = $2`,
      [attempt.order.refundNo, attempt.leaseId, reason],
    )
    if (rowCount === 0) return false
    await scheduleRefund(tx, attempt.order.refundNo, waitAfter(attempt.roundAttempts, policy.retry))
    return true
  })
}

// What the gateway accepted and never finished stays accepted: the next round asks for it, and does not pay.
async function recordStuck(attempt: Attempt, error: string, { accepted = true } = {}): Promise<boolean> {
  const { shopId, afterSaleNo, refundNo } = attempt.order
  return inTransaction(ofShop(shopId), async (tx) => {
    await lockCaseOf(tx, attempt.order)
    const { rowCount } = await tx.query(
      `UPDATE "Refund" SET "status" = 'STUCK', "lastError" = $3, "acceptedAt" = CASE WHEN $4 THEN "acceptedAt" END,
         "leaseId" = NULL, "leaseUntil" = NULL, "updatedAt" = app_now() WHERE "no" = $1 AND "leaseId" = $2`,
      [refundNo, attempt.leaseId, error, accepted],
    )
    if (rowCount === 0) return false
    await tellCase(tx, { shopId, afterSaleNo, refundNo }, { type: 'recordRefundStuck', error })
    await unscheduleRefund(tx, refundNo)
    return true
  })
}

type News = { type: 'recordRefundSuccess' } | { type: 'recordRefundStuck'; error: string }

async function tellCase(tx: Tx, { afterSaleNo, refundNo }: Paid, command: News): Promise<void> {
  const handled = await handleCommand(tx, {
    scope: { kind: 'PLATFORM' },
    actor: { role: 'SYSTEM', id: null },
    no: afterSaleNo,
    command,
  })
  // a refund and its case never disagree; if they did, nothing of this must stand
  if (!handled.ok) throw new Error(`case ${afterSaleNo} refuses ${command.type} of its refund ${refundNo}`)
}
