import { verify } from '@node-rs/argon2'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { addressOf, authenticate } from './authenticate'
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
    expect(await authenticate(typed, '192.0.2.1')).toEqual({ ok: true, userId: id })
  })

  test('an unknown user and a wrong password get the same answer for the same work', async () => {
    const { email } = await hire()
    const checked = vi.mocked(verify)
    checked.mockClear()
    const unknown = await authenticate({ email: 'nobody@shop.example', password }, '192.0.2.2')
    const wrong = await authenticate({ email, password: 'wrong' }, '192.0.2.2')
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
    expect(await authenticate(input, '192.0.2.3')).toEqual({ ok: false, reason: 'wrong' })
  })

  test('whoever works nowhere any more is told so, once the password was right', async () => {
    const { email } = await hire({ shops: [] })
    expect(await authenticate({ email, password }, '192.0.2.4')).toEqual({ ok: false, reason: 'noAccess' })
    expect(await authenticate({ email, password: 'wrong' }, '192.0.2.4')).toEqual({ ok: false, reason: 'wrong' })
  })
})

describe('the throttle', () => {
  test('refuses after too many failures, even the right password, and says how long', async () => {
    const { id, email } = await hire()
    for (let attempt = 0; attempt < LIMITS.pair.points; attempt++) {
      expect(await authenticate({ email, password: 'wrong' }, '198.51.100.1')).toEqual({ ok: false, reason: 'wrong' })
    }
    const refused = await authenticate({ email, password }, '198.51.100.1')
    expect(refused).toEqual({ ok: false, reason: 'throttled', retryAfterMs: expect.any(Number) })
    if (refused.ok || refused.reason !== 'throttled') return
    expect(refused.retryAfterMs).toBeGreaterThan(0)
    expect(refused.retryAfterMs).toBeLessThanOrEqual(LIMITS.pair.duration * 1000)
    // Somewhere else the same person is let in.
    expect(await authenticate({ email, password }, '198.51.100.2')).toEqual({ ok: true, userId: id })
  })

  test('counts attempts that are made at once', async () => {
    const { email } = await hire()
    const attempts = Array.from({ length: 20 }, () => authenticate({ email, password: 'wrong' }, '198.51.100.3'))
    const reasons = (await Promise.all(attempts)).map((outcome) => (outcome.ok ? 'ok' : outcome.reason))
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(LIMITS.pair.points)
    expect(reasons.filter((reason) => reason === 'throttled')).toHaveLength(20 - LIMITS.pair.points)
  })

  test('a success begins the count anew and is not counted against the address', async () => {
    const { id, email } = await hire()
    for (let round = 0; round < 3; round++) {
      for (let attempt = 1; attempt < LIMITS.pair.points; attempt++) {
        await authenticate({ email, password: 'wrong' }, '198.51.100.4')
      }
      expect(await authenticate({ email, password }, '198.51.100.4')).toEqual({ ok: true, userId: id })
    }
    const { rows } = await database.query<{ points: number }>(
      `SELECT "points" FROM "SignInThrottle" WHERE "key" LIKE 'address:%' ORDER BY "expire" DESC LIMIT 1`,
    )
    expect(rows[0]?.points).toBe(3 * (LIMITS.pair.points - 1))
  })

  test('refuses an address that tries many accounts', async () => {
    const tryAccount = (n: number) => authenticate({ email: `n${n}@shop.example`, password: 'wrong' }, '198.51.100.5')
    const outcomes = await Promise.all(Array.from({ length: LIMITS.address.points + 1 }, (_, n) => tryAccount(n)))
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'throttled')).toHaveLength(1)
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
