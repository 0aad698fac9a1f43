import { createHash, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { authenticateKey } from '@/lib/auth/api-keys'
import { database } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { useDatabase } from '@/tests/support/database'
import { createShopKey, revokeShopKey, rotateShopKey } from './actions'
import { findKeysBeginning } from './queries'

// What the browser sends: Next.js has it only within a request.
const sent = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (sent.cookies.has(name) ? { value: sent.cookies.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`)
  },
}))

useDatabase()

const secret = 'a secret of the tests, long enough'
const MARK = createHash('sha256').update('-').digest('hex').slice(0, 16)

beforeEach(() => {
  process.env.AFTERDESK_SECRET = secret
  forgetEnv()
  sent.cookies.clear()
})

async function createShop(): Promise<string> {
  const shopId = `shop-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1)`, [shopId])
  return shopId
}

async function signInAs(role: 'AGENT' | 'MANAGER', shopId: string): Promise<void> {
  const id = `person-${randomUUID()}`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, $1 || '@shop.example', $1, '-')`,
    [id],
  )
  await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, $3)`, [shopId, id, role])
  sent.cookies.set('next-auth.session-token', await encode({ token: { sub: id, passwordMark: MARK }, secret }))
}

/** A shop with a key that its manager made; he stays signed in. */
async function arrange() {
  const shopId = await createShop()
  await signInAs('MANAGER', shopId)
  const made = await createShopKey({ shopId, name: ' ERP ', role: 'MANAGER' })
  if (!made.ok) throw new Error('not made')
  const [key] = await findKeysBeginning(made.token)
  return { shopId, token: made.token, id: key?.id ?? '', name: key?.name }
}

describe('a manager', () => {
  test('makes, rotates and revokes keys of his shop', async () => {
    const { shopId, token, id, name } = await arrange()
    expect(name).toBe('ERP')
    expect(await authenticateKey(token)).toMatchObject({ shopId, role: 'MANAGER' })
    expect(await rotateShopKey({ shopId, id, overlap: '1h' })).toMatchObject({ ok: true })
    expect(await revokeShopKey({ shopId, id })).toMatchObject({ ok: true, name: 'ERP' })
    expect(await authenticateKey(token)).toBeNull()
  })

  test('reaches no other shop: neither by its name nor by its key’s id', async () => {
    const theirs = await arrange()
    const mine = await arrange()
    const unknown = { ok: false, refusal: { code: 'keyUnknown' } }
    expect(await createShopKey({ shopId: theirs.shopId, name: 'x', role: 'AGENT' })).toEqual({
      ok: false,
      refusal: { code: 'shopUnknown' },
    })
    for (const shopId of [theirs.shopId, mine.shopId]) {
      expect(await revokeShopKey({ shopId, id: theirs.id })).toEqual(unknown)
      expect(await rotateShopKey({ shopId, id: theirs.id, overlap: '0' })).toEqual(unknown)
    }
    expect(await authenticateKey(theirs.token)).not.toBeNull()
  })
})

test('an agent is refused everything, by name', async () => {
  const { shopId, token, id } = await arrange()
  await signInAs('AGENT', shopId)
  const refused = { ok: false, refusal: { code: 'notPermitted' } }
  expect(await createShopKey({ shopId, name: 'x', role: 'AGENT' })).toEqual(refused)
  expect(await rotateShopKey({ shopId, id, overlap: '0' })).toEqual(refused)
  expect(await revokeShopKey({ shopId, id })).toEqual(refused)
  expect(await authenticateKey(token)).not.toBeNull()
})

test('whoever is not signed in is sent to do so', async () => {
  const { shopId, id } = await arrange()
  sent.cookies.clear()
  await expect(revokeShopKey({ shopId, id })).rejects.toThrow('to /sign-in')
})

test.each([
  { name: '' },
  { name: ' \n ' },
  { name: 'x'.repeat(65) },
  { name: 'a\0b' },
  { name: 'two\nlines' },
  { name: 'clear \u001b[2J the screen' },
  { name: 'turned \u202e round' },
  { role: 'BOSS' },
  { more: true },
])('a key with %j is not made', async (change) => {
  const { shopId } = await arrange()
  expect(await createShopKey({ shopId, name: 'x', role: 'AGENT', ...change } as never)).toEqual({
    ok: false,
    invalid: true,
  })
})

test('a name counts by characters: 64 of any script', async () => {
  const { shopId } = await arrange()
  expect(await createShopKey({ shopId, name: '🧵'.repeat(64), role: 'AGENT' })).toMatchObject({ ok: true })
})

test.each([{ overlap: '2h' }, { overlap: 0 }, { id: 'a b' }])('a rotation with %j does nothing', async (change) => {
  const { shopId, id } = await arrange()
  expect(await rotateShopKey({ shopId, id, overlap: '1h', ...change } as never)).toEqual({ ok: false, invalid: true })
})
