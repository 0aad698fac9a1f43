import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  BUYER,
  DAY,
  MANAGER,
  makeOverdue,
  mustSucceed,
  openCase,
  refusalOf,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { listAddresses } from './address-queries'
import { addAddress, changeAddress, makeDefault, removeAddress } from './change-addresses'
import { ADDRESSES_PER_SHOP } from './domain/address-book'
import type { AddressText } from './domain/return-address'
import { saveShop } from './store'

useDatabase()

const PLATFORM = { role: 'SUPPORT', id: 'key:platform' } as const
const SHOP = { role: 'MANAGER', id: 'manager-1' } as const
const addressOf = (n: number): AddressText => ({
  name: '南栀售后',
  phone: '0575-84110288',
  region: '浙江省 绍兴市 柯桥区',
  detail: `纺都路 88 号 ${n} 号仓`,
})

/** A shop as the platform makes it, with this many addresses; the first is its default. */
async function arrange(count = 2) {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  await inTransaction((tx) => saveShop(tx, PLATFORM, shopId, { name: '南栀织物', returnAddress: addressOf(1) }))
  const keeper = { shopId, actor: SHOP }
  const ids = (await listAddresses(shopId)).map(({ id }) => id)
  for (let n = 2; n <= count; n++) {
    const added = await addAddress(keeper, addressOf(n))
    if (!added.ok) throw new Error(JSON.stringify(added))
    ids.push(added.id)
  }
  const [first = '', second = ''] = ids
  return { shopId, keeper, first, second }
}

/** A return on its way to this address. */
async function sendTo(shopId: string, returnAddressId: string): Promise<string> {
  const { no } = await openCase('RETURN_REFUND', shopId)
  mustSucceed(await act(no, AGENT, { type: 'approve', returnAddressId }))
  return no
}

async function changesOf(shopId: string) {
  const { rows } = await database.query<{ kind: string; actorRole: string; actorId: string; data: unknown }>(
    `SELECT "kind", "actorRole", "actorId", "data" FROM "SettingChange" WHERE "shopId" = $1 ORDER BY "id"`,
    [shopId],
  )
  return rows
}

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code)
const defaultsOf = async (shopId: string) =>
  (await listAddresses(mintShopId(shopId))).filter(({ isDefault }) => isDefault).map(({ id }) => id)

describe('what a manager changes', () => {
  test('is listed default first, and remembered with what it was', async () => {
    const { shopId, keeper, first, second } = await arrange()
    expect(codeOf(await makeDefault(keeper, second))).toBe('ok')
    expect(codeOf(await makeDefault(keeper, second))).toBe('ok')
    expect(codeOf(await changeAddress(keeper, first, { seen: addressOf(1), written: addressOf(3) }))).toBe('ok')
    expect(codeOf(await changeAddress(keeper, first, { seen: addressOf(3), written: addressOf(3) }))).toBe('ok')
    expect(await listAddresses(shopId)).toEqual([
      { id: second, ...addressOf(2), isDefault: true, underWay: 0 },
      { id: first, ...addressOf(3), isDefault: false, underWay: 0 },
    ])
    expect(codeOf(await removeAddress(keeper, first))).toBe('ok')
    expect(codeOf(await removeAddress(keeper, first))).toBe('addressUnknown')
    const of = (actor: { role: string; id: string }) => ({ actorRole: actor.role, actorId: actor.id })
    expect(await changesOf(shopId)).toEqual([
      { kind: 'ReturnAddressAdded', ...of(PLATFORM), data: { id: first, address: addressOf(1), isDefault: true } },
      { kind: 'ReturnAddressAdded', ...of(SHOP), data: { id: second, address: addressOf(2), isDefault: false } },
      {
        kind: 'ReturnAddressDefaultChanged',
        ...of(SHOP),
        data: { id: second, address: addressOf(2), previous: { id: first, address: addressOf(1) } },
      },
      { kind: 'ReturnAddressChanged', ...of(SHOP), data: { id: first, before: addressOf(1), after: addressOf(3) } },
      { kind: 'ReturnAddressRemoved', ...of(SHOP), data: { id: first, address: addressOf(3) } },
    ])
  })

  test('has to be an address, and a new one', async () => {
    const { keeper, second } = await arrange()
    expect(await addAddress(keeper, { ...addressOf(3), phone: '8411' })).toEqual({
      ok: false,
      faults: [{ path: 'phone', code: 'phoneShape' }],
    })
    expect(await addAddress(keeper, { ...addressOf(2), phone: '(0575) 8411 0288' })).toEqual({
      ok: false,
      refusal: { code: 'addressKnown', id: second },
    })
  })

  test('is not what somebody else has rewritten meanwhile', async () => {
    const { keeper, second } = await arrange()
    const seen = addressOf(2)
    expect(codeOf(await changeAddress(keeper, second, { seen, written: addressOf(3) }))).toBe('ok')
    expect(codeOf(await changeAddress(keeper, second, { seen, written: addressOf(4) }))).toBe('addressChanged')
  })

  test('the platform makes its own the default, once', async () => {
    const { shopId, first, second } = await arrange()
    const put = (n: number) =>
      inTransaction((tx) => saveShop(tx, PLATFORM, shopId, { name: '新名', returnAddress: addressOf(n) }))
    expect((await put(2)).returnAddress.id).toBe(second)
    expect((await put(2)).returnAddress.id).toBe(second)
    expect((await put(1)).returnAddress.id).toBe(first)
    expect((await changesOf(shopId)).map(({ kind }) => kind).slice(2)).toEqual([
      'ReturnAddressDefaultChanged',
      'ReturnAddressDefaultChanged',
    ])
  })
})

