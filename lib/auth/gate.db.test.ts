import { encode } from 'next-auth/jwt'
import { describe, expect, test, vi } from 'vitest'
import { database } from '@/tests/support/access'
import { hire, signIn, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
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
import { findUser } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const signInAs = async (who: Parameters<typeof hire>[0]) => signIn(await hire(who))

describe('the viewer', () => {
  test('is nobody without a session, with a broken one, or with one signed by somebody else', async () => {
    expect(await viewer()).toBeNull()
    const id = await signInAs({ shops: { 'shop-1': 'AGENT' } })
    expect(await viewer()).toMatchObject({ userId: id, current: { shopId: 'shop-1', role: 'AGENT' } })
    sent.cookies.set('next-auth.session-token', 'nonsense')
    expect(await viewer()).toBeNull()
    const foreign = await encode({
      token: { sub: id, passwordMark: (await findUser(id))?.passwordMark },
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
