import { describe, expect, test } from 'vitest'
import { loadQueue } from '@/lib/after-sales/queries'
import { subscribe } from '@/lib/live/bus'
import { listNotices } from '@/lib/notifications/queries'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  eventsOf,
  mustSucceed,
  openCase,
  PLATFORM,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createReader, seen } from '@/tests/support/notices'
import { recordShipment } from './record-shipment'

/** What a shop learns when an order leaves whose buyer wants the money back. */

useDatabase()

const ship = (orderNo: string, trackingNo = 'ZT7810293345512') =>
  inTransaction((tx) => recordShipment(tx, PLATFORM, orderNo, { carrier: '中通快递', trackingNo }))

describe('a shipment of an order with a case', () => {
  test('is told to the shop once, with the waybill as it is now', async () => {
    const { no, orderNo, shopId } = await openCase()
    const reader = await createReader([shopId])
    expect(await ship(orderNo, 'WRONG')).toMatchObject({ openCases: [no] })
    await ship(orderNo)
    expect(await seen(reader)).toEqual(['ORDER_SHIPPED*', 'CASE_OPENED*'])
    const { notices } = await listNotices(reader, null)
    expect(notices[0]).toMatchObject({
      no,
      news: { kind: 'ORDER_SHIPPED', carrier: '中通快递', trackingNo: 'ZT7810293345512' },
      expiry: { outcome: 'REFUND' },
    })
  })

  test.each([
    ['REFUND_ONLY that waits', 'REFUND_ONLY', [], true],
    ['RETURN_REFUND that waits', 'RETURN_REFUND', [], true],
    ['a return that was approved', 'RETURN_REFUND', ['approve'], true],
    ['a refund that was ordered', 'REFUND_ONLY', ['approve'], false],
    ['an exchange', 'EXCHANGE', [], false],
    ['what was withdrawn', 'REFUND_ONLY', ['withdraw'], false],
  ] as const)('%s', async (_, type, acts, told) => {
    const { no, orderNo, shopId } = await openCase(type)
    for (const act1 of acts) mustSucceed(await act(no, act1 === 'approve' ? AGENT : BUYER, { type: act1 }))
    const reader = await createReader([shopId])
    await ship(orderNo)
    expect((await seen(reader, no)).includes('ORDER_SHIPPED*')).toBe(told)
  })

  test('tells of each of its cases, and of none of another order', async () => {
    const { shopId, orderNo } = await createOrder({ paidFen: [12_800, 12_800] })
    const nos = []
    for (const lineNo of [1, 2]) {
      const applied = await apply(orderNo, { lines: [{ lineNo, quantity: 1, amountFen: 12_800 }] })
      nos.push(mustSucceed(applied).no)
    }
    const elsewhere = await openCase('REFUND_ONLY', shopId)
    const reader = await createReader([shopId])
    expect((await ship(orderNo))?.openCases).toEqual(nos)
    for (const no of nos) expect(await seen(reader, no)).toEqual(['ORDER_SHIPPED*', 'CASE_OPENED*'])
    expect(await seen(reader, elsewhere.no)).toEqual(['CASE_OPENED*'])
  })

  test('makes open screens look again, a correction too', async () => {
    const { no, orderNo } = await openCase()
    let heard = 0
    await new Promise<void>((resolve) => {
      const stop = subscribe((news) => {
        if ('missed' in news) void ship(orderNo)
        if (!('nos' in news) || !news.nos.includes(no)) return
        heard += 1
        if (heard === 1) void ship(orderNo, 'CORRECTED')
        else {
          stop()
          resolve()
        }
      })
    })
    expect(heard).toBe(2)
  })

  test('marks its row while the case is open, and changes nothing of the case', async () => {
    const { no, orderNo, shopId, version } = await openCase()
    const row = async () => (await loadQueue(shopScope(shopId), { tab: 'ALL' })).rows[0]
    expect(await row()).toMatchObject({ no, shippedSince: false })
    await ship(orderNo)
    expect(await row()).toMatchObject({ no, shippedSince: true, version })
    expect(await eventsOf(no)).toHaveLength(1)
    mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
    expect(await row()).toMatchObject({ no, shippedSince: false })
  })

  test('does not mark what was applied for after it', async () => {
    const { shopId, orderNo } = await createOrder()
    await ship(orderNo)
    await database.query(`UPDATE "Order" SET "shippedAt" = "shippedAt" - INTERVAL '1 second' WHERE "no" = $1`, [
      orderNo,
    ])
    mustSucceed(await apply(orderNo))
    expect((await loadQueue(shopScope(shopId), { tab: 'ALL' })).rows).toMatchObject([{ shippedSince: false }])
  })
})

test('R5.2 what was refunded at once is told to nobody as work; what was not is', async () => {
  const { shopId, orderNo } = await createOrder()
  await database.query(`UPDATE "Shop" SET "instantRefundSince" = app_now() WHERE "id" = $1`, [shopId])
  await database.query(`UPDATE "Order" SET "paidAt" = app_now() WHERE "no" = $1`, [orderNo])
  const reader = await createReader([shopId])
  const { no } = mustSucceed(await apply(orderNo))
  expect(await seen(reader, no)).toEqual([])
  const declined = await openCase('REFUND_ONLY', shopId)
  expect(await seen(reader, declined.no)).toEqual(['CASE_OPENED*'])
})
