import { beforeEach, describe, expect, test, vi } from 'vitest'
import { changePassword, endOtherSessions } from '@/lib/account/actions'
import { signIn, signOut } from '@/lib/auth/actions'
import { viewer } from '@/lib/auth/gate'
import { hashPassword } from '@/lib/auth/password'
import { LIMITS } from '@/lib/auth/throttle-store'
import type { MemberRole } from '@/lib/members/domain/member'
import { resetTwoStep } from '@/lib/members/operator'
import { database } from '@/tests/support/access'
import { useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { hire } from '@/tests/support/staff'
import { codeOf, letCodesPass, turnOn } from '@/tests/support/two-step'
import { finishSignIn, offerTwoStep, replaceRecoveryCodes, takeOffTwoStep, turnOnTwoStep } from './actions'
import { isTwoStepOn } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))
vi.mock('next-intl/server', () => ({ getTranslations: async () => () => '售后台' }))

useDatabase()
useBrowser()

let places = 0
beforeEach(() => sent.headers.set('x-forwarded-for', `203.0.113.${++places}`))

const PASSWORD = '订书机 电池 马 正好'
const SESSION = 'next-auth.session-token'

async function register(role: MemberRole = 'MANAGER') {
  const somebody = await hire({ 'shop-1': role })
  const hash = await hashPassword(PASSWORD)
  await database.query(`UPDATE "User" SET "passwordHash" = $2 WHERE "id" = $1`, [somebody.userId, hash])
  return somebody
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const enter = (email: string, password = PASSWORD, next = '') => signIn(null, form({ email, password, next }))
const typeCode = (code: string, next = '') => finishSignIn(null, form({ code, next }))
const who = async () => (await viewer())?.userId ?? null

/** What this browser has by now; call the result to be in it again. */
function keepBrowser(): () => void {
  const kept = new Map(sent.cookies)
  return () => {
    sent.cookies.clear()
    for (const [name, value] of kept) sent.cookies.set(name, value)
  }
}
const openNewBrowser = () => sent.cookies.clear()

describe('signing in with a second step', () => {
  test('lets nobody in by the password alone', async () => {
    const { userId, email } = await register()
    const { seed } = await turnOn(userId)
    await letCodesPass(userId)
    await expect(enter(email, PASSWORD, '/cases?tab=ALL')).rejects.toThrow('to /sign-in?next=%2Fcases%3Ftab%3DALL')
    expect(sent.cookies.get(SESSION)).toBeUndefined()
    expect(await who()).toBeNull()
    expect(await typeCode('000000')).toEqual({ code: 'codeWrong' })
    expect(await who()).toBeNull()
    await expect(typeCode(codeOf(seed), '/cases?tab=ALL')).rejects.toThrow('to /cases?tab=ALL')
    expect(await who()).toBe(userId)
  })

  test('its first half is good for one second half, in no other form, and not after another password', async () => {
    const { userId, email } = await register()
    const { seed, recoveryCodes } = await turnOn(userId)
    await letCodesPass(userId)
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    const halfWay = keepBrowser()
    // it is no session
    sent.cookies.set(SESSION, sent.cookies.get('half-way') ?? '')
    expect(await who()).toBeNull()
    halfWay()
    await expect(typeCode(codeOf(seed))).rejects.toThrow('to /')
    halfWay()
    await expect(typeCode(recoveryCodes[0] ?? '')).rejects.toThrow('to /sign-in?over=1')
    expect(await who()).toBeNull()
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    await database.query(`UPDATE "User" SET "passwordHash" = 'another' WHERE "id" = $1`, [userId])
    await expect(typeCode(recoveryCodes[0] ?? '')).rejects.toThrow('to /sign-in?over=1')
    expect(await who()).toBeNull()
  })

  test('without a first half there is no second', async () => {
    const { userId } = await register()
    const { recoveryCodes } = await turnOn(userId)
    await expect(typeCode(recoveryCodes[0] ?? '')).rejects.toThrow('to /sign-in?over=1')
    sent.cookies.set('half-way', 'nonsense')
    await expect(typeCode(recoveryCodes[0] ?? '')).rejects.toThrow('to /sign-in?over=1')
  })

  test('a recovery code lets in once', async () => {
    const { userId, email } = await register()
    const [code = ''] = (await turnOn(userId)).recoveryCodes
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    await expect(typeCode(code)).rejects.toThrow('to /')
    expect(await who()).toBe(userId)
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    expect(await typeCode(code)).toEqual({ code: 'codeWrong' })
  })

  test('once an operator has taken it off, the password is enough, and every session has ended', async () => {
    const { userId, email } = await register()
    await turnOn(userId)
    expect(await resetTwoStep(email)).toBe('removed')
    expect(await resetTwoStep(email)).toBe('off')
    expect(await resetTwoStep('nobody@shop.example')).toBe('unknown')
    await expect(enter(email)).rejects.toThrow('to /')
    expect(await who()).toBe(userId)
  })
})

describe('one’s own second step', () => {
  test('is turned on by password and code, here one stays signed in and elsewhere not', async () => {
    const { userId, email } = await register()
    await expect(enter(email)).rejects.toThrow('to /')
    const elsewhere = keepBrowser()
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /')
    expect(await offerTwoStep({ password: 'wrong' })).toEqual({ ok: false, refusal: { code: 'passwordWrong' } })
    const begun = await offerTwoStep({ password: PASSWORD })
    if (!begun.ok) throw new Error(begun.refusal.code)
    expect(begun.picture.path).toMatch(/^M\d+ \d+h1v1h-1z/)
    expect(await isTwoStepOn(userId)).toBe(false)
    expect(await turnOnTwoStep({ code: '000000' })).toEqual({ ok: false, refusal: { code: 'codeWrong' } })
    expect(await turnOnTwoStep({ code: codeOf(begun.seed) })).toMatchObject({ ok: true })
    expect(await who()).toBe(userId)
    elsewhere()
    expect(await who()).toBeNull()
  })

  test('is not offered to an agent, who keeps one that he has until he turns it off', async () => {
    const { userId, email } = await register('AGENT')
    await expect(enter(email)).rejects.toThrow('to /')
    const notOffered = { ok: false, refusal: { code: 'notOffered' } }
    expect(await offerTwoStep({ password: PASSWORD })).toEqual(notOffered)
    expect(await turnOnTwoStep({ code: '000000' })).toEqual(notOffered)
    const { recoveryCodes } = await turnOn(userId)
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    await expect(typeCode(recoveryCodes[0] ?? '')).rejects.toThrow('to /')
    const proved = { password: PASSWORD, code: recoveryCodes[1] ?? '' }
    expect(await takeOffTwoStep(proved)).toEqual({ ok: true })
    expect(await who()).toBe(userId)
    expect(await isTwoStepOn(userId)).toBe(false)
  })

  test('is changed by both halves only, and a wrong password uses no code up', async () => {
    const { userId, email } = await register()
    const { seed, recoveryCodes } = await turnOn(userId)
    await letCodesPass(userId)
    await expect(enter(email)).rejects.toThrow('to /sign-in')
    await expect(typeCode(codeOf(seed))).rejects.toThrow('to /')
    const code = recoveryCodes[0] ?? ''
    expect(await takeOffTwoStep({ password: 'wrong', code })).toEqual({
      ok: false,
      refusal: { code: 'passwordWrong' },
    })
    expect(await takeOffTwoStep({ password: PASSWORD, code: '' })).toEqual({
      ok: false,
      refusal: { code: 'codeWrong' },
    })
    const renewed = await replaceRecoveryCodes({ password: PASSWORD, code })
    if (!renewed.ok) throw new Error(renewed.refusal.code)
    expect(renewed.recoveryCodes).not.toContain(code)
    const again = { password: PASSWORD, code: renewed.recoveryCodes[0] ?? '' }
    expect(await takeOffTwoStep(again)).toEqual({ ok: true })
    expect(await takeOffTwoStep(again)).toEqual({ ok: false, refusal: { code: 'notOn' } })
  })
})

describe('one’s own password', () => {
  const NEXT = '另一句 只有我知道 的话'

  test('is changed by who knows the old one; elsewhere he is out at once', async () => {
    const { userId, email, name } = await register('AGENT')
    await expect(enter(email)).rejects.toThrow('to /')
    const elsewhere = keepBrowser()
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /')
    const refusals: [string, string, string][] = [
      ['wrong', NEXT, 'passwordWrong'],
      [PASSWORD, '短', 'passwordLength'],
      [PASSWORD, email, 'passwordObvious'],
      [PASSWORD, 'password123', 'passwordCommon'],
      [PASSWORD, PASSWORD, 'passwordSame'],
    ]
    for (const [current, next, code] of refusals)
      expect(await changePassword({ current, next })).toMatchObject({ ok: false, refusal: { code } })
    expect(name).toBeTruthy()
    expect(await changePassword({ current: PASSWORD, next: NEXT })).toEqual({ ok: true })
    expect(await who()).toBe(userId)
    elsewhere()
    expect(await who()).toBeNull()
    expect(await enter(email)).toMatchObject({ error: 'wrong' })
    await expect(enter(email, NEXT)).rejects.toThrow('to /')
  })

  test('of two changes at once one is made', async () => {
    const { email } = await register()
    await expect(enter(email)).rejects.toThrow('to /')
    const changes = ['第一句 只有我知道 的话', '第二句 只有我知道 的话'].map((next) =>
      changePassword({ current: PASSWORD, next }),
    )
    expect((await Promise.all(changes)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is not guessed by whoever found the browser open', async () => {
    const { email } = await register()
    await expect(enter(email)).rejects.toThrow('to /')
    for (let n = 0; n < LIMITS.device.points; n++)
      expect(await changePassword({ current: `${n}`, next: NEXT })).toMatchObject({
        refusal: { code: 'passwordWrong' },
      })
    expect(await changePassword({ current: PASSWORD, next: NEXT })).toEqual({
      ok: false,
      refusal: { code: 'passwordThrottled', minutes: expect.any(Number) },
    })
  })
})

describe('sessions', () => {
  test('end everywhere else by the password', async () => {
    const { userId, email } = await register()
    await expect(enter(email)).rejects.toThrow('to /')
    const elsewhere = keepBrowser()
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /')
    expect(await endOtherSessions({ password: 'wrong' })).toMatchObject({ refusal: { code: 'passwordWrong' } })
    expect(await endOtherSessions({ password: PASSWORD })).toEqual({ ok: true })
    expect(await who()).toBe(userId)
    elsewhere()
    expect(await who()).toBeNull()
  })

  test('are over once signed out of, for a copy of the cookie too, and no other is', async () => {
    const { userId, email } = await register()
    await expect(enter(email)).rejects.toThrow('to /')
    const other = keepBrowser()
    openNewBrowser()
    await expect(enter(email)).rejects.toThrow('to /')
    const copy = keepBrowser()
    await expect(signOut()).rejects.toThrow('to /sign-in')
    copy()
    expect(await who()).toBeNull()
    other()
    expect(await who()).toBe(userId)
  })
})
