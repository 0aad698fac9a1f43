import { settleOverdue } from '@/lib/after-sales/sweep'
import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'
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

/** R0.3 Settles the overdue cases of an order. Not under the order's lock: a case is never waited for while it is held. */
export async function settleCasesOf(order: OrderKey): Promise<void> {
  for (const no of await findOccupyingCases(database, order)) await settleOverdue({ kind: 'PLATFORM' }, { no })
}
