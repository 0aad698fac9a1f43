import { beforeAll, describe, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/env'
import {
  applicationBody,
  at,
  createOrder,
  createShop,
  get,
  mustBe,
  post,
  problemOf,
  put,
  text,
  useApi,
} from '@/tests/support/api'
import { HOUR } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { workOffRefunds } from '@/tests/support/queue'
import { startReceiver } from '@/tests/support/webhook-receiver'
import { workOff } from '@/tests/support/webhooks'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
let other: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  ;[shop, other] = [await createShop(), await createShop()]
})

const turn = (enabled: unknown, key?: string, shopId = shop.shopId) =>
  put(`shops/${shopId}/instant-refund`, { enabled }, key ? { key } : {})

async function readNow(): Promise<number> {
  return Date.parse(text(mustBe(200, await get('sandbox/clock')), 'now'))
}

async function applyOn(change: object): Promise<string> {
  const paidAt = new Date((await readNow()) - HOUR).toISOString()
  const orderNo = await createOrder(shop.shopId, { paidAt, ...change })
  return text(mustBe(201, await post('after-sales', applicationBody(orderNo))), 'no')
}

describe('R5.1 the switch', () => {
  test('is turned by the platform and by a manager; again it stays as it was', async () => {
    const { shopId } = shop
    const on = mustBe(200, await turn(true))
    expect(on.body).toEqual({ shopId, enabled: true, since: expect.stringMatching(/\.\d{3}Z$/) })
    expect(mustBe(200, await turn(true, shop.manager)).body).toEqual(on.body)
    expect(mustBe(200, await turn(false, shop.manager)).body).toEqual({ shopId, enabled: false, since: null })
    expect(mustBe(200, await turn(false)).body).toEqual({ shopId, enabled: false, since: null })
  })

  test('is nobody else’s', async () => {
    expect(problemOf(await turn(true, shop.agent))).toEqual({ status: 403, code: 'notPermitted' })
    for (const key of [other.agent, other.manager])
      expect(problemOf(await turn(true, key))).toEqual({ status: 404, code: 'notFound' })
    expect(problemOf(await turn(true, undefined, 'nobody'))).toEqual({ status: 404, code: 'notFound' })
    expect(problemOf(await turn(true, shop.manager, 'nobody'))).toEqual({ status: 404, code: 'notFound' })
    expect((await put(`shops/${shop.shopId}/instant-refund`, { enabled: true }, { key: null })).status).toBe(401)
  })

  test.each([
    [{}, ['enabled']],
    [{ enabled: 'true' }, ['enabled']],
    [{ enabled: null }, ['enabled']],
    [{ enabled: true, since: '2026-01-01T00:00:00.000Z' }, ['since']],
  ])('takes no %j', async (body, paths) => {
    expect(problemOf(await put(`shops/${shop.shopId}/instant-refund`, body))).toMatchObject({ status: 422, paths })
  })
})

describe('R5.2 an application', () => {
  beforeAll(async () => mustBe(200, await turn(true)))

  test('that fits is refunded at once: the values stand in its events, and the ledger pays', async () => {
    const no = await applyOn({})
    const opened = mustBe(200, await get(`after-sales/${no}`))
    expect(opened.body).toMatchObject({
      status: 'REFUNDING',
      waitingOn: 'GATEWAY',
      deadline: null,
      refund: { origin: 'INSTANT_REFUND', amountFen: 12_800, status: 'PENDING' },
    })
    await workOffRefunds()
    expect(mustBe(200, await get(`after-sales/${no}`)).body).toMatchObject({
      status: 'REFUNDED',
      refund: { origin: 'INSTANT_REFUND', status: 'SUCCEEDED' },
    })
    const events = mustBe(200, await get(`after-sales/${no}/events`))
    expect(at(events, 'data')).toMatchObject([
      { type: 'RefundSucceeded' },
      {
        type: 'RefundOrdered',
        actor: { role: 'SYSTEM', id: null },
        clause: 'R7.1',
        data: { origin: 'INSTANT_REFUND' },
      },
      {
        type: 'InstantRefundJudged',
        clause: 'R5.2',
        data: { sincePaidMs: expect.any(Number), totalFen: 20_000, shippedAt: null, failed: [] },
      },
      { type: 'Applied' },
    ])
  })

  test('that does not waits for the merchant, and its events say what failed', async () => {
    const paidAt = new Date((await readNow()) - 7 * HOUR).toISOString()
    const orderNo = await createOrder(shop.shopId, { paidAt, totalFen: 30_000 })
    const shipped = mustBe(200, await post(`orders/${orderNo}/shipment`, { carrier: '中通', trackingNo: 'ZT1' }))
    const no = text(mustBe(201, await post('after-sales', applicationBody(orderNo))), 'no')
    expect(mustBe(200, await get(`after-sales/${no}`)).body).toMatchObject({ status: 'PENDING_REVIEW', refund: null })
    expect(at(mustBe(200, await get(`after-sales/${no}/events`)), 'data.0')).toMatchObject({
      type: 'InstantRefundJudged',
      data: {
        totalFen: 30_000,
        shippedAt: at(shipped, 'shippedAt'),
        failed: ['PAID_RECENTLY', 'TOTAL_BELOW', 'NOT_SHIPPED'],
      },
    })
  })

  test('that is a return, or of a time when it was off, is not judged', async () => {
    const order = { paidAt: new Date((await readNow()) - HOUR).toISOString() }
    const returned = await createOrder(shop.shopId, order)
    const body = applicationBody(returned, { type: 'RETURN_REFUND' })
    const nos = [text(mustBe(201, await post('after-sales', body)), 'no')]
    mustBe(200, await turn(false))
    nos.push(await applyOn({}))
    mustBe(200, await turn(true))
    for (const no of nos) {
      const events = mustBe(200, await get(`after-sales/${no}/events`))
      expect(at(events, 'data')).toMatchObject([{ type: 'Applied' }])
    }
  })
})

test('a switch is told to endpoints, and its delivery names no case', async () => {
  process.env.AFTERDESK_WEBHOOK_ALLOW_PRIVATE = '1'
  forgetEnv()
  const receiver = await startReceiver()
  const { shopId, manager } = await createShop()
  const made = mustBe(201, await post('webhook-endpoints', { url: receiver.url }, { key: manager }))
  receiver.secrets.push(text(made, 'secret'))
  const { body } = mustBe(200, await turn(true, manager, shopId))
  await workOff()
  expect(receiver.seen.map((received) => received.body.data)).toEqual([{ ...Object(body), changedBy: 'MANAGER' }])
  expect(receiver.seen[0]?.signedWith).toHaveLength(1)
  const deliveries = mustBe(200, await get(`webhook-endpoints/${text(made, 'id')}/deliveries`, { key: manager }))
  expect(at(deliveries, 'data')).toMatchObject([
    { type: 'shop.instant_refund_changed', afterSaleNo: null, status: 'DELIVERED' },
  ])
  await receiver.close()
})
