import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { authenticateKey } from '@/lib/auth/api-keys'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { createShopKey, revokeShopKey, rotateShopKey } from './actions'
import { findKeysBeginning } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

/** A shop with a key that its manager made; he stays signed in. */
async function arrange() {
  const shopId = `shop-${randomUUID()}`
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
