import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { WEBHOOK_TYPES } from '@/lib/webhooks/domain/types'
import { database } from '@/tests/support/access'
import { at, call, createCase, createShop, get, mustBe, post, problemOf, text, useApi } from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'
import { startReceiver } from '@/tests/support/webhook-receiver'
import { letPass, workOff } from '@/tests/support/webhooks'

useDatabase()
useApi()

const URL = 'https://93.184.215.14/hooks'
let shop: Awaited<ReturnType<typeof createShop>>
let other: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  ;[shop, other] = [await createShop(), await createShop()]
})
beforeEach(() => allowPrivate(false))

function allowPrivate(allowed: boolean): void {
  process.env.AFTERDESK_WEBHOOK_ALLOW_PRIVATE = allowed ? '1' : '0'
  forgetEnv()
}

async function create(key?: string, body: object = { url: URL }) {
  return mustBe(201, await post('webhook-endpoints', body, key ? { key } : {}))
}

describe('an endpoint', () => {
  test('is made, read, listed and removed; its secret is shown once', async () => {
    const types = ['after_sale.created', 'refund.stuck']
    const made = await create(shop.manager, { url: ' HTTPS://93.184.215.14:8443/hooks ', types })
    const id = text(made, 'id')
    expect(made.body).toEqual({
      id,
      url: 'https://93.184.215.14:8443/hooks',
      types,
      createdAt: expect.stringMatching(/Z$/),
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    })
    const read = mustBe(200, await get(`webhook-endpoints/${id}`, { key: shop.manager }))
    expect(read.body).toMatchObject({
      id,
      types,
      previousSecretUntil: null,
      health: { state: 'OK', failures: 0, since: null, openUntil: null },
      waiting: 0,
    })
    expect(JSON.stringify(read.body)).not.toContain('whsec_')
    const listed = mustBe(200, await get('webhook-endpoints', { key: shop.manager }))
    expect(at(listed, 'data')).toContainEqual(read.body)
    const removed = await call('DELETE', `webhook-endpoints/${id}`, { key: shop.manager })
    expect([removed.status, removed.body]).toEqual([204, null])
    expect((await call('DELETE', `webhook-endpoints/${id}`, { key: shop.manager })).status).toBe(404)
    expect((await get(`webhook-endpoints/${id}`, { key: shop.manager })).status).toBe(404)
    const { rows } = await database.query(
      `SELECT "kind", "actorRole", "data" FROM "SettingChange" WHERE "shopId" = $1 AND "data"->>'id' = $2 ORDER BY "id"`,
      [shop.shopId, id],
    )
    const data = { id, url: 'https://93.184.215.14:8443/hooks' }
    expect(rows).toEqual([
      { kind: 'WebhookEndpointCreated', actorRole: 'MANAGER', data },
      { kind: 'WebhookEndpointDeleted', actorRole: 'MANAGER', data },
    ])
  })

  test('hears of everything when it names no types', async () => {
    for (const body of [{ url: URL }, { url: URL, types: null }])
      expect(at(await create(undefined, body), 'types')).toBeNull()
    expect(at(await create(undefined, { url: URL, types: WEBHOOK_TYPES }), 'types')).toEqual(WEBHOOK_TYPES)
  })

  test('is there twenty times and no more, also for many at once', async () => {
    const { manager } = await createShop()
    const replies = await Promise.all(
      Array.from({ length: 24 }, () => post('webhook-endpoints', { url: URL }, { key: manager })),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(20)
    for (const reply of replies.filter(({ status }) => status !== 201))
      expect(problemOf(reply)).toMatchObject({ status: 409, code: 'tooManyEndpoints' })
    const [page] = [mustBe(200, await get('webhook-endpoints?limit=15', { key: manager }))]
    const rest = mustBe(
      200,
      await get(`webhook-endpoints?limit=15&cursor=${text(page, 'nextCursor')}`, { key: manager }),
    )
    expect([at(page, 'data.length'), at(rest, 'data.length'), at(rest, 'nextCursor')]).toEqual([15, 5, null])
  })

  test.each([
    ['url', 'invalidUrl', { url: 'nonsense' }],
    ['url', 'schemeNotHttp', { url: 'ftp://example.com/' }],
    ['url', 'schemeNotHttp', { url: 'file:///etc/passwd' }],
    ['url', 'credentialsInUrl', { url: 'https://me:secret@example.com/' }],
    ['url', 'fragmentInUrl', { url: 'https://example.com/#part' }],
    ['url', 'fragmentInUrl', { url: 'https://example.com/#' }],
    ['url', 'tooBig', { url: `https://example.com/${'x'.repeat(2000)}` }],
    ['url', 'urlTooLong', { url: `https://example.com/${'围'.repeat(300)}` }],
    ['url', 'required', {}],
    ['url', 'invalidType', { url: 1 }],
    ['types', 'tooSmall', { url: URL, types: [] }],
    ['types.0', 'invalidValue', { url: URL, types: ['after_sale.exploded'] }],
    ['types.1', 'typeRepeated', { url: URL, types: ['refund.stuck', 'refund.stuck'] }],
    ['secret', 'unknownField', { url: URL, secret: 'whsec_mine' }],
  ])('with a fault of %s (%s) is not made', async (path, code, body) => {
    const reply = await post('webhook-endpoints', body)
    expect(problemOf(reply)).toEqual({ status: 422, code: 'invalidRequest', paths: [path] })
    expect(at(reply, 'errors.0.code')).toBe(code)
  })

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://[::1]:8080/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:3000/api/v1',
    'https://10.1.2.3/',
    'http://0.0.0.0/',
    'http://[fd00:ec2::254]/',
  ])('at %s is refused, unless private targets are allowed', async (url) => {
    const reply = await post('webhook-endpoints', { url })
    expect(problemOf(reply)).toEqual({ status: 422, code: 'invalidRequest', paths: ['url'] })
    expect(at(reply, 'errors.0.code')).toBe('targetPrivate')
    allowPrivate(true)
    mustBe(
      204,
      await call('DELETE', `webhook-endpoints/${text(await create(other.manager, { url }), 'id')}`, {
        key: other.manager,
      }),
    )
  })
})

