import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { GET, HEAD } from '@/app/api/desk/export/cases/route'
import { pool } from '@/lib/db/pool'
import { database } from '@/tests/support/access'
import { hire, signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { AGENT, act, apply, BUYER, createOrder, makeOverdue, mustSucceed, openCase } from '@/tests/support/cases'
import { parseCsv } from '@/tests/support/csv'
import { useDatabase } from '@/tests/support/database'
import { createMany } from '@/tests/support/many-cases'
import { sent } from '@/tests/support/next-request'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => sent.headers.get('accept-language') ?? 'zh-CN' }))

useDatabase()
useBrowser()

const NO = '售后单号'

async function ask(query = '', signal?: AbortSignal): Promise<Response> {
  return GET(new Request(`http://desk.test/api/desk/export/cases${query}`, signal ? { signal } : {}))
}

async function read(query = ''): Promise<{ [column: string]: string | undefined }[]> {
  const response = await ask(query)
  expect(response.status).toBe(200)
  const [names = [], ...rows] = parseCsv(await response.text())
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]])))
}

const nosOf = async (query?: string) => (await read(query)).map((row) => row[NO])
const newShop = () => `shop-${randomUUID()}`

describe('a manager', () => {
  test('gets what the filter shows, in the order of the queue', async () => {
    const shopId = newShop()
    const later = await openCase('REFUND_ONLY', shopId)
    const soon = await openCase('RETURN_REFUND', shopId)
    const closed = await openCase('REFUND_ONLY', shopId)
    mustSucceed(await act(closed.no, BUYER, { type: 'withdraw' }))
    await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + interval '1 hour' WHERE "no" = $1`, [soon.no])
    await signInAs('MANAGER', shopId)
    expect(await nosOf()).toEqual([soon.no, later.no])
    expect(await nosOf('?type=REFUND_ONLY')).toEqual([later.no])
    expect(await nosOf('?within=2')).toEqual([soon.no])
    expect(await nosOf('?min=128.01')).toEqual([])
    expect(await nosOf('?tab=CLOSED')).toEqual([closed.no])
    expect(await nosOf('?tab=ALL')).toEqual([closed.no, soon.no, later.no])
    expect(await nosOf(`?search=${later.no.toLowerCase()}`)).toEqual([later.no])
    expect(await nosOf(`?search=${encodeURIComponent("';--")}`)).toEqual([])
  })

  test('gets every case of the shop and none of another', async () => {
    const [shopId, theirs] = [newShop(), newShop()]
    const { no } = await openCase('REFUND_ONLY', shopId)
    const other = await openCase('REFUND_ONLY', theirs)
    await signInAs('MANAGER', shopId)
    expect(await nosOf('?tab=ALL')).toEqual([no])
    expect(await nosOf(`?tab=ALL&search=${other.no}`)).toEqual([])
    expect(await nosOf(`?shop=${shopId}`)).toEqual([no])
  })

  test('of several shops gets the one that his screen shows', async () => {
    const [shown, other] = [newShop(), newShop()]
    await openCase('REFUND_ONLY', other)
    const { no } = await openCase('REFUND_ONLY', shown)
    await signIn(await hire({ shops: { [shown]: 'MANAGER', [other]: 'MANAGER' } }))
    sent.cookies.set('shop', other)
    expect(await nosOf(`?shop=${shown}`)).toEqual([no])
  })

  test('sees what the clock has decided by now (R0.3)', async () => {
    const shopId = newShop()
    const { no } = await openCase('REFUND_ONLY', shopId)
    await makeOverdue([no])
    await signInAs('MANAGER', shopId)
    const [row] = await read('?tab=ALL')
    expect(row).toMatchObject({ [NO]: no, 状态: '退款中', 退款来源: '逾期未处理', '退款金额（元）': '128.00' })
    expect(await nosOf('?tab=MERCHANT')).toEqual([])
  })

  test('gets it in his language, as a file of the shop and the day that nobody stores', async () => {
    const shopId = newShop()
    const { no } = await openCase('REFUND_ONLY', shopId)
    await signInAs('MANAGER', shopId)
    sent.headers.set('accept-language', 'en')
    const response = await ask()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+\.csv"; filename\*=UTF-8''%E5%8D%97%E6%A0%80%E7%BB%87%E7%89%A9-after-sales-\d{4}-\d\d-\d\d\.csv$/,
      ),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString()
    expect(text.slice(1)).toMatch(/^Case no\.,Type,Status,/)
    expect(text).toContain(`\r\n${no},Refund only,`)
    expect(text.endsWith('\r\n')).toBe(true)
  })
})

test('hostile words stay words', async () => {
  const shopId = newShop()
  const title = '=cmd|"/C calc"!A0,\r\n第二行 "引号" 🧣'
  const { orderNo } = await createOrder({ shopId })
  await database.query(`UPDATE "OrderLine" SET "title" = $2 WHERE "orderNo" = $1`, [orderNo, title])
  await database.query(
    `UPDATE "Order" SET "buyerName" = '＋8613800006021 王', "buyerPhone" = '13800006021' WHERE "no" = $1`,
    [orderNo],
  )
  mustSucceed(await apply(orderNo, { description: '打我电话 13800006021' }))
  await signInAs('MANAGER', shopId)
  const [row, ...others] = await read('?tab=ALL')
  expect(others).toEqual([])
  expect(row).toMatchObject({ 商品: `'${title}`, 买家: "'＋8613800006021 **" })
  expect(Object.values(row ?? {}).join()).not.toContain('打我电话')
})

describe('nobody else gets anything', () => {
  const [own, other] = [newShop(), newShop()]
  test.each([
    ['an agent of the shop', () => signInAs('AGENT', own), '', 403],
    ['an agent who names his shop', () => signInAs('AGENT', own), `?shop=${own}`, 403],
    ['a manager of another shop', () => signInAs('MANAGER', other), `?shop=${own}`, 404],
    [
      'a manager there who is agent here',
      async () => signIn(await hire({ shops: { [own]: 'AGENT', [other]: 'MANAGER' } })),
      `?shop=${own}`,
      403,
    ],
    ['support', async () => signIn(await hire({ support: true })), `?shop=${own}`, 404],
    ['support that names none', async () => signIn(await hire({ support: true })), '', 404],
    ['nobody', () => {}, `?shop=${own}`, 401],
  ])('%s', async (_, enter, query, status) => {
    await enter()
    const response = await ask(query)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/json'])
    expect((await HEAD(new Request(`http://desk.test/${query}`))).status).toBe(status)
  })
})

describe('many cases', { timeout: 60_000 }, () => {
  let shopId = ''
  beforeAll(async () => {
    await createMany(5000, 3_600_000)
    const { rows } = await database.query<{ shopId: string }>(
      `SELECT "shopId" FROM "AfterSale" GROUP BY "shopId" HAVING count(*) > 5000`,
    )
    shopId = rows[0]?.shopId ?? ''
  }, 120_000)

  test('come in batches, whole, and the database is free when the client leaves early', async () => {
    await signInAs('MANAGER', shopId)
    const nos = await nosOf()
    expect([nos.length, new Set(nos).size]).toEqual([5001, 5001])

    const response = await ask()
    const reader = response.body?.getReader()
    await reader?.read()
    // it waits for its reader, with the snapshot open
    await vi.waitFor(async () => expect(await countOpenCursors()).toBe(1))
    expect((await ask()).status).toBe(429)
    await reader?.cancel()
    await vi.waitFor(async () => expect(await countOpenCursors()).toBe(0))

    const gone = new AbortController()
    const aborted = await ask('', gone.signal)
    await aborted.body?.getReader().read()
    gone.abort()
    await vi.waitFor(async () => expect(await countOpenCursors()).toBe(0))
    await vi.waitFor(async () => expect(pool().idleCount).toBe(pool().totalCount))
    expect((await nosOf()).length).toBe(5001)
  })

  test('all stand as they stood at one instant', async () => {
    await signInAs('MANAGER', shopId)
    const last = (await nosOf()).at(-1) ?? ''
    const response = await ask()
    const reader = response.body?.getReader()
    const first = await reader?.read()
    await vi.waitFor(async () => expect(await countOpenCursors()).toBe(1))
    mustSucceed(await act(last, AGENT, { type: 'approve' }))
    let text = Buffer.from(first?.value ?? []).toString()
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
      text += Buffer.from(next.value).toString()
    expect(parseCsv(text).at(-1)?.slice(0, 3)).toEqual([last, '仅退款', '待商家处理'])
  })
})

async function countOpenCursors(): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `SELECT count(*) AS n FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE 'FETCH%'`,
  )
  return rows[0]?.n ?? 0
}
