import { randomUUID } from 'node:crypto'
import { EVERYWHERE, ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { GatewayName, RefundOrder } from './gateway'
import type { RetryPolicy } from './retry-policy'
import { isCaseStuck, lockRefund, type RefundRow, scheduleRefund } from './store'

/** One worker's turn with a refund, which is its own until the lease ends. */
export type Attempt = {
  leaseId: string
  order: RefundOrder
  gateway: GatewayName
  /** LOOK: the gateway has accepted it and is only asked for the result. */
  kind: 'PAY' | 'LOOK'
  /** An earlier attempt may have paid, whatever we know of it. */
  mayBePaid: boolean
  /** Attempts of this round and looks at what was accepted, this one included. */
  roundAttempts: number
  looks: number
}

/**
 * Takes the refund for this worker and counts the attempt, committed before the gateway hears of it: whoever comes
 * after a worker that died in between sees that there was one, and asks before paying (R7.1). The next turn is put into
 * the queue at the same time, for the end of the lease, so that it comes even if this worker never returns.
 * Null when there is nothing to do: paid, waiting for a person, or in another worker's hands.
 */
export async function beginAttempt(
  refundNo: string,
  preferred: GatewayName,
  policy: RetryPolicy,
): Promise<Attempt | null> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const refund = await lockRefund(tx, refundNo)
    if (!refund || refund.status === 'SUCCEEDED') return null
    // the case decides whether a person has to look: RefundRetried begins a new round
    const stuck = refund.status === 'STUCK'
    if (stuck && (await isCaseStuck(tx, refund))) return null
    if (refund.leasedForMs !== null) {
      await scheduleRefund(tx, refundNo, refund.leasedForMs)
      return null
    }
    const attempt = planAttempt(stuck ? { ...refund, roundAttempts: 0, looks: 0 } : refund, preferred)
    await saveAttempt(tx, attempt, policy)
    await scheduleRefund(tx, refundNo, policy.leaseMs)
    return attempt
  })
}

function planAttempt(refund: RefundRow, preferred: GatewayName): Attempt {
  const { no, afterSaleNo, orderNo, shopId, buyerId, amountFen, currency } = refund
  const kind = refund.acceptedAt ? 'LOOK' : 'PAY'
  return {
    leaseId: randomUUID(),
    order: { refundNo: no, afterSaleNo, orderNo, shopId, buyerId, amountFen, currency },
    gateway: refund.gateway ?? preferred,
    kind,
    mayBePaid: refund.attempts > 0,
    roundAttempts: refund.roundAttempts + (kind === 'PAY' ? 1 : 0),
    looks: refund.looks + (kind === 'LOOK' ? 1 : 0),
  }
}

async function saveAttempt(tx: Tx, attempt: Attempt, policy: RetryPolicy): Promise<void> {
  await tx.query(
    `UPDATE "Refund" SET "status" = CASE WHEN "status" = 'STUCK' THEN 'PENDING' ELSE "status" END,
       "attempts" = "attempts" + $2, "roundAttempts" = $3, "looks" = $4, "gateway" = $5,
       "leaseId" = $6, "leaseUntil" = now() + $7 * INTERVAL '1 millisecond', "updatedAt" = app_now()
     WHERE "no" = $1`,
    [
      attempt.order.refundNo,
      attempt.kind === 'PAY' ? 1 : 0,
      attempt.roundAttempts,
      attempt.looks,
      attempt.gateway,
      attempt.leaseId,
      policy.leaseMs,
    ],
    { prepared: true },
  )
}

/**
 * Has the refund still, and again for a whole lease? Asked before paying after a query: a worker that was held up so
 * long that another one took over must not pay. What a stop after this can still do, the refund number takes care of.
 */
export async function renewLease({ order, leaseId }: Attempt, policy: RetryPolicy): Promise<boolean> {
  const { rowCount } = await within(ofShop(order.shopId)).query(
    `UPDATE "Refund" SET "leaseUntil" = now() + $3 * INTERVAL '1 millisecond' WHERE "no" = $1 AND "leaseId" = $2`,
    [order.refundNo, leaseId, policy.leaseMs],
    { prepared: true },
  )
  return rowCount === 1
}

/** The turn of a callback with bad news about what the gateway accepted; null when nothing waits for such news. */
export async function adoptAccepted(refundNo: string, policy: RetryPolicy): Promise<Attempt | null> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const refund = await lockRefund(tx, refundNo)
    if (!refund?.gateway || refund.status !== 'PENDING' || !refund.acceptedAt || refund.leasedForMs !== null)
      return null
    const attempt = { ...planAttempt(refund, refund.gateway), looks: refund.looks }
    await saveAttempt(tx, attempt, policy)
    return attempt
  })
}