describe('who may', () => {
  test('a manager’s key keeps its shop’s, the platform’s its own, an agent’s none, and nobody another’s', async () => {
    const id = text(await create(shop.manager), 'id')
    const platforms = text(await create(), 'id')
    const paths = (endpoint: string) =>
      [
        ['GET', `webhook-endpoints/${endpoint}`],
        ['DELETE', `webhook-endpoints/${endpoint}`],
        ['POST', `webhook-endpoints/${endpoint}/secret`],
        ['POST', `webhook-endpoints/${endpoint}/resume`],
        ['GET', `webhook-endpoints/${endpoint}/deliveries`],
        ['POST', `webhook-endpoints/${endpoint}/deliveries/wd_1/resend`],
      ] as const
    const all = (endpoint: string, key?: string) =>
      Promise.all(paths(endpoint).map(async ([method, path]) => (await call(method, path, key ? { key } : {})).status))
    const [absent, forbidden] = [paths(id).map(() => 404), paths(id).map(() => 403)]
    expect(await all(id, shop.agent)).toEqual(forbidden)
    for (const key of [other.agent, other.manager, undefined]) expect(await all(id, key)).toEqual(absent)
    for (const key of [shop.agent, shop.manager]) expect(await all(platforms, key)).toEqual(absent)
    expect(await all('we_none', shop.agent)).toEqual(absent)
    for (const [method, path] of [
      ['GET', 'webhook-endpoints'],
      ['POST', 'webhook-endpoints'],
    ] as const) {
      expect((await call(method, path, { key: shop.agent })).status).toBe(403)
      expect((await call(method, path, { key: null })).status).toBe(401)
    }
    const lists = [await get('webhook-endpoints', { key: shop.manager }), await get('webhook-endpoints')]
    const [ofShop = '', ofPlatform = ''] = lists.map((list) => JSON.stringify(list.body))
    expect([ofShop.includes(id), ofShop.includes(platforms)]).toEqual([true, false])
    expect([ofPlatform.includes(id), ofPlatform.includes(platforms)]).toEqual([false, true])
  })
})

