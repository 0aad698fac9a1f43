import { expect, test } from 'vitest'
import { recordShipment } from '@/lib/orders/record-shipment'
import { database, inTransaction } from '@/tests/support/access'
import { apply, eventsOf, mustSucceed, PLATFORM } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()

const ROUNDS = 1000
/** As many orders at once as leave a connection for each of the two. */
const AT_ONCE = 4

/** R5.2 Orders that fit, each of a shop of its own that has it on. */
async function createOrders(count: number): Promise<string[]> {
  await database.query(
    `INSERT INTO "Shop" ("id", "name", "instantRefundSince") SELECT 'shop-' || n, '南栀织物', app_now() FROM generate_series(1, $1) AS n`,
    [count],
  )
  await database.query(
    `INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "currency", "totalFen", "paidAt")
     SELECT 'shop-' || n, 'order-' || n, 'buyer-1', '王小明', 'CNY', 12800, app_now() FROM generate_series(1, $1) AS n`,
    [count],
  )
  const { rows } = await database.query<{ orderNo: string }>(
    `INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "quantity", "paidFen")
     SELECT 'shop-' || n, 'order-' || n, 1, 'SC-1', '羊毛围巾 浅灰', 1, 12800 FROM generate_series(1, $1) AS n RETURNING "orderNo"`,
    [count],
  )
  return rows.map(({ orderNo }) => orderNo)
}

const ship = (orderNo: string) =>
  inTransaction((tx) => recordShipment(tx, PLATFORM, orderNo, { carrier: '中通快递', trackingNo: 'ZT1' }))

/** Each finds the other wholly before itself or wholly after; which one it is, all that is kept agrees on. */
async function race(orderNo: string, shipFirst: boolean): Promise<'refunded' | 'declined'> {
  const sent = shipFirst ? { shipped: ship(orderNo) } : {}
  const applying = apply(orderNo)
  const shipped = await (sent.shipped ?? ship(orderNo))
  const { no, openedAt, refund, status } = mustSucceed(await applying)
  const shippedAt = shipped?.order.shippedAt?.getTime() ?? Number.NaN
  const events = await eventsOf(no)
  const judged = events.find(({ type }) => type === 'InstantRefundJudged')
  if (refund) {
    expect(judged?.data).toMatchObject({ shippedAt: null, failed: [] })
    expect({ status, origin: refund.origin }).toEqual({ status: 'REFUNDING', origin: 'INSTANT_REFUND' })
    expect(shippedAt).toBeGreaterThanOrEqual(openedAt)
    // who ships is warned of what is being refunded
    expect(shipped?.openCases).toEqual([no])
    return 'refunded'
  }
  expect(judged?.data).toMatchObject({ shippedAt, failed: ['NOT_SHIPPED'] })
  expect(status).toBe('PENDING_REVIEW')
  expect(events.map(({ type }) => type)).toEqual(['Applied', 'InstantRefundJudged'])
  expect(shippedAt).toBeLessThanOrEqual(openedAt)
  expect(shipped?.openCases).toEqual([])
  return 'declined'
}

test(`R5.3 a shipment and an application at the same moment, ${ROUNDS} times`, { timeout: 180_000 }, async () => {
  const orders = await createOrders(ROUNDS)
  const outcomes: string[] = []
  const run = async () => {
    for (let orderNo = orders.pop(); orderNo !== undefined; orderNo = orders.pop())
      outcomes.push(await race(orderNo, orders.length % 2 === 0))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
  expect(outcomes).toHaveLength(ROUNDS)
  const { rows } = await database.query<{ refunds: number }>(
    `SELECT count(*) AS "refunds" FROM "Refund" WHERE "origin" = 'INSTANT_REFUND'`,
  )
  expect(rows[0]?.refunds).toBe(outcomes.filter((outcome) => outcome === 'refunded').length)
})
