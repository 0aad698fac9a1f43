import { beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { setLocale } from '@/lib/i18n/actions'
import { beginHalfWay, endHalfWay } from '@/lib/two-step/half-way'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { hire } from '@/tests/support/staff'
import { beginSession } from './begin-session'
import { readLanes } from './known-accounts'
import { endSession, readSession, rememberShop, SESSION_MAX_AGE_S } from './session'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

/** Sets every cookie that the product ever sets. */
async function setAll(): Promise<void> {
  const { userId, email } = await hire({ 'shop-1': 'MANAGER' })
  await beginHalfWay({ userId, passwordMark: 'mark' })
  await beginSession({ userId, email, passwordMark: 'mark' })
  await rememberShop('shop-1')
  await setLocale('en')
}

describe.each([
  ['by https', 'https://desk.example.com', true],
  ['by http, on one machine', 'http://localhost:3000', false],
])('cookies, %s', (_, url, secure) => {
  beforeEach(() => {
    process.env.AFTERDESK_URL = url
    forgetEnv()
    return () => {
      delete process.env.AFTERDESK_URL
      forgetEnv()
    }
  })

  test('are for the server alone, for this host alone, and not sent by other sites’ forms', async () => {
    await setAll()
    const prefix = secure ? '__Host-' : ''
    expect([...sent.set.keys()].sort()).toEqual(
      [`${prefix}half-way`, `${prefix}known-accounts`, `${prefix}next-auth.session-token`, 'locale', 'shop'].sort(),
    )
    for (const cookie of sent.set.values()) {
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure })
      expect(cookie).not.toHaveProperty('domain')
      expect(cookie.maxAge).toBeGreaterThan(0)
    }
  })

  test('that prove something are taken back in the same way', async () => {
    await setAll()
    await endSession()
    await endHalfWay()
    for (const name of ['half-way', 'next-auth.session-token'])
      expect(sent.set.get(`${secure ? '__Host-' : ''}${name}`)).toMatchObject({
        value: '',
        maxAge: 0,
        path: '/',
        secure,
      })
  })
})

test('a session ends a week after it began', async () => {
  const before = Date.now()
  await setAll()
  const session = await readSession()
  const expected = before + SESSION_MAX_AGE_S * 1000
  expect(session?.endsAt).toBeGreaterThanOrEqual(expected - 1000)
  expect(session?.endsAt).toBeLessThan(expected + 60_000)
})

describe('which accounts a browser knows', () => {
  test('is read back, for each its own lane, the newest eight', async () => {
    const emails = Array.from({ length: 9 }, (_, n) => `n${n}@shop.example`)
    for (const email of emails) await beginSession({ userId: 'x', email, passwordMark: 'mark' })
    const laneOf = await readLanes()
    const lanes = emails.map(laneOf)
    expect(lanes[0]).toBeNull()
    expect(new Set(lanes.slice(1)).size).toBe(8)
    expect(laneOf('nobody@shop.example')).toBeNull()
  })

  test('names nobody, and is nothing but what we sealed', async () => {
    await beginSession({ userId: 'x', email: 'lin@shop.example', passwordMark: 'mark' })
    expect(sent.cookies.get('known-accounts')).not.toContain('lin')
    for (const forged of ['nonsense', sent.cookies.get('next-auth.session-token') ?? '']) {
      sent.cookies.set('known-accounts', forged)
      expect((await readLanes())('lin@shop.example')).toBeNull()
    }
  })
})
