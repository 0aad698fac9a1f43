import { settleOverdue } from '@/lib/after-sales/sweep'
import { ofShop } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { ShippedCase } from '@/lib/notifications/notice-store'
import type { OrderRecord } from './views'

type OrderKey = Pick<OrderRecord, 'shopId' | 'no'>

/** Was a case ever opened on the order? */
export async function hasCase(tx: Tx, { shopId, no }: OrderKey): Promise<boolean> {
  const { rows } = await tx.query(`SELECT 1 FROM "AfterSale" WHERE "shopId" = $1 AND "orderNo" = $2 LIMIT 1`, [
    shopId,
    no,
  ])
  return rows.length > 0
}

/** R0.8 The cases that occupy lines of the order. */
export async function findOccupyingCases(tx: Tx, { shopId, no }: OrderKey): Promise<string[]> {
  const { rows } = await tx.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 AND "orderNo" = $2 AND "occupying" ORDER BY "no"`,
    [shopId, no],
  )
  return rows.map((row) => row.no)
}

/**
 * Those of them whose buyer waits for a decision on the money: the shop has to know that the goods are leaving. Each with
 * the number of its last event.
 */
export async function findRefundCases(tx: Tx, { shopId, no }: OrderKey): Promise<ShippedCase[]> {
  const { rows } = await tx.query<ShippedCase>(
    `SELECT "shopId", "no", "seq" FROM "AfterSale" WHERE "shopId" = $1 AND "orderNo" = $2 AND "occupying"
       AND "type" IN ('REFUND_ONLY', 'RETURN_REFUND') AND "status" IN ('PENDING_REVIEW', 'AWAITING_RETURN') ORDER BY "no"`,
    [shopId, no],
  )
  return rows
}

/** Tells open screens to look at these cases again: their order is another now. */
export async function announceCases(tx: Tx, { shopId }: OrderKey, nos: readonly string[]): Promise<void> {
  if (nos.length > 0) await tx.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId, nos })])
}

/** R0.3 Settles the overdue cases of an order. Not under the order's lock: a case is never waited for while it is held. */
export async function settleCasesOf(order: OrderKey): Promise<void> {
  for (const no of await findOccupyingCases(within(ofShop(order.shopId)), order))
    await settleOverdue({ kind: 'PLATFORM' }, { no })
}
