import type { Tx } from '@/lib/db/transaction'
import { recordPayment } from '@/lib/refunds/ledger'
import { hasCase } from './case-store'
import type { OrderLineRequest, OrderRequest } from './commands'
import { holdShop, insertOrder, lockOrder, readOrder, replaceLines, updateOrder } from './store'
import type { OrderLineRecord, OrderRecord } from './views'

export type OrderRefusal =
  | { code: 'paidInFuture' }
  | { code: 'paidAfterDelivery' }
  | { code: 'orderBelongsToOtherShop' }
  | { code: 'orderLinesFrozen' }
  | { code: 'orderBuyerFrozen' }
export type SavedOrder =
  | { ok: true; order: OrderRecord }
  | { ok: false; missing: 'shop' }
  | { ok: false; refusal: OrderRefusal }

const PLATFORM = { kind: 'PLATFORM' } as const

/** Creates the order or brings it up to what the platform says now; what a case rests on no longer changes. */
export async function saveOrder(tx: Tx, no: string, request: OrderRequest): Promise<SavedOrder> {
  const now = await holdShop(tx, request.shopId)
  if (!now) return { ok: false, missing: 'shop' }
  if (request.paidAt > now) return { ok: false, refusal: { code: 'paidInFuture' } }
  await insertOrder(tx, no, request)
  const locked = await lockOrder(tx, PLATFORM, no)
  if (!locked) throw new Error(`order ${no} is gone`)
  const refusal = await findRefusal(tx, locked.order, request)
  if (refusal) return { ok: false, refusal }
  await updateOrder(tx, locked.order, request)
  if (!sameLines(locked.order.lines, request.lines)) await replaceLines(tx, locked.order, request.lines)
  const order = await readOrder(tx, PLATFORM, no)
  if (!order) throw new Error(`order ${no} is gone`)
  // last, because the shop's payments wait for each other
  await recordPayment(tx, { shopId: order.shopId, orderNo: no, currency: order.currency, totalFen: order.totalFen })
  return { ok: true, order }
}

async function findRefusal(tx: Tx, order: OrderRecord, request: OrderRequest): Promise<OrderRefusal | null> {
  if (order.shopId !== request.shopId) return { code: 'orderBelongsToOtherShop' }
  if (order.deliveredAt && request.paidAt > order.deliveredAt) return { code: 'paidAfterDelivery' }
  const linesDiffer = !sameLines(order.lines, request.lines)
  const buyerDiffers = order.buyerId !== request.buyer.id
  if (!(linesDiffer || buyerDiffers) || !(await hasCase(tx, order))) return null
  return { code: linesDiffer ? 'orderLinesFrozen' : 'orderBuyerFrozen' }
}

function sameLines(known: readonly OrderLineRecord[], told: readonly OrderLineRequest[]): boolean {
  const sorted = [...told].sort((a, b) => a.lineNo - b.lineNo)
  return known.length === sorted.length && known.every((line, index) => sameLine(line, sorted[index]))
}

function sameLine(known: OrderLineRecord, told: OrderLineRequest | undefined): boolean {
  return (
    told !== undefined &&
    known.lineNo === told.lineNo &&
    known.sku === told.sku &&
    known.title === told.title &&
    known.imageUrl === (told.imageUrl ?? null) &&
    known.quantity === told.quantity &&
    known.paidFen === told.paidFen &&
    known.exchangeUntil?.getTime() === told.exchangeUntil?.getTime() &&
    known.repairUntil?.getTime() === told.repairUntil?.getTime()
  )
}
