import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { type Handled, handleCommand } from '@/lib/after-sales/handle-command'
import type { Scope } from '@/lib/auth/scope'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { findRefundIn } from './queries'
import type { RefundSummary } from './views'

/** As whom somebody acts: the role, and the shops (or the platform) in which he has it. */
export type Standing = { scope: Scope; actor: Actor }

/**
 * R7.2 A stuck refund on its way again, by a manager of its shop or by support: `notPermitted` to others,
 * `notAllowedInStatus` when it is not stuck. The attempts count from zero, the total goes on.
 */
export async function retryStuckRefund(
  tx: Tx,
  { scope, actor }: Standing,
  afterSaleNo: string,
  version?: number,
): Promise<Handled> {
  return handleCommand(tx, { scope, actor, no: afterSaleNo, command: { type: 'retryRefund' }, version })
}

/** The same in a transaction of its own, for who may stand in several ways: the first in whose scope the case lies. */
export async function retryStuckRefundAs(standings: readonly Standing[], afterSaleNo: string): Promise<Handled> {
  for (const standing of standings) {
    const handled = await inTransaction(standing.scope, (tx) => retryStuckRefund(tx, standing, afterSaleNo))
    if (!('missing' in handled)) return handled
  }
  return { ok: false, missing: true }
}

export type Retried = { ok: true; refund: RefundSummary } | Exclude<Handled, { ok: true }>

/** The same for who knows the refund's number, with the refund as it then is. */
export async function retryStuckRefundByNo(tx: Tx, standing: Standing, refundNo: string): Promise<Retried> {
  const refund = await findRefundIn(standing.scope, refundNo, tx)
  if (!refund) return { ok: false, missing: true }
  const handled = await retryStuckRefund(tx, standing, refund.afterSaleNo)
  if (!handled.ok) return handled
  return { ok: true, refund: (await findRefundIn(standing.scope, refundNo, tx)) ?? refund }
}
