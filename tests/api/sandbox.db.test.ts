import { describe, expect, test } from 'vitest'
import { GET as getHealth } from '@/app/api/health/route'
import { createKey } from '@/lib/auth/api-keys'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { database } from '@/tests/support/access'
import { at, createCase, createShop, get, mustBe, post, problemOf, useApi } from '@/tests/support/api'
import { DAY, HOUR, makeOverdue } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

describe('the clock', () => {
  test('goes forward, and everything due is decided before it answers', async () => {
    const { shopId } = await createShop()
    const nos = await Promise.all(Array.from({ length: 5 }, () => createCase(shopId)))
    const before = mustBe(200, await get('sandbox/clock'))
    const moved = mustBe(200, await post('sandbox/clock', { advanceMs: 3 * DAY }))
    expect(at(moved, 'offsetMs')).toBe(Number(at(before, 'offsetMs')) + 3 * DAY)
    expect(Date.parse(String(at(moved, 'now'))) - Date.parse(String(at(before, 'now')))).toBeGreaterThanOrEqual(3 * DAY)
    const { rows } = await database.query(`SELECT DISTINCT "status" FROM "AfterSale" WHERE "no" = ANY ($1)`, [nos])
    expect(rows).toEqual([{ status: 'REFUNDING' }])
  })

  test('moved twice under one key moves once', async () => {
    const move = () => post('sandbox/clock', { advanceMs: HOUR }, { headers: { 'Idempotency-Key': 'once' } })
    const first = mustBe(200, await move())
    expect(mustBe(200, await move()).body).toEqual(first.body)
    expect(at(await get('sandbox/clock'), 'offsetMs')).toBe(at(first, 'offsetMs'))
  })

  test.each([0, -1, 1.5, 400 * DAY + 1, '1', null])('does not move by %j', async (advanceMs) => {
    expect(problemOf(await post('sandbox/clock', { advanceMs }))).toMatchObject({ status: 422, paths: ['advanceMs'] })
  })

  test('is not there outside the sandbox', async () => {
    process.env.AFTERDESK_SANDBOX = '0'
    forgetEnv()
    try {
      for (const reply of [
        await get('sandbox/clock'),
        await post('sandbox/clock', { advanceMs: 1 }),
        await post('sandbox/shop-keys', {}),
      ])
        expect(problemOf(reply)).toMatchObject({ status: 404, code: 'notFound' })
    } finally {
      process.env.AFTERDESK_SANDBOX = '1'
      forgetEnv()
    }
  })
})

describe('a key', () => {
  test('is made for shops that are there', async () => {
    expect(await createKey({ name: 'x', shopId: 'none', role: 'AGENT' })).toBeNull()
    expect((await post('sandbox/shop-keys', { shopId: 'none', role: 'AGENT' })).status).toBe(404)
    expect(problemOf(await post('sandbox/shop-keys', { shopId: 's', role: 'BOSS' }))).toMatchObject({ paths: ['role'] })
  })
})

describe('health', () => {
  test('says how far the clock is behind', async () => {
    expect(await (await getHealth()).json()).toEqual({
      status: 'ok',
      database: 'ok',
      worker: { lastSweepAt: null, lagMs: 0 },
    })
    const { shopId } = await createShop()
    await makeOverdue([await createCase(shopId)])
    const { worker } = await (await getHealth()).json()
    expect(worker.lagMs).toBeGreaterThanOrEqual(60_000)
  })

  test('is 503 while the database does not answer', async () => {
    const url = process.env.DATABASE_URL
    await closePool()
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'
    forgetEnv()
    try {
      const response = await getHealth()
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({ status: 'down', database: 'down', worker: { lagMs: null } })
    } finally {
      await closePool()
      process.env.DATABASE_URL = url
      forgetEnv()
    }
  })
})
