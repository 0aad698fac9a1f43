import { beforeAll, describe, expect, test } from 'vitest'
import {
  applicationBody,
  at,
  createCase,
  createOrder,
  createShop,
  get,
  mustBe,
  post,
  type Reply,
  text,
  useApi,
} from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
const opened: string[] = []
beforeAll(async () => {
  shop = await createShop()
  for (let i = 0; i < 7; i++)
    opened.push(await createCase(shop.shopId, { type: i % 2 ? 'RETURN_REFUND' : 'REFUND_ONLY' }))
  await createCase((await createShop()).shopId)
})

function nosOf(reply: Reply): string[] {
  return (at(reply, 'data') as { no: string }[]).map(({ no }) => no)
}

/** Every page of a list, and what happens between two of them. */
async function walk(query: string, key: string, between: () => Promise<unknown> = async () => {}): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: unknown = ''; cursor !== null; ) {
    const reply = mustBe(200, await get(`after-sales?${query}${cursor ? `&cursor=${cursor}` : ''}`, { key }))
    pages.push(nosOf(reply))
    cursor = at(reply, 'nextCursor')
    await between()
  }
  return pages
}

describe('the list of cases', () => {
  test('is newest first, and whole over its pages', async () => {
    const pages = await walk('limit=3', shop.agent)
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat()).toEqual(opened.toReversed())
  })

  test('neither repeats nor skips when cases open meanwhile', async () => {
    const before = opened.toReversed()
    const pages = await walk('limit=2', shop.agent, async () => opened.push(await createCase(shop.shopId)))
    expect(pages.flat()).toEqual(before)
  })

  test('can be by due time: soonest first, those without a clock last', async () => {
    const [first = '', second = '', third = ''] = opened
    mustBe(200, await post(`after-sales/${first}/approve`, {}, { key: shop.agent }))
    // its return is due in ten days, later than any review
    mustBe(200, await post(`after-sales/${second}/approve`, {}, { key: shop.agent }))
    mustBe(200, await post(`after-sales/${third}/withdraw`))
    const order = (await walk('sort=dueAt&limit=4', shop.agent)).flat()
    const rest = opened.slice(3)
    expect(order).toEqual([...rest, second, ...[first, third].sort()])
    expect(await walk('sort=dueAt&limit=100', shop.agent)).toEqual([order])
  })

  test('is filtered', async () => {
    const [first = '', second = '', third = ''] = opened
    const list = async (query: string) => nosOf(mustBe(200, await get(`after-sales?${query}`, { key: shop.agent })))
    expect(await list('status=CLOSED')).toEqual([third])
    expect(await list('waitingOn=GATEWAY')).toEqual([first])
    expect(await list('waitingOn=BUYER')).toEqual([second])
    expect(await list('type=RETURN_REFUND&status=AWAITING_RETURN')).toEqual([second])
    const orderNo = text(await get(`after-sales/${second}`), 'orderNo')
    expect(await list(`orderNo=${orderNo}`)).toEqual([second])
    expect(nosOf(await get(`after-sales?shopId=${shop.shopId}&limit=100`))).toHaveLength(opened.length)
    expect(nosOf(await get('after-sales?limit=100'))).toHaveLength(opened.length + 1)
  })

  test('takes no cursor of another order', async () => {
    const cursor = text(await get('after-sales?limit=1'), 'nextCursor')
    expect((await get(`after-sales?limit=1&sort=dueAt&cursor=${cursor}`)).status).toBe(422)
  })
})

describe('events and messages', () => {
  test('go back page by page', async () => {
    const no = await createCase(shop.shopId)
    for (const word of ['one', 'two', 'three']) mustBe(200, await post(`after-sales/${no}/messages`, { text: word }))
    const first = mustBe(200, await get(`after-sales/${no}/messages?limit=2`, { key: shop.agent }))
    expect(at(first, 'data')).toMatchObject([{ text: 'three' }, { text: 'two' }])
    const rest = mustBe(200, await get(`after-sales/${no}/messages?limit=2&cursor=${text(first, 'nextCursor')}`))
    expect(rest.body).toMatchObject({ data: [{ text: 'one' }], nextCursor: null })
    const events = mustBe(200, await get(`after-sales/${no}/events?limit=3`))
    expect(at(events, 'data')).toMatchObject([{ seq: 4 }, { seq: 3 }, { seq: 2 }])
    const applied = mustBe(200, await get(`after-sales/${no}/events?limit=3&cursor=${text(events, 'nextCursor')}`))
    expect(applied.body).toMatchObject({ data: [{ seq: 1, type: 'Applied' }], nextCursor: null })
  })
})

test('refunds are listed newest first, and a shop sees its own', async () => {
  for (let i = 0; i < 3; i++) {
    const no = text(mustBe(201, await post('after-sales', applicationBody(await createOrder(shop.shopId)))), 'no')
    mustBe(200, await post(`after-sales/${no}/approve`, {}, { key: shop.manager }))
  }
  const first = mustBe(200, await get('refunds?limit=2', { key: shop.manager }))
  const rest = mustBe(200, await get(`refunds?limit=2&cursor=${text(first, 'nextCursor')}`, { key: shop.manager }))
  const nos = [...nosOf(first), ...nosOf(rest)]
  expect(new Set(nos).size).toBe(4)
  expect(nos).toEqual(nos.toSorted().toReversed())
  expect(at(await get('refunds?status=STUCK'), 'data')).toEqual([])
  expect(at(await get('refunds', { key: (await createShop()).manager }), 'data')).toEqual([])
})
