import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { subscribe } from '@/lib/live/bus'
import { database, inTransaction } from '@/tests/support/access'
import { apply, createOrder, eventsOf, mustSucceed, PLATFORM, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import type { Switching } from './domain/switch'
import { type Switched, switchShop } from './switch'

useDatabase()

const ZHOU: Actor = { role: 'MANAGER', id: 'zhou' }
const CHEN: Actor = { role: 'MANAGER', id: 'chen' }

function turn(shopId: string, asked: Switching, actor = ZHOU, scope = shopScope(shopId)): Promise<Switched> {
  return inTransaction((tx) => switchShop(tx, { scope, actor, shopId, ...asked }))
}

async function createShop(): Promise<string> {
  const shopId = `shop-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, '南栀织物')`, [shopId])
  return shopId
}

/** An order that fits, in this shop or one of its own. */
async function createFitting(shopId?: string) {
  const order = await createOrder(shopId ? { shopId } : {})
  await database.query(`UPDATE "Order" SET "paidAt" = app_now() WHERE "no" = $1`, [order.orderNo])
  return order
}

async function changesOf(shopId: string) {
  const { rows } = await database.query<{ by: string; enabled: boolean }>(
    `SELECT "actorId" AS "by", ("data"->>'enabled')::boolean AS "enabled" FROM "SettingChange"
     WHERE "shopId" = $1 AND "kind" = 'InstantRefundSwitched' ORDER BY "id"`,
    [shopId],
  )
  return rows.map(({ by, enabled }) => `${by} ${enabled ? 'on' : 'off'}`)
}

describe('R5.1 switching', () => {
  test('is remembered with who and when, and what is so already writes nothing', async () => {
    const shopId = await createShop()
    const on = await turn(shopId, { enabled: true })
    expect(on).toMatchObject({ ok: true, enabled: true, since: expect.any(Number) })
    expect(await turn(shopId, { enabled: true }, CHEN)).toEqual(on)
    expect(await turn(shopId, { enabled: false, seen: true }, CHEN)).toEqual({ ok: true, enabled: false, since: null })
    expect(await turn(shopId, { enabled: false })).toEqual({ ok: true, enabled: false, since: null })
    expect(await changesOf(shopId)).toEqual(['zhou on', 'chen off'])
  })

  test('tells open screens of the shop', async () => {
    const shopId = await createShop()
    const told = new Promise<void>((resolve) => {
      const stop = subscribe((news) => {
        // before we listened nobody would have heard of it
        if ('missed' in news) void turn(shopId, { enabled: true })
        if (!('settings' in news) || news.shopId !== shopId) return
        stop()
        resolve()
      })
    })
    await expect(told).resolves.toBeUndefined()
  })

  test('finds no shop outside the scope, nor one that is not there', async () => {
    const [own, other] = await Promise.all([createShop(), createShop()])
    const missing = { ok: false, missing: true }
    expect(await turn(other, { enabled: true }, ZHOU, shopScope(own))).toEqual(missing)
    expect(await turn('nobody', { enabled: true }, ZHOU, PLATFORM)).toEqual(missing)
    expect(await changesOf(other)).toEqual([])
  })

  test('of several managers at once one switches, and the others are told so', async () => {
    const shopId = await createShop()
    const outcomes = await Promise.all(
      [ZHOU, CHEN, ZHOU, CHEN, ZHOU].map((actor) => turn(shopId, { enabled: true, seen: false }, actor)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const refused = { ok: false, refusal: { code: 'switchedMeanwhile', enabled: true } }
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([refused, refused, refused, refused])
    expect(await changesOf(shopId)).toHaveLength(1)
  })
})

describe('R5.1 an application at the same moment', () => {
  test('is judged when it comes after turning on, and not when it comes before', async () => {
    for (let round = 0; round < 30; round++) {
      const { shopId, orderNo } = await createFitting()
      const early = round % 2 ? apply(orderNo) : null
      const switching = turn(shopId, { enabled: true })
      const { no, openedAt, refund } = mustSucceed(await (early ?? apply(orderNo)))
      const switched = await switching
      const since = switched.ok ? switched.since : null
      const judged = (await eventsOf(no)).some(({ type }) => type === 'InstantRefundJudged')
      expect(refund !== null).toBe(judged)
      if (judged) expect(openedAt).toBeGreaterThanOrEqual(since ?? Number.NaN)
      else expect(openedAt).toBeLessThanOrEqual(since ?? Number.NaN)
    }
  })

  test('is refunded or waits, wholly, while it is turned off; afterwards none is judged', async () => {
    for (let round = 0; round < 15; round++) {
      const { shopId, orderNo } = await createFitting()
      await turn(shopId, { enabled: true })
      const [applied] = await Promise.all([apply(orderNo), turn(shopId, { enabled: false })])
      const { no, refund, status } = mustSucceed(applied)
      const types = (await eventsOf(no)).map(({ type }) => type)
      expect(types).toEqual(refund ? ['Applied', 'InstantRefundJudged', 'RefundOrdered'] : ['Applied'])
      expect(status).toBe(refund ? 'REFUNDING' : 'PENDING_REVIEW')
      const { orderNo: later } = await createFitting(shopId)
      expect(await eventsOf(mustSucceed(await apply(later)).no)).toHaveLength(1)
    }
  })
})
