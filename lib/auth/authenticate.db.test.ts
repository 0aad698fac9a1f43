import { randomUUID } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { authenticate } from './authenticate'
import { addressOf, type Caller } from './caller'
import { hashPassword } from './password'
import { findUser } from './queries'
import { LIMITS } from './throttle-store'

useDatabase()
// the real one, with its calls counted
vi.mock('@node-rs/argon2', { spy: true })

const password = 'correct horse 电池'

beforeAll(async () => {
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ('shop-b', '乙店'), ('shop-a', '甲店')`)
})

/** A browser that has signed in to nothing yet, or to this account in this lane. */
const from = (address: string, lane: string | null = null): Caller => ({ address, laneOf: () => lane })

let people = 0

async function hire({ shops = ['shop-a'], support = false }: { shops?: string[]; support?: boolean } = {}) {
  const id = `user-${++people}`
  const email = `${id}@shop.example`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $2, $3, $4, $5)`,
    [id, email, `成员 ${people}`, await hashPassword(password), support],
  )
  for (const shop of shops) {
    await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, 'AGENT')`, [shop, id])
  }
  return { id, email }
}

describe('signing in', () => {
  test('with the right password, however the address is written', async () => {
    const { id, email } = await hire()
    const typed = { email: `  ${email.toUpperCase()} `, password }
    expect(await authenticate(typed, from('192.0.2.1'))).toMatchObject({ ok: true, userId: id })
  })

  test('an unknown user and a wrong password get the same answer for the same work', async () => {
    const { email } = await hire()
    const checked = vi.mocked(verify)
    checked.mockClear()
    const unknown = await authenticate({ email: 'nobody@shop.example', password }, from('192.0.2.2'))
    const wrong = await authenticate({ email, password: 'wrong' }, from('192.0.2.2'))
    expect(unknown).toEqual({ ok: false, reason: 'wrong' })
    expect(wrong).toEqual(unknown)
    // a password is checked for both, against hashes that cost the same
    const costs = checked.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$'))
    expect(costs).toHaveLength(2)
    expect(costs[0]).toBe(costs[1])
  })

  test.each([
    [{ email: 'a\0@shop.example', password }],
    [{ email: '', password }],
    [{ email: 'someone@shop.example', password: '' }],
    [{ email: 'someone@shop.example' }],
    [{ email: ['someone@shop.example'], password }],
    [null],
  ])('%j is wrong, not an error', async (input) => {
    expect(await authenticate(input, from('192.0.2.3'))).toEqual({ ok: false, reason: 'wrong' })
  })

  test('whoever works nowhere any more is told so, once the password was right', async () => {
    const { email } = await hire({ shops: [] })
    expect(await authenticate({ email, password }, from('192.0.2.4'))).toEqual({ ok: false, reason: 'noAccess' })
    expect(await authenticate({ email, password: 'wrong' }, from('192.0.2.4'))).toEqual({ ok: false, reason: 'wrong' })
  })
})

describe('the throttle', () => {
  test('refuses after too many failures, even the right password, and says how long', async () => {
    const { id, email } = await hire()
    for (let attempt = 0; attempt < LIMITS.pair.points; attempt++) {
      expect(await authenticate({ email, password: 'wrong' }, from('198.51.100.1'))).toEqual({
        ok: false,
        reason: 'wrong',
      })
    }
    const refused = await authenticate({ email, password }, from('198.51.100.1'))
    expect(refused).toEqual({ ok: false, reason: 'throttled', retryAfterMs: expect.any(Number), crowded: false })
    if (refused.ok || refused.reason !== 'throttled') return
    expect(refused.retryAfterMs).toBeGreaterThan(0)
    expect(refused.retryAfterMs).toBeLessThanOrEqual(LIMITS.pair.duration * 1000)
    // Somewhere else the same person is let in.
    expect(await authenticate({ email, password }, from('198.51.100.2'))).toMatchObject({ ok: true, userId: id })
  })

  test('counts attempts that are made at once', async () => {
    const { email } = await hire()
    const attempts = Array.from({ length: 20 }, () => authenticate({ email, password: 'wrong' }, from('198.51.100.3')))
    const reasons = (await Promise.all(attempts)).map((outcome) => (outcome.ok ? 'ok' : outcome.reason))
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(LIMITS.pair.points)
    expect(reasons.filter((reason) => reason === 'throttled')).toHaveLength(20 - LIMITS.pair.points)
  })

  test('a success begins the count anew and is not counted against the address', async () => {
    const { id, email } = await hire()
    for (let round = 0; round < 3; round++) {
      for (let attempt = 1; attempt < LIMITS.pair.points; attempt++) {
        await authenticate({ email, password: 'wrong' }, from('198.51.100.4'))
      }
      expect(await authenticate({ email, password }, from('198.51.100.4'))).toMatchObject({ ok: true, userId: id })
    }
    const { rows } = await database.query<{ points: number }>(
      `SELECT "points" FROM "SignInThrottle" WHERE "key" LIKE 'address:%' ORDER BY "expire" DESC LIMIT 1`,
    )
    expect(rows[0]?.points).toBe(3 * (LIMITS.pair.points - 1))
  })

  test('refuses an address that tries many accounts', async () => {
    const tryAccount = (n: number) =>
      authenticate({ email: `n${n}@shop.example`, password: 'wrong' }, from('198.51.100.5'))
    const outcomes = await Promise.all(Array.from({ length: LIMITS.address.points + 1 }, (_, n) => tryAccount(n)))
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'throttled')).toHaveLength(1)
  })

  test('counts the failures of a browser that knows the account by themselves', async () => {
    const { id, email } = await hire()
    const lane = randomUUID()
    const known = from('198.51.100.6', lane)
    const stranger = from('198.51.100.6')
    for (let attempt = 0; attempt < LIMITS.pair.points; attempt++)
      await authenticate({ email, password: '-' }, stranger)
    expect(await authenticate({ email, password }, stranger)).toMatchObject({ reason: 'throttled', crowded: false })
    // the owner, at the same address, in the browser that he has used before
    expect(await authenticate({ email, password }, known)).toMatchObject({ ok: true, userId: id })
    const tries = Array.from({ length: LIMITS.device.points + 2 }, () => authenticate({ email, password: '-' }, known))
    const reasons = (await Promise.all(tries)).map((outcome) => (outcome.ok ? 'ok' : outcome.reason))
    expect(reasons.filter((reason) => reason === 'throttled')).toHaveLength(2)
    expect(await authenticate({ email, password }, known)).toMatchObject({ reason: 'throttled', crowded: false })
    expect(await authenticate({ email, password }, from('198.51.100.6', randomUUID()))).toMatchObject({ ok: true })
  })

  test('tried from everywhere, an account stays open to the browsers that know it and, once an hour, to every place', async () => {
    const { id, email } = await hire()
    const tryFrom = (n: number, typed = 'wrong') =>
      authenticate({ email, password: typed }, from(`10.${n >> 8}.${n & 255}.1`))
    const everywhere = Array.from({ length: LIMITS.account.points }, (_, n) => tryFrom(n))
    expect((await Promise.all(everywhere)).every((outcome) => !outcome.ok && outcome.reason === 'wrong')).toBe(true)
    // who has failed there once more has no second try
    expect(await tryFrom(1000)).toEqual({ ok: false, reason: 'wrong' })
    const refused = await tryFrom(1000)
    expect(refused).toEqual({ ok: false, reason: 'throttled', crowded: true, retryAfterMs: expect.any(Number) })
    if (refused.ok || refused.reason !== 'throttled') return
    expect(refused.retryAfterMs).toBeLessThanOrEqual(LIMITS.lone.duration * 1000)
    expect(await tryFrom(1001, password)).toMatchObject({ ok: true, userId: id })
    expect(await tryFrom(1001, password)).toMatchObject({ ok: true, userId: id })
    expect(await authenticate({ email, password }, from('10.0.0.1', randomUUID()))).toMatchObject({ ok: true })
  })

  test('takes the addresses that one machine has for one', async () => {
    const { email } = await hire()
    for (let n = 0; n < LIMITS.pair.points; n++)
      expect(await authenticate({ email, password: '-' }, from(`2001:db8:1:2::${n + 1}`))).toMatchObject({
        reason: 'wrong',
      })
    expect(await authenticate({ email, password }, from('2001:db8:1:2:ffff::9'))).toMatchObject({ reason: 'throttled' })
  })

  test('treats an account that does not exist as one that does', async () => {
    const email = 'never-there@shop.example'
    const reasons: string[] = []
    for (let attempt = 0; attempt <= LIMITS.pair.points; attempt++) {
      const outcome = await authenticate({ email, password: '-' }, from('198.51.100.8'))
      reasons.push(outcome.ok ? 'ok' : outcome.reason)
    }
    expect(reasons).toEqual([...Array(LIMITS.pair.points).fill('wrong'), 'throttled'])
  })

  test('keeps nothing that tells who tried', async () => {
    const { rows } = await database.query<{ key: string }>(`SELECT "key" FROM "SignInThrottle"`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ key }) => /@|\d+\.\d+\.\d+/.test(key))).toEqual([])
  })
})

describe('who somebody is', () => {
  test('a member of two shops has both, by name', async () => {
    const { id } = await hire({ shops: ['shop-b', 'shop-a'] })
    const found = await findUser(id)
    expect(found?.memberships.map(({ shopId }) => shopId).sort()).toEqual(['shop-a', 'shop-b'])
    expect(found?.memberships[0]).toEqual({ shopId: expect.any(String), shopName: expect.any(String), role: 'AGENT' })
  })

  test('a deactivated member loses the shop at once, and with the last shop everything', async () => {
    const { id } = await hire({ shops: ['shop-a', 'shop-b'] })
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1 AND "shopId" = 'shop-a'`, [id])
    expect((await findUser(id))?.memberships.map(({ shopId }) => shopId)).toEqual(['shop-b'])
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [id])
    expect(await findUser(id)).toBeNull()
  })

  test('support needs no shop', async () => {
    const { id } = await hire({ shops: [], support: true })
    expect(await findUser(id)).toMatchObject({ support: true, memberships: [] })
  })

  test('nobody is nobody', async () => {
    expect(await findUser('user-0')).toBeNull()
  })
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.7, 203.0.113.9', '203.0.113.9'],
  [null, 'unknown'],
])('forwarded for %j comes from %s', (header, address) => {
  expect(addressOf(new Headers(header === null ? {} : { 'x-forwarded-for': header }))).toBe(address)
})
