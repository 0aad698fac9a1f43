import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { LIMITS } from '@/lib/auth/throttle-store'
import { database } from '@/tests/support/access'
import { signIn, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { createShop, hire, makeLink, staffOf } from '@/tests/support/staff'
import { codeOf, letCodesPass, turnOn } from '@/tests/support/two-step'
import { joinAsNew, joinSignedIn, joinWithPassword, leaveForLink } from './actions'
import { openLink } from './open-link'
import { LINK_LIMIT } from './throttle-store'

const SESSION = 'next-auth.session-token'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

let addresses = 0
beforeEach(() => sent.headers.set('x-forwarded-for', `192.0.2.${++addresses}`))

const PASSWORD = '订书机 电池 马 正好'

async function arrange(email = `${randomUUID()}@example.com`) {
  const shopId = await createShop()
  const zhou = await hire({ [shopId]: 'MANAGER' })
  const { token } = await makeLink(shopId, zhou, email)
  return { shopId, email, token, page: `to /invite/${token}` }
}

/** Somebody with an account and a password. */
async function register() {
  const somebody = await hire()
  const hash = await hashPassword(PASSWORD)
  await database.query(`UPDATE "User" SET "passwordHash" = $2 WHERE "id" = $1`, [somebody.userId, hash])
  return somebody
}

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('somebody new', () => {
  test('has an account and a session, and begins in the shop', async () => {
    const { shopId, email, token } = await arrange()
    const joining = joinAsNew(null, form({ token, name: ' 小陈 ', password: PASSWORD }))
    await expect(joining).rejects.toThrow('to /cases')
    expect(sent.cookies.get('shop')).toBe(shopId)
    expect(sent.cookies.get(SESSION)).toBeTruthy()
    const { rows } = await database.query<{ name: string; passwordHash: string }>(
      `SELECT "name", "passwordHash" FROM "User" WHERE "email" = $1`,
      [email],
    )
    expect(rows[0]?.name).toBe('小陈')
    expect(await verifyPassword(PASSWORD, rows[0]?.passwordHash ?? null)).toBe(true)
  })

  test.each([
    [{ name: '' }, { error: 'nameInvalid', name: '' }],
    [{ name: 'turned \u202e round' }, { error: 'nameInvalid', name: 'turned \u202e round' }],
    [{ password: 'short' }, { error: 'password', name: '小陈', refusal: { code: 'passwordLength' } }],
    [{ password: ' '.repeat(20) }, { error: 'password', name: '小陈', refusal: { code: 'passwordObvious' } }],
  ])('is told what is wrong with %j, and stays outside', async (change, answer) => {
    const { shopId, token } = await arrange()
    const state = await joinAsNew(null, form({ token, name: '小陈', password: PASSWORD, ...change }))
    expect(state).toMatchObject(answer)
    expect(Object.keys(await staffOf(shopId))).toHaveLength(1)
    expect(sent.cookies.has(SESSION)).toBe(false)
  })

  test('cannot take over the account that the address has', async () => {
    const known = await register()
    const { shopId, token, page } = await arrange(known.email)
    const password = 'another password altogether'
    await expect(joinAsNew(null, form({ token, name: '小陈', password }))).rejects.toThrow(page)
    expect(sent.cookies.has(SESSION)).toBe(false)
    expect(await staffOf(shopId)).not.toHaveProperty(known.userId)
  })

  test('with a link that is used up, or none, finds its page', async () => {
    const { token, page } = await arrange()
    const fields = { token, name: '小陈', password: PASSWORD }
    await expect(joinAsNew(null, form(fields))).rejects.toThrow('to /cases')
    await expect(joinAsNew(null, form(fields))).rejects.toThrow(page)
    await expect(joinAsNew(null, new FormData())).rejects.toThrow('to /invite/')
    await expect(joinAsNew(null, form({ ...fields, token: '../cases' }))).rejects.toThrow('to /invite/..%2Fcases')
  })
})

describe('whoever has an account', () => {
  test('gets in with its password, though he worked nowhere', async () => {
    const known = await register()
    const { shopId, token } = await arrange(known.email)
    expect(await joinWithPassword(null, form({ token, password: 'not this one' }))).toMatchObject({ error: 'wrong' })
    expect(await staffOf(shopId)).not.toHaveProperty(known.userId)
    await expect(joinWithPassword(null, form({ token, password: PASSWORD }))).rejects.toThrow('to /cases')
    expect(await staffOf(shopId)).toMatchObject({ [known.userId]: 'AGENT' })
    expect(sent.cookies.get(SESSION)).toBeTruthy()
  })

  test('is asked for the second step, and not let in without it', async () => {
    const known = await register()
    const { seed } = await turnOn(known.userId)
    await letCodesPass(known.userId)
    const { shopId, token } = await arrange(known.email)
    expect(await joinWithPassword(null, form({ token, code: codeOf(seed) }))).toEqual({
      error: 'halfWayOver',
      name: '',
    })
    expect(await joinWithPassword(null, form({ token, password: PASSWORD }))).toEqual({ error: 'codeAsked', name: '' })
    expect(sent.cookies.get(SESSION)).toBeUndefined()
    const wrong = { error: 'code', refusal: { code: 'codeWrong' }, name: '' }
    expect(await joinWithPassword(null, form({ token, code: '000000' }))).toEqual(wrong)
    expect(await staffOf(shopId)).not.toHaveProperty(known.userId)
    await expect(joinWithPassword(null, form({ token, code: codeOf(seed) }))).rejects.toThrow('to /cases')
    expect(await staffOf(shopId)).toMatchObject({ [known.userId]: 'AGENT' })
    expect(sent.cookies.get(SESSION)).toBeTruthy()
  })

  test('of somebody else with a second step opens no door of his', async () => {
    const [known, other] = [await register(), await register()]
    const { seed } = await turnOn(other.userId)
    await turnOn(known.userId)
    await letCodesPass(other.userId)
    const { shopId, token, page } = await arrange(known.email)
    const theirs = await arrange(other.email)
    await joinWithPassword(null, form({ token: theirs.token, password: PASSWORD }))
    await expect(joinWithPassword(null, form({ token, code: codeOf(seed) }))).rejects.toThrow(page)
    expect(Object.keys(await staffOf(shopId))).toHaveLength(1)
    expect(sent.cookies.get(SESSION)).toBeUndefined()
  })

  test('is held to the limit of signing in', async () => {
    const known = await register()
    const { shopId, token } = await arrange(known.email)
    for (let attempt = 0; attempt < LIMITS.pair.points; attempt++)
      await joinWithPassword(null, form({ token, password: 'not this one' }))
    expect(await joinWithPassword(null, form({ token, password: PASSWORD }))).toMatchObject({ error: 'throttled' })
    expect(await staffOf(shopId)).not.toHaveProperty(known.userId)
  })

  test('and is signed in gets in with a click, but by his own link only', async () => {
    const [known, other] = [await register(), await hire({ [await createShop()]: 'AGENT' })]
    const { shopId, token, page } = await arrange(other.email)
    await signIn(other.userId)
    const theirs = await arrange(known.email)
    await expect(joinSignedIn(null, form({ token: theirs.token }))).rejects.toThrow(theirs.page)
    await expect(joinSignedIn(null, form({ token }))).rejects.toThrow('to /cases')
    expect(await staffOf(shopId)).toMatchObject({ [other.userId]: 'AGENT' })
    sent.cookies.clear()
    await expect(joinSignedIn(null, form({ token }))).rejects.toThrow(page)
  })

  test('who is somebody else goes out, and comes back to the link', async () => {
    const { token, page } = await arrange()
    sent.cookies.set(SESSION, 'somebody')
    await expect(leaveForLink(null, form({ token }))).rejects.toThrow(page)
    expect(sent.cookies.get(SESSION)).toBe('')
  })
})

describe('wrong links', () => {
  test('are counted by where they come from; right ones are not', async () => {
    const { token } = await arrange()
    for (let n = 0; n < LINK_LIMIT.points; n++) expect(await openLink(token, null)).toMatchObject({ kind: 'OPEN' })
    const wrong = () => openLink(`inv_${randomUUID()}`, null)
    for (let n = 0; n < LINK_LIMIT.points; n++) expect(await wrong()).toEqual({ kind: 'UNKNOWN' })
    expect(await wrong()).toEqual({ kind: 'THROTTLED', minutes: 15 })
    expect(await openLink(token, null)).toMatchObject({ kind: 'THROTTLED' })
    sent.headers.set('x-forwarded-for', '198.51.100.1')
    expect(await openLink(token, null)).toMatchObject({ kind: 'OPEN' })
  })
})
