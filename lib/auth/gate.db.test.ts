import { createHash } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { useDatabase } from '@/tests/support/database'
import {
  currentScope,
  membershipIn,
  merchantScope,
  refundScope,
  requireManager,
  requireMember,
  requireSupport,
  requireViewer,
  viewer,
} from './gate'

// What the browser sends: Next.js has it only within a request.
const sent = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Headers() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
  headers: async () => sent.headers,
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`)
  },
}))

useDatabase()

const secret = 'a secret of the tests, long enough'

beforeEach(() => {
  process.env.AFTERDESK_SECRET = secret
  forgetEnv()
  sent.cookies.clear()
  sent.headers = new Headers()
})

/** Of the password hash that everybody here has. */
const MARK = createHash('sha256').update('-').digest('hex').slice(0, 16)
let made = 0

async function signInAs({
  shops = {},
  support = false,
}: {
  shops?: Record<string, 'AGENT' | 'MANAGER'>
  support?: boolean
}) {
  const id = `person-${++made}`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $1 || '@shop.example', $1, '-', $2)`,
    [id, support],
  )
  for (const [shopId, role] of Object.entries(shops)) {
    await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1) ON CONFLICT DO NOTHING`, [shopId])
    await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, $3)`, [shopId, id, role])
  }
  sent.cookies.set('next-auth.session-token', await encode({ token: { sub: id, passwordMark: MARK }, secret }))
  return id
}

describe('the viewer', () => {
  test('is nobody without a session, with a broken one, or with one signed by somebody else', async () => {
    expect(await viewer()).toBeNull()
    const id = await signInAs({ shops: { 'shop-1': 'AGENT' } })
    expect(await viewer()).toMatchObject({ userId: id, current: { shopId: 'shop-1', role: 'AGENT' } })
    sent.cookies.set('next-auth.session-token', 'nonsense')
    expect(await viewer()).toBeNull()
    const foreign = await encode({
      token: { sub: id, passwordMark: MARK },
      secret: 'another secret, as long as the first',
    })
    sent.cookies.set('next-auth.session-token', foreign)
    expect(await viewer()).toBeNull()
  })

  test('is out with the next request once the password is another one', async () => {
    const id = await signInAs({ shops: { 'shop-1': 'AGENT' } })
    expect(await viewer()).not.toBeNull()
    await database.query(`UPDATE "User" SET "passwordHash" = 'another' WHERE "id" = $1`, [id])
    expect(await viewer()).toBeNull()
  })

  test('is out with the next request once deactivated', async () => {
    const id = await signInAs({ shops: { 'shop-1': 'MANAGER' } })
    expect(await viewer()).not.toBeNull()
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [id])
    expect(await viewer()).toBeNull()
  })

  test('sees the chosen shop, but only one of his own', async () => {
    await signInAs({ shops: { 'shop-1': 'AGENT', 'shop-2': 'MANAGER' } })
    sent.cookies.set('shop', 'shop-2')
    const chosen = await requireViewer()
    expect(chosen.current?.shopId).toBe('shop-2')
    expect(currentScope(chosen)).toEqual({ kind: 'SHOPS', shopIds: ['shop-2'] })
    expect(merchantScope(chosen)).toEqual({ kind: 'SHOPS', shopIds: ['shop-1', 'shop-2'] })
    sent.cookies.set('shop', 'shop-3')
    expect((await requireViewer()).current?.shopId).toBe('shop-1')
  })
})

describe('the gate', () => {
  test('sends whoever is not signed in to sign in, and back to where he was', async () => {
    await expect(requireViewer()).rejects.toThrow('to /sign-in')
    sent.headers.set('x-path', '/cases/AS1?tab=ALL')
    await expect(requireMember()).rejects.toThrow('to /sign-in?next=%2Fcases%2FAS1%3Ftab%3DALL')
    sent.headers.set('x-path', '//evil.example')
    await expect(requireSupport()).rejects.toThrow(/^to \/sign-in$/)
  })

  test('keeps members and support each to their side', async () => {
    await signInAs({ support: true })
    await expect(requireMember()).rejects.toThrow('to /disputes')
    expect((await requireSupport()).current).toBeNull()
    await signInAs({ shops: { 'shop-1': 'MANAGER' } })
    await expect(requireSupport()).rejects.toThrow('to /cases')
    expect((await requireMember()).current.shopId).toBe('shop-1')
  })

  test('lets only a manager of the shown shop into its settings', async () => {
    await expect(requireManager()).rejects.toThrow('to /sign-in')
    await signInAs({ support: true })
    await expect(requireManager()).rejects.toThrow('to /disputes')
    await signInAs({ shops: { 'shop-1': 'AGENT', 'shop-2': 'MANAGER' } })
    await expect(requireManager()).rejects.toThrow('to /cases')
    sent.cookies.set('shop', 'shop-2')
    expect((await requireManager()).current.shopId).toBe('shop-2')
  })

  test('knows what the viewer is in a shop, whichever he looks at, and nothing of other shops', async () => {
    await signInAs({ shops: { 'shop-1': 'AGENT', 'shop-2': 'MANAGER' } })
    const found = await requireViewer()
    expect(membershipIn(found, 'shop-1')?.role).toBe('AGENT')
    expect(membershipIn(found, 'shop-2')?.role).toBe('MANAGER')
    expect(membershipIn(found, 'shop-3')).toBeNull()
  })

  test('lets support see every stuck refund, a manager his shops, an agent none', async () => {
    await signInAs({ shops: { 'shop-1': 'AGENT', 'shop-2': 'MANAGER' } })
    expect(refundScope(await requireViewer())).toEqual({ kind: 'SHOPS', shopIds: ['shop-2'] })
    await signInAs({ shops: { 'shop-1': 'AGENT' } })
    expect(refundScope(await requireViewer())).toBeNull()
    await signInAs({ shops: { 'shop-1': 'AGENT' }, support: true })
    expect(refundScope(await requireViewer())).toEqual({ kind: 'PLATFORM' })
  })
})
