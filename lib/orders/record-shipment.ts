import type { Scope } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import { recordShipmentNotices } from '@/lib/notifications/notice-store'
import { announceCases, findOccupyingCases, findRefundCases } from './case-store'
import type { ShipmentRequest } from './commands'
import { lockOrder, readOrder, updateDelivery, updateShipment } from './store'
import type { OrderRecord } from './views'

export type Shipped = { order: OrderRecord; openCases: string[] }
export type Delivered =
  | { ok: true; order: OrderRecord }
  | { ok: false; missing: true }
  | { ok: false; refusal: 'deliveredInFuture' | 'deliveredBeforePaid' }

/**
 * Records that the order was shipped, with the cases that its shipper should know of; the shop is told of those that ask
 * for the money, once. Repeated, a correction.
 */
export async function recordShipment(
  tx: Tx,
  scope: Scope,
  no: string,
  request: ShipmentRequest,
): Promise<Shipped | null> {
  const locked = await lockOrder(tx, scope, no)
  if (!locked) return null
  const { order, now } = locked
  await updateShipment(tx, order, request, now)
  const openCases = await findOccupyingCases(tx, order)
  await announceCases(tx, order, openCases)
  if (order.shippedAt === null) await recordShipmentNotices(tx, await findRefundCases(tx, order), now)
  return { order: await readAgain(tx, scope, no), openCases }
}

/** Records when the order was delivered: after it was paid, and not ahead of the clock. */
export async function recordDelivery(tx: Tx, scope: Scope, no: string, deliveredAt: Date): Promise<Delivered> {
  const locked = await lockOrder(tx, scope, no)
  if (!locked) return { ok: false, missing: true }
  if (deliveredAt > locked.now) return { ok: false, refusal: 'deliveredInFuture' }
  if (deliveredAt < locked.order.paidAt) return { ok: false, refusal: 'deliveredBeforePaid' }
  await updateDelivery(tx, locked.order, deliveredAt)
  return { ok: true, order: await readAgain(tx, scope, no) }
}

async function readAgain(tx: Tx, scope: Scope, no: string): Promise<OrderRecord> {
  const order = await readOrder(tx, scope, no)
  if (!order) throw new Error(`order ${no} is gone`)
  return order
}
