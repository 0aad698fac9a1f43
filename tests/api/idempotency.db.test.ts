import { beforeAll, describe, expect, test } from 'vitest'
import { answerOnce, sweepIdempotencyKeys } from '@/lib/api/idempotency'
import { inOneTransaction } from '@/lib/api/one-transaction'
import { EVERYWHERE } from '@/lib/db/reach'
import { database } from '@/tests/support/access'
import {
  applicationBody,
  at,
  createCase,
  createOrder,
  createShop,
  get,
  mustBe,
  post,
  problemOf,
  text,
  useApi,
} from '@/tests/support/api'
import { HOUR } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  shop = await createShop()
})

const named = (name: string) => ({ headers: { 'Idempotency-Key': name } })

async function countMessages(no: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(`SELECT count(*) AS n FROM "Message" WHERE "afterSaleNo" = $1`, [
    no,
  ])
  return rows[0]?.n ?? 0
}

describe('a repeated request', () => {
  test('gets the first answer and has no second effect', async () => {
    const orderNo = await createOrder(shop.shopId)
    const first = mustBe(201, await post('after-sales', applicationBody(orderNo), named('apply-1')))
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    // written in another order, it still says the same
    const { lines, ...rest } = applicationBody(orderNo)
    const again = mustBe(201, await post('after-sales', { lines, ...rest }, named('apply-1')))
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    expect(at(await get(`after-sales?orderNo=${orderNo}`), 'data')).toHaveLength(1)
  })

  test('with another body is 422', async () => {
    const no = await createCase(shop.shopId)
    mustBe(200, await post(`after-sales/${no}/messages`, { text: 'a' }, named('m')))
    const other = await post(`after-sales/${no}/messages`, { text: 'b' }, named('m'))
    expect(problemOf(other)).toMatchObject({ status: 422, code: 'idempotencyMismatch' })
    expect(await countMessages(no)).toBe(1)
  })

  test('counts by key and path', async () => {
    const [one, two] = [await createCase(shop.shopId), await createCase(shop.shopId)]
    mustBe(200, await post(`after-sales/${one}/messages`, { text: 'a' }, named('k')))
    const elsewhere = mustBe(200, await post(`after-sales/${two}/messages`, { text: 'a' }, named('k')))
    expect(elsewhere.headers.get('idempotent-replayed')).toBeNull()
    const byShop = mustBe(
      200,
      await post(`after-sales/${one}/messages`, { text: 'b' }, { ...named('k'), key: shop.agent }),
    )
    expect(byShop.headers.get('idempotent-replayed')).toBeNull()
    expect(await countMessages(one)).toBe(2)
  })

  test('that was refused by state is refused the same way, also when the state has changed', async () => {
    const no = await createCase(shop.shopId)
    const refuse = () => post(`after-sales/${no}/confirm-receipt`, {}, { ...named('r'), key: shop.agent })
    const first = await refuse()
    expect(problemOf(first)).toMatchObject({ status: 409, code: 'notAllowedInStatus' })
    mustBe(200, await post(`after-sales/${no}/withdraw`))
    const again = await refuse()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('content-type')).toBe('application/problem+json')
    expect(again.body).toEqual(first.body)
  })

  test('that had a fault may come again, mended', async () => {
    const no = await createCase(shop.shopId)
    expect((await post(`after-sales/${no}/messages`, { text: '' }, named('f'))).status).toBe(422)
    expect((await post('after-sales/AS1/messages', { text: 'x' }, named('f'))).status).toBe(404)
    mustBe(200, await post(`after-sales/${no}/messages`, { text: 'mended' }, named('f')))
  })

  test('whose refusal recorded an expiry recorded it once, and says the same again', async () => {
    const no = await createCase(shop.shopId)
    mustBe(200, await post(`after-sales/${no}/messages/read`))
    // only the clock moves: no worker and no sweep
    await database.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + $1`, [49 * HOUR])
    const late = () => post(`after-sales/${no}/approve`, {}, { ...named('late'), key: shop.agent })
    const first = await late()
    expect(problemOf(first)).toMatchObject({ status: 409, code: 'deadlinePassed' })
    const again = await late()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    const { rows } = await database.query(
      `SELECT "type" FROM "AfterSaleEvent" WHERE "afterSaleNo" = $1 ORDER BY "seq"`,
      [no],
    )
    expect(rows).toEqual([{ type: 'Applied' }, { type: 'ReviewExpired' }, { type: 'RefundOrdered' }])
  })
})

describe('at the same instant', () => {
  test('many with one key have one effect', async () => {
    const no = await createCase(shop.shopId)
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => post(`after-sales/${no}/messages`, { text: 'once' }, named('race'))),
    )
    expect(await countMessages(no)).toBe(1)
    for (const reply of replies) {
      if (reply.status === 200) continue
      expect(problemOf(reply)).toMatchObject({ status: 409, code: 'idempotencyInProgress' })
    }
    expect(replies.some(({ status }) => status === 200)).toBe(true)
    // who was told to wait gets the first answer afterwards
    const after = mustBe(200, await post(`after-sales/${no}/messages`, { text: 'once' }, named('race')))
    expect(after.headers.get('idempotent-replayed')).toBe('true')
  })

  test('the second is told that the first is under way', async () => {
    const request = { scope: 'test', key: 'slow', bodyHash: 'h' }
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    let begun = () => {}
    const started = new Promise<void>((resolve) => {
      begun = resolve
    })
    const first = inOneTransaction(EVERYWHERE, (tx) =>
      answerOnce(tx, request, async () => {
        begun()
        await held
        return { status: 200, body: { done: true } }
      }),
    )
    await started
    const second = await inOneTransaction(EVERYWHERE, (tx) =>
      answerOnce(tx, request, async () => ({ status: 200, body: {} })),
    )
    expect(second).toMatchObject({ status: 409, body: { code: 'idempotencyInProgress' } })
    finish()
    expect(await first).toEqual({ status: 200, body: { done: true } })
    const third = await inOneTransaction(EVERYWHERE, (tx) =>
      answerOnce(tx, request, async () => ({ status: 500, body: {} })),
    )
    expect(third).toMatchObject({ status: 200, body: { done: true }, headers: { 'Idempotent-Replayed': 'true' } })
  })

  test('two applications for one line open one case', async () => {
    const orderNo = await createOrder(shop.shopId)
    const replies = await Promise.all(Array.from({ length: 8 }, () => post('after-sales', applicationBody(orderNo))))
    const opened = replies.filter(({ status }) => status === 201)
    expect(opened).toHaveLength(1)
    const no = opened[0] && text(opened[0], 'no')
    for (const reply of replies.filter(({ status }) => status !== 201))
      expect(reply.body).toMatchObject({ status: 409, code: 'openCaseExists', no })
  })
})

describe('the header', () => {
  test.each(['', 'x'.repeat(256), 'tab\tinside', 'schlüssel'])('%j is no key', async (name) => {
    const reply = await post('after-sales/AS1/withdraw', {}, named(name))
    // there is no such case, which nobody with a bad key need learn first
    expect([404, 422]).toContain(reply.status)
    const no = await createCase(shop.shopId)
    const faulty = await post(`after-sales/${no}/withdraw`, {}, named(name))
    expect(problemOf(faulty)).toEqual({ status: 422, code: 'invalidRequest', paths: ['Idempotency-Key'] })
  })

  test('may have 255 characters', async () => {
    const no = await createCase(shop.shopId)
    mustBe(200, await post(`after-sales/${no}/withdraw`, {}, named('~'.repeat(255))))
  })
})

test('answers are forgotten after a week', async () => {
  const age = (key: string, days: number) =>
    database.query(
      `INSERT INTO "IdempotencyKey" VALUES ('age', $1, 'h', 200, '{}', app_now() - $2 * interval '1 day')`,
      [key, days],
    )
  await age('old', 7.01)
  await age('young', 6.99)
  expect(await sweepIdempotencyKeys()).toBeGreaterThanOrEqual(1)
  const { rows } = await database.query(`SELECT "key" FROM "IdempotencyKey" WHERE "scope" = 'age'`)
  expect(rows).toEqual([{ key: 'young' }])
})
