import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { reading } from '@/lib/api/endpoint'
import {
  applicationBody,
  at,
  call,
  createCase,
  createOrder,
  createShop,
  get,
  orderBody,
  PLATFORM_KEY,
  post,
  problemOf,
  put,
  shopBody,
  useApi,
} from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
let orderNo: string
let no: string
beforeAll(async () => {
  shop = await createShop()
  orderNo = await createOrder(shop.shopId)
  no = await createCase(shop.shopId)
})

const invalid = (...paths: string[]) => ({ status: 422, code: 'invalidRequest', paths })

describe('a body', () => {
  const asJson = { 'Content-Type': 'application/json' }

  test.each<[string, string | Uint8Array]>([
    ['cut off', '{"orderNo": "x"'],
    ['not JSON', 'orderNo=x'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
    ['only white space', '  '],
  ])('that is %s is 400', async (_name, body) => {
    expect(problemOf(await post('after-sales', body, { headers: asJson }))).toMatchObject({
      status: 400,
      code: 'invalidJson',
    })
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk', 'application/jsonx'])(
    'of type %s is 415',
    async (type) => {
      const reply = await post('after-sales', '{}', { headers: { 'Content-Type': type } })
      expect(problemOf(reply)).toMatchObject({ status: 415, code: 'unsupportedMediaType' })
    },
  )

  test('may name its charset', async () => {
    const reply = await post(`after-sales/${no}/messages/read`, '{}', {
      headers: { 'Content-Type': 'application/json; charset=UTF-8' },
    })
    expect(reply.status).toBe(200)
  })

  test('above 1 MB is 413, whether it says so or not', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_048_576) })
    expect(problemOf(await post(`after-sales/${no}/messages`, body))).toMatchObject({
      status: 413,
      code: 'bodyTooLarge',
    })
    const lying = await post(`after-sales/${no}/messages`, body, { headers: { 'Content-Length': '2' } })
    expect(lying.status).toBe(413)
  })

  test.each<[string, string, string]>([
    ['an array', '[]', ''],
    ['null', 'null', ''],
    ['a string', '"x"', ''],
    ['a number', '1', ''],
  ])('that is %s is 422', async (_name, body, path) => {
    expect(problemOf(await post('after-sales', body))).toEqual(invalid(path))
  })

  test('nested without end is 422', async () => {
    for (const body of [
      '['.repeat(500_000) + ']'.repeat(500_000),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    ]) {
      const reply = await post('after-sales', body)
      expect(reply.status).toBe(422)
      expect(at(reply, 'errors.0.code')).toBe('nestedTooDeeply')
    }
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'with the key %s is refused by its name',
    async (key) => {
      const body = JSON.stringify(applicationBody(orderNo)).replace('{', `{"${key}":{"admin":true},`)
      expect(problemOf(await post('after-sales', body))).toEqual(invalid(key))
    },
  )

  test('with NUL or half a character is refused by its path', async () => {
    for (const bad of ['\\u0000', '\\ud800', '\\udc00x']) {
      const body = `{"text": "a${bad}"}`
      expect(problemOf(await post(`after-sales/${no}/messages`, body))).toEqual(invalid('text'))
      const nested = JSON.stringify(shopBody()).replace('纺都路', bad)
      expect(problemOf(await put('shops/s1', nested))).toEqual(invalid('returnAddress.detail'))
    }
  })
})

