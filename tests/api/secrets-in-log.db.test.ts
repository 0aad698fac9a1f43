import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createKey } from '@/lib/auth/api-keys'
import { forgetEnv } from '@/lib/env'
import { mintLinkToken } from '@/lib/invitations/link-token'
import { createLogger, logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { database } from '@/tests/support/access'
import { get, mustBe, PLATFORM_KEY, post, useApi } from '@/tests/support/api'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

const lines: string[] = []

beforeAll(() => {
  process.env.LOG_LEVEL = 'trace'
  forgetEnv()
  // before anybody asks for the process's own
  processWide('logger', () => createLogger({ write: (line) => void lines.push(line) }))
})

afterEach(() => {
  lines.length = 0
})

const logged = () => lines.join('')

describe('a key is never logged', () => {
  test.each([
    ['as a field', (key: string) => logger().info({ key, apiKey: key, token: key }, 'x')],
    ['in a header', (key: string) => logger().info({ req: { headers: { authorization: `Bearer ${key}` } } }, 'x')],
    ['in an address', (key: string) => logger().info({ url: `/api/v1/after-sales?api_key=${key}&limit=1` }, 'x')],
    ['in a sentence', (key: string) => logger().warn(`refused ${key}, as it is revoked`)],
    ['in an error', (key: string) => logger().error({ err: new Error(`bad ${key}`, { cause: new Error(key) }) }, 'x')],
    ['deep down', (key: string) => logger().debug({ a: { b: { c: [{ d: key }] } } }, 'x')],
  ])('%s', async (_, log) => {
    const key = String(await createKey({ name: 'x', shopId: null }))
    const secret = `whsec_${Buffer.from(key).toString('base64')}`
    const { token } = mintLinkToken()
    for (const opener of [key, PLATFORM_KEY, secret, token, `/invite/${token}`]) {
      log(opener)
      expect(logged()).not.toBe('')
      expect(logged()).not.toContain(opener)
      expect(logged()).not.toContain(opener.slice(20))
      for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
      lines.length = 0
    }
  })

  test('but what it is called by stays, to find it again', async () => {
    const key = String(await createKey({ name: 'x', shopId: null }))
    logger().warn(`found ${key}`)
    expect(logged()).toContain(`${key.slice(0, 'ak_platform_'.length + 8)}[redacted]`)
  })
})

test('no line of a request holds its key: neither when it succeeds, nor when it is refused, nor when it fails', async () => {
  const key = String(await createKey({ name: 'x', shopId: null }))
  const wrong = `ak_shop_${'x'.repeat(43)}`
  for (const sent of [key, wrong, PLATFORM_KEY]) {
    await get(`after-sales?api_key=${encodeURIComponent(sent)}`, { key: sent })
    await get(`after-sales/${encodeURIComponent(sent)}`, { key: sent })
    await post('after-sales', `{"key": "${sent}"`, { key: sent })
  }
  await database.query(`ALTER TABLE "AfterSale" RENAME TO "AfterSale_gone"`)
  try {
    for (const sent of [key, PLATFORM_KEY])
      mustBe(500, await get('after-sales', { key: sent, headers: { 'x-api-key': sent } }))
  } finally {
    await database.query(`ALTER TABLE "AfterSale_gone" RENAME TO "AfterSale"`)
  }
  expect(lines.length).toBeGreaterThanOrEqual(2)
  for (const sent of [key, wrong, PLATFORM_KEY]) expect(logged()).not.toContain(sent.slice(20))
})