describe('an address that goods are under way to', () => {
  test('stays until they have arrived, also while the platform looks into it', async () => {
    const { shopId, keeper, second } = await arrange()
    const no = await sendTo(shopId, second)
    const left = async () => (await listAddresses(shopId)).find(({ id }) => id === second)?.underWay
    const refused = { ok: false, refusal: { code: 'addressInUse', cases: 1 } }
    expect(await removeAddress(keeper, second)).toEqual(refused)
    const waybill = { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1447209366' } as const
    mustSucceed(await act(no, BUYER, waybill))
    expect(await removeAddress(keeper, second)).toEqual(refused)
    mustSucceed(await act(no, AGENT, { type: 'openDispute', reason: 'OTHER', statement: '寄回来的不是这一件' }))
    expect(await removeAddress(keeper, second)).toEqual(refused)
    expect(await left()).toBe(1)
    mustSucceed(await act(no, AGENT, { type: 'concedeDispute' }))
    expect(await left()).toBe(0)
    expect(codeOf(await removeAddress(keeper, second))).toBe('ok')
    // what the case kept of it outlives it
    expect((await stateOf(no)).returnAddress).toEqual({ id: second, ...addressOf(2) })
  })

  test('can be rewritten; those goods go where they were told to', async () => {
    const { shopId, keeper, second } = await arrange()
    const no = await sendTo(shopId, second)
    const change = { seen: addressOf(2), written: addressOf(3) }
    expect(await changeAddress(keeper, second, change)).toEqual({ ok: true, id: second, underWay: 1 })
    expect((await stateOf(no)).returnAddress).toEqual({ id: second, ...addressOf(2) })
  })
})

describe('at the same time', () => {
  test('two managers delete one address: one does', async () => {
    const { keeper, second } = await arrange()
    const both = await Promise.all([removeAddress(keeper, second), removeAddress(keeper, second)])
    expect(both.map(codeOf).sort()).toEqual(['addressUnknown', 'ok'])
  })

  test('all delete, choose and put: one default is left, and it is there', async () => {
    for (let round = 0; round < 8; round++) {
      const { shopId, keeper, first, second } = await arrange()
      const put = () =>
        inTransaction((tx) => saveShop(tx, PLATFORM, shopId, { name: 'x', returnAddress: addressOf(1) }))
      const outcomes = await Promise.all([
        makeDefault(keeper, second),
        removeAddress(keeper, first),
        removeAddress(keeper, second),
        put(),
        makeDefault(keeper, first),
      ])
      expect(outcomes).toHaveLength(5)
      expect(await defaultsOf(shopId)).toHaveLength(1)
    }
  })

  test('no more are added than there may be', async () => {
    const { shopId, keeper } = await arrange(ADDRESSES_PER_SHOP - 1)
    const attempts = await Promise.all(Array.from({ length: 4 }, (_, n) => addAddress(keeper, addressOf(900 + n))))
    expect(attempts.map(codeOf).sort()).toEqual(['ok', ...Array(3).fill('tooManyAddresses')])
    expect(await listAddresses(shopId)).toHaveLength(ADDRESSES_PER_SHOP)
  })

  test('an address is chosen or gone, never both', async () => {
    for (let round = 0; round < 20; round++) {
      const { shopId, keeper, second } = await arrange()
      const { no } = await openCase('RETURN_REFUND', shopId)
      const [approved, removed] = await Promise.all([
        act(no, MANAGER, { type: 'approve', returnAddressId: second }),
        removeAddress(keeper, second),
      ])
      const went = [approved.ok ? 'ok' : refusalOf(approved), codeOf(removed)].join(' ')
      expect(['ok addressInUse', 'returnAddressUnknown ok']).toContain(went)
    }
  })

  test('nor by the clock, which takes the default of that moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { shopId, keeper, first, second } = await arrange()
      const { no } = await openCase('RETURN_REFUND', shopId)
      await makeOverdue([no])
      const turn = async () => {
        await makeDefault(keeper, second)
        return removeAddress(keeper, first)
      }
      const [, removed] = await Promise.all([act(no, BUYER, { type: 'readMessages' }), turn()])
      const kept = (await stateOf(no)).returnAddress?.id
      expect(kept === first ? 'addressInUse' : 'ok').toBe(codeOf(removed))
    }
  })
})

test('a shop of a day ago without an address gets its first as its default', async () => {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  await database.query(`INSERT INTO "Shop" ("id", "name", "createdAt") VALUES ($1, $1, $2)`, [
    shopId,
    new Date(Date.now() - DAY),
  ])
  const added = await addAddress({ shopId, actor: SHOP }, addressOf(1))
  expect(codeOf(added)).toBe('ok')
  expect(await defaultsOf(shopId)).toEqual([added.ok && added.id])
})
