import pg from 'pg'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withinRateLimit } from '@/lib/api/rate-limit'
import { createLimiters, WINDOW_S } from '@/lib/api/rate-limit-store'
import { createKey } from '@/lib/auth/api-keys'
import { pool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { database } from '@/tests/support/access'
import { createShop, get, mustBe, problemOf, type Reply, useApi } from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'

const { url } = useDatabase()
useApi()

function configure(variables: Record<string, string>): void {
  Object.assign(process.env, variables)
  forgetEnv()
}

beforeEach(() =>
  configure({ AFTERDESK_SANDBOX: '0', AFTERDESK_RATE_LIMIT_PLATFORM: '', AFTERDESK_RATE_LIMIT_SHOP: '' }),
)
afterEach(() => configure({ AFTERDESK_SANDBOX: '1', AFTERDESK_RATE_LIMIT_PLATFORM: '', AFTERDESK_RATE_LIMIT_SHOP: '' }))

async function shopKey(): Promise<string> {
  configure({ AFTERDESK_SANDBOX: '1' })
  const { agent } = await createShop()
  configure({ AFTERDESK_SANDBOX: '0' })
  return agent
}

const platformKey = async () => String(await createKey({ name: 'platform', shopId: null }))

const toldBy = ({ headers }: Reply) => ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))

describe('every answer of a key tells what is left of its minute', () => {
  test.each([
    ['the platform’s', platformKey, '6000'],
    ['a shop’s', shopKey, '600'],
  ])('%s', async (_, makeKey, limit) => {
    const key = await makeKey()
    const replies = [await get('after-sales', { key }), await get('after-sales/AS0', { key })]
    replies.push(await get('after-sales?status=NONE', { key }))
    expect(replies.map(({ status }) => status)).toEqual([200, 404, 422])
    const left = [1, 2, 3].map((asked) => String(Number(limit) - asked))
    expect(replies.map((reply) => toldBy(reply).slice(0, 2))).toEqual(left.map((remaining) => [limit, remaining]))
    for (const reply of replies) {
      expect(Number(toldBy(reply)[2])).toBeGreaterThanOrEqual(1)
      expect(Number(toldBy(reply)[2])).toBeLessThanOrEqual(WINDOW_S)
    }
  })

  test('of a wrong one nothing', async () => {
    const reply = await get('after-sales', { key: `ak_shop_${'x'.repeat(43)}` })
    expect(problemOf(reply)).toEqual({ status: 401, code: 'unauthenticated' })
    expect(toldBy(reply)).toEqual([null, null, null])
  })
})

describe('one too many', () => {
  test('is 429, says when to come again, and does nothing', async () => {
    configure({ AFTERDESK_RATE_LIMIT_SHOP: '3' })
    const key = await shopKey()
    for (const left of ['2', '1', '0']) expect(toldBy(mustBe(200, await get('after-sales', { key })))[1]).toBe(left)
    // the first is told by the database, the second by what this process remembers
    for (let again = 0; again < 2; again++) {
      const refused = await get('after-sales', { key })
      expect(problemOf(refused)).toEqual({ status: 429, code: 'tooManyRequests' })
      expect(toldBy(refused)).toEqual(['3', '0', refused.headers.get('retry-after')])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(WINDOW_S)
    }
  })

  test('of one key is not one of another', async () => {
    configure({ AFTERDESK_RATE_LIMIT_SHOP: '1', AFTERDESK_RATE_LIMIT_PLATFORM: '1' })
    const keys = [await shopKey(), await shopKey(), await platformKey()]
    for (const key of keys) mustBe(200, await get('after-sales', { key }))
    for (const key of keys) mustBe(429, await get('after-sales', { key }))
  })

  test('at the same instant is as many as came', async () => {
    configure({ AFTERDESK_RATE_LIMIT_SHOP: '5' })
    const key = await shopKey()
    const replies = await Promise.all(Array.from({ length: 12 }, () => get('after-sales', { key })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('is counted by all processes together', async () => {
    const pools = [0, 1].map(() => new pg.Pool({ connectionString: url() }))
    try {
      const processes = pools.map((one) => createLimiters(one, 6, false).shared)
      const asked = await Promise.allSettled(
        Array.from({ length: 10 }, (_, index) => processes[index % 2]?.consume('shared')),
      )
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
      const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
      expect(refused.every((reason) => reason instanceof RateLimiterRes)).toBe(true)
    } finally {
      await Promise.all(pools.map((one) => one.end()))
    }
  })

  test('is over with its window', async () => {
    configure({ AFTERDESK_RATE_LIMIT_PLATFORM: '1' })
    const key = { id: 'window', kind: 'PLATFORM' } as const
    const ask = () => withinRateLimit(key, async () => ({ status: 200, body: null }))
    expect((await ask()).status).toBe(200)
    const other = createLimiters(pool(), 1, false).shared
    await expect(other.consume('window')).rejects.toBeInstanceOf(RateLimiterRes)
    await database.query(`UPDATE "ApiRateLimit" SET "expire" = 0 WHERE "key" = 'key:window'`)
    // another process, which remembers no refusal
    await expect(createLimiters(pool(), 1, false).shared.consume('window')).resolves.toMatchObject({
      consumedPoints: 1,
    })
  })
})

test('0 is no limit, and in the sandbox there is none', async () => {
  configure({ AFTERDESK_RATE_LIMIT_SHOP: '0', AFTERDESK_RATE_LIMIT_PLATFORM: '1' })
  const unlimited = await shopKey()
  for (let again = 0; again < 3; again++)
    expect(toldBy(mustBe(200, await get('after-sales', { key: unlimited })))[0]).toBeNull()
  configure({ AFTERDESK_SANDBOX: '1' })
  const key = await platformKey()
  for (let again = 0; again < 3; again++) expect(toldBy(mustBe(200, await get('after-sales', { key })))[0]).toBeNull()
})

test('who cannot be counted by all is counted by this process, and goes on', async () => {
  configure({ AFTERDESK_RATE_LIMIT_PLATFORM: '2' })
  const key = await platformKey()
  await database.query(`ALTER TABLE "ApiRateLimit" RENAME TO "ApiRateLimit_gone"`)
  try {
    const replies = [await get('after-sales', { key }), await get('after-sales', { key })]
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(toldBy(await get('after-sales', { key }))).toEqual(['2', '0', expect.any(String)])
    mustBe(429, await get('after-sales', { key }))
  } finally {
    await database.query(`ALTER TABLE "ApiRateLimit_gone" RENAME TO "ApiRateLimit"`)
  }
})
