import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { addReturnAddress, changeReturnAddress, makeDefaultAddress, removeReturnAddress } from './actions'
import { listAddresses } from './address-queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const ADDRESS = { name: '南栀售后', phone: '0575-84110288', region: '浙江省 绍兴市', detail: '纺都路 88 号' }
const NEXT_DOOR = { ...ADDRESS, detail: '纺都路 90 号' }

/** A shop with two addresses that its manager wrote; he stays signed in. */
async function arrange() {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1)`, [shopId])
  await signInAs('MANAGER', shopId)
  for (const address of [ADDRESS, NEXT_DOOR])
    expect(await addReturnAddress({ shopId, address })).toMatchObject({ ok: true })
  const [first, second] = await listAddresses(shopId)
  if (!first || !second) throw new Error('not made')
  return { shopId, first, second }
}

/** Every action there is, on this address of this shop. */
const every = (shopId: string, id: string) => [
  () => addReturnAddress({ shopId, address: { ...ADDRESS, name: '别人' } }),
  () => changeReturnAddress({ shopId, id, seen: NEXT_DOOR, address: { ...NEXT_DOOR, name: '别人' } }),
  () => makeDefaultAddress({ shopId, id }),
  () => removeReturnAddress({ shopId, id }),
]

describe('a manager', () => {
  test('adds, rewrites, chooses and deletes', async () => {
    const { shopId, first, second } = await arrange()
    const address = { ...NEXT_DOOR, name: '南栀大件仓' }
    expect(await changeReturnAddress({ shopId, id: second.id, seen: NEXT_DOOR, address })).toMatchObject({ ok: true })
    expect(await makeDefaultAddress({ shopId, id: second.id })).toEqual({ ok: true })
    expect(await removeReturnAddress({ shopId, id: first.id })).toEqual({ ok: true })
    expect(await listAddresses(shopId)).toMatchObject([{ id: second.id, name: '南栀大件仓', isDefault: true }])
  })

  test('reaches no other shop: neither by its name nor by its address’s id', async () => {
    const theirs = await arrange()
    const mine = await arrange()
    const before = await listAddresses(theirs.shopId)
    for (const act of every(theirs.shopId, theirs.second.id))
      expect(await act()).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/Unknown$/) } })
    for (const act of every(mine.shopId, theirs.second.id).slice(1))
      expect(await act()).toEqual({ ok: false, refusal: { code: 'addressUnknown' } })
    expect(await listAddresses(theirs.shopId)).toEqual(before)
  })
})

test('an agent is refused everything, by name', async () => {
  const { shopId, second } = await arrange()
  const before = await listAddresses(shopId)
  await signInAs('AGENT', shopId)
  for (const act of every(shopId, second.id))
    expect(await act()).toEqual({ ok: false, refusal: { code: 'notPermitted' } })
  expect(await listAddresses(shopId)).toEqual(before)
})

test('whoever is not signed in is sent to do so', async () => {
  const { shopId, second } = await arrange()
  sent.cookies.clear()
  for (const act of every(shopId, second.id)) await expect(act()).rejects.toThrow('to /sign-in')
})

test.each([
  { address: { ...ADDRESS, name: 'a\0b' } },
  { address: { ...ADDRESS, isDefault: true } },
  { address: { ...ADDRESS, detail: '号'.repeat(1001) } },
  { address: 'x' },
  { id: 'a b' },
  { more: true },
])('what no screen sends is not looked at: %j', async (change) => {
  const { shopId, second } = await arrange()
  const form = { shopId, id: second.id, seen: NEXT_DOOR, address: ADDRESS, ...change }
  expect(await changeReturnAddress(form as never)).toEqual({ ok: false, invalid: true })
})
