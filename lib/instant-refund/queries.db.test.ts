import { describe, expect, test } from 'vitest'
import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import type { Command } from '@/lib/after-sales/domain/commands'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { AGENT, act, apply, BUYER, createOrder, HOUR, makeOverdue, mustSucceed } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { loadInstantRefund, replayRows } from './queries'

useDatabase()

const DAY = 24 * HOUR
const CONTACT: Command = { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' }
const REJECTION: Command = { type: 'reject', reasonCode: 'OTHER', text: '已经和您说明，不符合退款条件' }

/** As the order was at the application: milliseconds from payment to it, total, and from it to the shipment. */
type Facts = {
  sincePaidMs?: number
  totalFen?: number
  shippedAfterMs?: number
  agoMs?: number
  type?: AfterSale['type']
}

/** A case of a shop that has it off, with history made to fit these facts; another one on the same order with `orderNo`. */
async function openPast(shopId: string, facts: Facts = {}, again?: string): Promise<AfterSale> {
  const orderNo = again ?? (await createOrder({ shopId })).orderNo
  const applied = mustSucceed(await apply(orderNo, { type: facts.type ?? 'REFUND_ONLY' }))
  const { sincePaidMs = HOUR, totalFen = 20_000, shippedAfterMs, agoMs = 0 } = facts
  const openedAt = applied.openedAt - agoMs
  await database.query(`UPDATE "AfterSale" SET "openedAt" = $2 WHERE "no" = $1`, [applied.no, new Date(openedAt)])
  await database.query(`UPDATE "Order" SET "paidAt" = $2, "totalFen" = $3, "shippedAt" = $4 WHERE "no" = $1`, [
    orderNo,
    new Date(openedAt - sincePaidMs),
    totalFen,
    shippedAfterMs === undefined ? null : new Date(openedAt + shippedAfterMs),
  ])
  return { ...applied, openedAt }
}

async function createShop(): Promise<string> {
  return (await createOrder()).shopId
}
const replayOf = async (shopId: string) => (await loadInstantRefund(mintShopId(shopId))).replay

describe('R5.2 what would have been refunded at once', () => {
  test.each<[string, Facts, boolean]>([
    ['paid exactly 6 h before', { sincePaidMs: 6 * HOUR }, true],
    ['paid a millisecond longer before', { sincePaidMs: 6 * HOUR + 1 }, false],
    ['an order of ¥299.99', { totalFen: 29_999 }, true],
    ['an order of ¥300.00', { totalFen: 30_000 }, false],
    ['shipped a millisecond before', { shippedAfterMs: -1 }, false],
    ['shipped in the same instant', { shippedAfterMs: 0 }, false],
    ['shipped a millisecond after', { shippedAfterMs: 1 }, true],
    ['almost 30 days ago', { agoMs: 30 * DAY - 60_000 }, true],
  ])('%s', async (_, facts, fits) => {
    const shopId = await createShop()
    const { no, openedAt } = await openPast(shopId, facts)
    const replay = await replayOf(shopId)
    expect(replay).toMatchObject({ judged: 1, fitting: fits ? 1 : 0, instantly: 0, more: false })
    expect(replay.cases.map((one) => [one.no, one.openedAt])).toEqual(fits ? [[no, openedAt]] : [])
  })

  test('neither what is older than 30 days, nor a return, nor what another shop has', async () => {
    const [shopId, other] = await Promise.all([createShop(), createShop()])
    await openPast(shopId, { agoMs: 30 * DAY + 1 })
    await openPast(shopId, { type: 'RETURN_REFUND' })
    await openPast(other)
    const replay = await replayOf(shopId)
    expect(replay).toMatchObject({ judged: 0, fitting: 0, amountFen: 0, cases: [] })
    expect(replay.until - replay.from).toBe(30 * DAY)
    expect(replay.days).toHaveLength(31)
  })

  test('not again what a buyer asked for once more: it would not have come to be', async () => {
    const shopId = await createShop()
    const first = await openPast(shopId)
    mustSucceed(await act(first.no, BUYER, { type: 'withdraw' }))
    await openPast(shopId, {}, first.orderNo)
    const replay = await replayOf(shopId)
    expect(replay).toMatchObject({ judged: 2, fitting: 1, amountFen: 12_800 })
    expect(replay.cases).toMatchObject([{ no: first.no, fate: 'WITHDRAWN' }])
  })
})

test('a history: numbers, days and the list agree, and all of it can be streamed', async () => {
  const shopId = await createShop()
  const approved = await openPast(shopId, { sincePaidMs: 2 * HOUR, agoMs: 3 * DAY })
  mustSucceed(await act(approved.no, AGENT, { type: 'approve' }))
  const rejected = await openPast(shopId, { agoMs: 2 * DAY })
  mustSucceed(await act(rejected.no, AGENT, CONTACT))
  mustSucceed(await act(rejected.no, AGENT, REJECTION))
  const expired = await openPast(shopId)
  // nobody has swept: the page settles it
  await makeOverdue([expired.no])
  const open = await openPast(shopId)
  await openPast(shopId, { totalFen: 40_000 })
  const page = await loadInstantRefund(mintShopId(shopId))
  const { replay } = page
  const { rows } = await database.query<{ savedMs: number }>(
    `SELECT sum(floor(extract(epoch FROM r."orderedAt") * 1000) - floor(extract(epoch FROM c."openedAt") * 1000))::bigint AS "savedMs"
     FROM "Refund" r JOIN "AfterSale" c ON c."no" = r."afterSaleNo" WHERE c."shopId" = $1`,
    [shopId],
  )
  expect(replay).toMatchObject({
    judged: 5,
    fitting: 4,
    amountFen: 4 * 12_800,
    largestFen: 12_800,
    currency: 'CNY',
    refundedLater: 2,
    savedMs: rows[0]?.savedMs,
    more: false,
  })
  expect(replay.fates).toMatchObject({
    APPROVED: { cases: 1, amountFen: 12_800 },
    TIMED_OUT: { cases: 1 },
    REJECTED: { cases: 1, amountFen: 12_800 },
    OPEN: { cases: 1 },
    WON: { cases: 0 },
  })
  expect(replay.cases.map(({ no }) => no)).toEqual([rejected.no, expired.no, open.no, approved.no])
  expect(replay.cases[0]).toMatchObject({ fate: 'REJECTED', savedMs: null, title: '羊毛围巾 浅灰', furtherLines: 0 })
  expect(replay.cases[3]).toMatchObject({ sincePaidMs: 2 * HOUR, totalFen: 20_000, amountFen: 12_800 })
  const perDay = replay.days.map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0))
  expect(perDay.reduce((a, b) => a + b, 0)).toBe(4)
  const streamed = []
  for await (const row of replayRows(mintShopId(shopId))) streamed.push(row)
  expect(streamed).toEqual(replay.cases)
})

test('what was refunded at once in truth is counted apart, and as done', async () => {
  const shopId = await createShop()
  await openPast(shopId)
  await database.query(`UPDATE "Shop" SET "instantRefundSince" = app_now() WHERE "id" = $1`, [shopId])
  const { orderNo } = await createOrder({ shopId })
  await database.query(`UPDATE "Order" SET "paidAt" = app_now() WHERE "no" = $1`, [orderNo])
  expect(mustSucceed(await apply(orderNo)).refund?.origin).toBe('INSTANT_REFUND')
  mustSucceed(await apply((await createOrder({ shopId })).orderNo))
  const page = await loadInstantRefund(mintShopId(shopId))
  expect(page.replay).toMatchObject({ judged: 2, instantly: 1, fitting: 1 })
  expect(page.done).toEqual({ cases: 1, amountFen: 12_800, declined: 1, currency: 'CNY' })
})
