import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { saveOrder } from '@/lib/orders/save-order'
import { lockOrder, updateDelivery, updateShipment } from '@/lib/orders/store'
import { buyerOf, type DemoShop } from './catalogue'
import type { Event } from './simulation'
import { DAY, HOUR } from './story'

const PLATFORM = { kind: 'PLATFORM' } as const

export type DemoOrder = {
  no: string
  shop: DemoShop
  good: number
  quantity: number
  buyer: number
  paidAt: number
  unshipped: boolean
  until: number
}

/** The number of the n-th order: the day it was paid, and twelve digits of its own. */
export function orderNoOf(n: number, paidAt: number): string {
  const day = new Date(paidAt + 8 * HOUR).toISOString().slice(2, 10).replaceAll('-', '')
  return `${day}${String((n * 7_368_787 + 1_029_462_107) % 10_000_000_000).padStart(10, '0')}`
}

/** An order's own past: paid, sent out, arrived, as far as there was time for it before `until`. */
export function orderEvents(order: DemoOrder): Event[] {
  const { no, shop, paidAt, unshipped, until } = order
  const shippedAt = paidAt + 5 * HOUR
  const deliveredAt = shippedAt + 2 * DAY + 7 * HOUR
  const events: Event[] = [{ at: paidAt, run: () => pay(order) }]
  if (!unshipped && shippedAt < until) events.push({ at: shippedAt, run: () => ship(no, shop) })
  if (!unshipped && deliveredAt < until) events.push({ at: deliveredAt, run: () => deliver(no) })
  return events
}

async function pay({ no, shop, good, quantity, buyer, paidAt }: DemoOrder): Promise<void> {
  const bought = shop.goods[good]
  if (!bought) throw new Error(`${shop.id} has no good ${good}`)
  const paidFen = bought.fen * quantity
  const saved = await inTransaction(EVERYWHERE, (tx) =>
    saveOrder(tx, no, {
      shopId: shop.id,
      buyer: buyerOf(buyer),
      currency: 'CNY',
      totalFen: paidFen,
      paidAt: new Date(paidAt - 1000),
      lines: [{ lineNo: 1, sku: bought.sku, title: bought.title, quantity, paidFen }],
    }),
  )
  if (!saved.ok) throw new Error(`order ${no}: ${JSON.stringify(saved)}`)
}

async function ship(no: string, { carriers }: DemoShop): Promise<void> {
  const carrier = carriers[Number(no.at(-1)) % carriers.length] ?? '中通'
  await withOrder(no, (tx, order, now) => updateShipment(tx, order, { carrier, trackingNo: `7${no.slice(-11)}` }, now))
}

async function deliver(no: string): Promise<void> {
  await withOrder(no, (tx, order, now) => updateDelivery(tx, order, now))
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockOrder>>>
type Transaction = Parameters<typeof lockOrder>[0]

async function withOrder(no: string, change: (tx: Transaction, order: Locked['order'], now: Date) => Promise<void>) {
  await inTransaction(EVERYWHERE, async (tx) => {
    const locked = await lockOrder(tx, PLATFORM, no)
    if (!locked) throw new Error(`order ${no} is gone`)
    await change(tx, locked.order, locked.now)
  })
}