describe('an application', () => {
  const line = { lineNo: 1, quantity: 1, amountFen: 100 }

  test.each<[string, object, string[]]>([
    ['an unknown field', { colour: 'grey' }, ['colour']],
    ['a file named twice', { attachmentIds: ['file_a', 'file_a'] }, ['attachmentIds.1']],
    ['a file that is no name', { attachmentIds: ['../a'] }, ['attachmentIds.0']],
    ['seven files', { attachmentIds: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, ['attachmentIds']],
    ['an unknown field of a line', { lines: [{ ...line, foo: 1 }] }, ['lines.0.foo']],
    ['no lines', { lines: [] }, ['lines']],
    ['lines that are none', { lines: 'x' }, ['lines']],
    ['an amount of nothing', { lines: [{ ...line, amountFen: 0 }] }, ['lines.0.amountFen']],
    ['an amount below nothing', { lines: [line, { ...line, lineNo: 2, amountFen: -1 }] }, ['lines.1.amountFen']],
    ['half a fen', { lines: [{ ...line, amountFen: 1.5 }] }, ['lines.0.amountFen']],
    ['an amount in letters', { lines: [{ ...line, amountFen: '100' }] }, ['lines.0.amountFen']],
    ['an endless amount', { lines: [{ ...line, amountFen: 1e300 }] }, ['lines.0.amountFen']],
    ['an amount no column holds', { lines: [{ ...line, amountFen: 3_000_000_000 }] }, ['lines.0.amountFen']],
    ['a line number no column holds', { lines: [{ ...line, lineNo: 2 ** 40 }] }, ['lines.0.lineNo']],
    ['an unknown type', { type: 'GIFT' }, ['type']],
    ['an unknown reason', { reason: 'BECAUSE' }, ['reason']],
    ['no reason', { reason: undefined }, ['reason']],
    ['a description without end', { description: '长'.repeat(2001) }, ['description']],
    ['an order number of letters beyond', { orderNo: '订单' }, ['orderNo']],
    ['two faults', { type: null, reason: 1 }, ['type', 'reason']],
  ])('with %s is 422 by its path', async (_name, change, paths) => {
    expect(problemOf(await post('after-sales', applicationBody(orderNo, change)))).toEqual(invalid(...paths))
  })

  test('that names a line twice is 422', async () => {
    const reply = await post('after-sales', applicationBody(orderNo, { lines: [line, line] }))
    expect(problemOf(reply)).toEqual({ status: 422, code: 'orderLineRepeated', paths: ['lines.1.lineNo'] })
  })
})

describe('an act', () => {
  test.each<[string, object, string[]]>([
    ['approve', { returnAddress: 'x' }, ['returnAddress']],
    ['approve', { version: '1' }, ['version']],
    ['approve', { version: 0 }, ['version']],
    ['reject', {}, ['reasonCode', 'text']],
    ['reject', { reasonCode: 'NO', text: 1 }, ['reasonCode', 'text']],
    ['contacts', { channel: 'PHONE', outcome: 'MAYBE', note: '' }, ['outcome']],
    ['confirm-receipt', { attachmentIds: 'x' }, ['attachmentIds']],
    ['messages', { text: '  ' }, ['text']],
    ['messages', { text: 'x'.repeat(2001) }, ['text']],
  ])('%s with %j is 422 by its path', async (act, body, paths) => {
    expect(problemOf(await post(`after-sales/${no}/${act}`, body, { key: shop.agent }))).toEqual(invalid(...paths))
  })

  test('a contact that reached the buyer needs a note', async () => {
    const reply = await post(
      `after-sales/${no}/contacts`,
      { channel: 'PHONE', outcome: 'REACHED', note: ' ' },
      { key: shop.agent },
    )
    expect(problemOf(reply)).toEqual({ status: 422, code: 'invalidRequest', paths: ['note'] })
  })
})

describe('a query', () => {
  test.each<[string, string[]]>([
    ['foo=1', ['foo']],
    ['limit=0', ['limit']],
    ['limit=101', ['limit']],
    ['limit=1e1', ['limit']],
    ['limit=', ['limit']],
    ['limit=10&limit=20', ['limit']],
    ['status=OPEN', ['status']],
    ['status=', ['status']],
    ['waitingOn=ME', ['waitingOn']],
    ['sort=amount', ['sort']],
    ['cursor=nonsense', ['cursor']],
    ['cursor=', ['cursor']],
    ['cursor=W10', ['cursor']],
    ['shopId=%00', ['shopId']],
    ['orderNo=%ED%A0%80', ['orderNo']],
  ])('%s is 422 by its name', async (query, paths) => {
    expect(problemOf(await get(`after-sales?${query}`))).toEqual(invalid(...paths))
  })

  test('of one case takes nothing', async () => {
    expect(problemOf(await get(`after-sales/${no}?expand=1`))).toEqual(invalid('expand'))
    expect(problemOf(await get(`refunds?status=LOST`))).toEqual(invalid('status'))
    expect(problemOf(await get(`refunds?cursor=x`))).toEqual(invalid('cursor'))
    expect(problemOf(await get(`after-sales/${no}/events?cursor=W10`))).toEqual(invalid('cursor'))
  })
})

describe('an order', () => {
  const lineOf = (change: object) => ({
    lines: [{ lineNo: 1, sku: 'a', title: 'b', quantity: 1, paidFen: 1, ...change }],
  })

  test.each<[string, object, string[]]>([
    ['totalFen below its lines', { totalFen: 19_999 }, ['totalFen']],
    ['another currency', { currency: 'USD' }, ['currency']],
    ['a payment without a zone', { paidAt: '2026-03-25T08:00:00' }, ['paidAt']],
    ['a payment on no day', { paidAt: '2026-02-30T08:00:00Z' }, ['paidAt']],
    ['a payment before all computers', { paidAt: '0001-01-01T00:00:00Z' }, ['paidAt']],
    ['a payment in the future', { paidAt: '2999-01-01T00:00:00Z' }, ['paidAt']],
    ['a buyer without id', { buyer: { name: 'x' } }, ['buyer.id']],
    [
      'a line number twice',
      { lines: [1, 1].map((lineNo) => ({ lineNo, sku: 'a', title: 'b', quantity: 1, paidFen: 1 })) },
      ['lines.1.lineNo'],
    ],
    ['a picture that is no address', lineOf({ imageUrl: 'javascript:alert(1)' }), ['lines.0.imageUrl']],
    ['a line of nothing', lineOf({ quantity: 0 }), ['lines.0.quantity']],
    ['an unknown field of its buyer', { buyer: { id: 'b', name: 'x', age: 1 } }, ['buyer.age']],
  ])('with %s is 422 by its path', async (_name, change, paths) => {
    expect(problemOf(await put('orders/order-x', orderBody(shop.shopId, change)))).toEqual(invalid(...paths))
    expect((await get('orders/order-x')).status).toBe(404)
  })

  test('is put under a name that can be one', async () => {
    expect(problemOf(await put('orders/%20', orderBody(shop.shopId)))).toEqual(invalid('orderNo'))
    expect(problemOf(await put('orders/a%00', orderBody(shop.shopId)))).toEqual(invalid('orderNo'))
    expect((await get('orders/a%00')).status).toBe(404)
    expect((await get('after-sales/%00')).status).toBe(404)
    expect((await post('after-sales/%00/approve')).status).toBe(404)
  })
})

describe('a path', () => {
  test('that is nothing is 404, a method that it has not 405', async () => {
    expect(problemOf(await get('nothing/at/all'))).toMatchObject({ status: 404, code: 'notFound' })
    const reply = await call('DELETE', `after-sales/${no}`)
    expect(problemOf(reply)).toMatchObject({ status: 405, code: 'methodNotAllowed' })
    expect(reply.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })
})

test('a defect of ours is 500, and tells nothing but the id under which it was logged', async () => {
  const broken = reading({
    summary: 'Breaks',
    answer: z.never(),
    query: z.strictObject({}),
    run: async () => Promise.reject(new Error('password=1234')),
  })
  const request = new Request('http://afterdesk.test/api/v1/x', {
    headers: { Authorization: `Bearer ${PLATFORM_KEY}` },
  })
  const response = await broken.handle(request, {})
  const body = await response.text()
  expect(response.status).toBe(500)
  expect(body).not.toContain('1234')
  expect(JSON.parse(body)).toMatchObject({ code: 'internalError', requestId: response.headers.get('x-request-id') })
})