describe('a secret', () => {
  test('is rotated with a day’s overlap', async () => {
    const made = await create(shop.manager)
    const id = text(made, 'id')
    const rotated = mustBe(200, await post(`webhook-endpoints/${id}/secret`, {}, { key: shop.manager }))
    expect(at(rotated, 'secret')).not.toBe(at(made, 'secret'))
    const left = Date.parse(text(rotated, 'previousValidUntil')) - Date.now()
    expect(Math.abs(left - 86_400_000)).toBeLessThan(60_000)
    const read = mustBe(200, await get(`webhook-endpoints/${id}`, { key: shop.manager }))
    expect(at(read, 'previousSecretUntil')).toBe(at(rotated, 'previousValidUntil'))
  })

  test('is repeated to a repeated request, and is nowhere in the database', async () => {
    const named = { key: shop.manager, headers: { 'Idempotency-Key': 'once' } }
    const first = mustBe(201, await post('webhook-endpoints', { url: URL }, named))
    const again = mustBe(201, await post('webhook-endpoints', { url: URL }, named))
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    const key = { headers: { 'Idempotency-Key': 'a key' } }
    const made = mustBe(200, await post('sandbox/shop-keys', { shopId: shop.shopId, role: 'AGENT' }, key))
    const { rows } = await database.query<{ table: string; text: string }>(
      `SELECT 'endpoint' AS "table", e::text AS "text" FROM "WebhookEndpoint" e UNION ALL SELECT 'answer', k::text FROM "IdempotencyKey" k
       UNION ALL SELECT 'change', c::text FROM "SettingChange" c`,
    )
    const secrets = [text(first, 'secret').slice(6), text(made, 'key').slice(16)]
    for (const secret of secrets) expect(rows.filter((row) => row.text.includes(secret))).toEqual([])
  })
})

test('deliveries are listed by status and sent again', async () => {
  allowPrivate(true)
  const receiver = await startReceiver()
  try {
    const mine = await createShop()
    const key = { key: mine.manager }
    const id = text(await create(mine.manager, { url: receiver.url, types: ['after_sale.created'] }), 'id')
    receiver.plan('take', 'fail', 'fail')
    await createCase(mine.shopId)
    await workOff()
    const no = await createCase(mine.shopId)
    await workOff()
    await letPass(id, 3 * 86_400_000)
    await workOff()
    const list = async (query = '') => mustBe(200, await get(`webhook-endpoints/${id}/deliveries${query}`, key))
    expect(at(await list(), 'data.length')).toBe(2)
    const failed = await list('?status=FAILED')
    expect(at(failed, 'data')).toMatchObject([
      {
        afterSaleNo: no,
        type: 'after_sale.created',
        status: 'FAILED',
        attempts: 2,
        lastStatusCode: 500,
        lastError: 'badStatus',
        nextAttemptAt: null,
      },
    ])
    const first = await list('?limit=1')
    const second = await list(`?limit=1&cursor=${text(first, 'nextCursor')}`)
    expect([at(first, 'data.0.id'), at(second, 'data.0.status'), at(second, 'nextCursor')]).toEqual([
      at(failed, 'data.0.id'),
      'DELIVERED',
      null,
    ])
    const path = `webhook-endpoints/${id}/deliveries/${text(failed, 'data.0.id')}/resend`
    expect(at(mustBe(200, await post(path, {}, key)), 'status')).toBe('PENDING')
    expect(problemOf(await post(path, {}, key))).toMatchObject({ status: 409, code: 'deliveryPending' })
    await workOff()
    expect(receiver.seen.at(-1)?.id).toBe(at(failed, 'data.0.webhookId'))
    expect(at(await list('?status=DELIVERED'), 'data.length')).toBe(2)
    expect((await post(`webhook-endpoints/${id}/deliveries/wd_none/resend`, {}, key)).status).toBe(404)
    mustBe(200, await post(`webhook-endpoints/${id}/resume`, {}, key))
  } finally {
    await receiver.close()
  }
})
