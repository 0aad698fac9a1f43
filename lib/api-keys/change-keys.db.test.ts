import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { authenticateKey, createKey, OPERATOR } from '@/lib/auth/api-keys'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { HOUR, moveClock, PLATFORM, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { addKey, type KeyKeeper, revokeKey, rotateKey } from './change-keys'
import { KEYS_PER_SHOP } from './domain/api-key'
import { ENDED_SHOWN, findKeysBeginning, listKeys, listShopKeys } from './queries'

useDatabase()

const OPERATORS: KeyKeeper = { scope: PLATFORM, actor: OPERATOR }

/** A shop, its manager, and a key that he made. */
async function arrange() {
  const shopId = `shop-${randomUUID()}`
  const userId = `user-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, '南栀织物')`, [shopId])
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash") VALUES ($1, $1 || '@shop.example', '周宁', '-')`,
    [userId],
  )
  const actor: Actor = { role: 'MANAGER', id: userId }
  const keeper: KeyKeeper = { scope: shopScope(shopId), actor }
  const token = await makeKey(actor, shopId)
  return { shopId, actor, keeper, token, id: await idOf(token) }
}

async function makeKey(actor: Actor, shopId: string, name = '聚水潭 ERP'): Promise<string> {
  const made = await addKey(actor, { name, shopId, role: 'AGENT' })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.token
}

async function idOf(token: string): Promise<string> {
  const [key, ...others] = await findKeysBeginning(token)
  if (!key || others.length > 0) throw new Error(`${others.length} others begin like ${token.slice(0, 16)}`)
  return key.id
}

async function changesOf(shopId: string | null) {
  const { rows } = await database.query<{ kind: string; actorRole: string; actorId: string | null; data: object }>(
    `SELECT "kind", "actorRole", "actorId", "data" FROM "SettingChange"
     WHERE "shopId" IS NOT DISTINCT FROM $1 ORDER BY "id"`,
    [shopId],
  )
  return rows
}

const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal.code

describe('a new key', () => {
  test('is stored as a hash, listed by its beginning, and written down with who made it', async () => {
    const { shopId, actor, token, id } = await arrange()
    expect(token).toMatch(/^ak_shop_[\w-]{43}$/)
    expect(await authenticateKey(token)).toEqual({ id, kind: 'SHOP', shopId, role: 'AGENT' })
    const { usable, ended } = await listShopKeys(mintShopId(shopId))
    expect(ended).toEqual([])
    expect(usable).toEqual([
      {
        id,
        prefix: token.slice(0, 16),
        name: '聚水潭 ERP',
        holder: { shopId, role: 'AGENT' },
        createdAt: expect.any(Number),
        createdBy: '周宁',
        lastUsedAt: expect.any(Number),
        state: { kind: 'VALID' },
        replacedBy: null,
        can: { rotate: true, revoke: true },
      },
    ])
    const data = { prefix: token.slice(0, 16), name: '聚水潭 ERP' }
    expect(await changesOf(shopId)).toEqual([{ kind: 'ApiKeyCreated', actorRole: 'MANAGER', actorId: actor.id, data }])
    const { rows } = await database.query<object>(
      `SELECT to_jsonb(k) AS "row" FROM "ApiKey" k UNION ALL SELECT to_jsonb(c) FROM "SettingChange" c`,
    )
    expect(JSON.stringify(rows)).not.toContain(token.slice(16))
  })

  test('needs a shop that is there', async () => {
    const made = await addKey(OPERATOR, { name: 'x', shopId: 'none', role: 'AGENT' })
    expect(made).toEqual({ ok: false, refusal: { code: 'shopUnknown' } })
  })

  test('is one too many after the last that a shop may have, whoever asks at the same time', async () => {
    const { shopId, actor, keeper, id } = await arrange()
    for (let count = 1; count < KEYS_PER_SHOP - 1; count++) await makeKey(actor, shopId)
    const attempts = await Promise.all(
      Array.from({ length: 5 }, () => addKey(actor, { name: 'last', shopId, role: 'AGENT' })),
    )
    expect(attempts.map(codeOf).sort()).toEqual(['ok', ...Array(4).fill('tooManyKeys')])
    // a replaced one makes no room for a third, a revoked one does for another
    expect(codeOf(await rotateKey(keeper, id, '24h'))).toBe('ok')
    expect(codeOf(await addKey(actor, { name: 'more', shopId, role: 'AGENT' }))).toBe('tooManyKeys')
    const [{ id: newest } = { id: '' }] = (await listShopKeys(mintShopId(shopId))).usable
    expect(codeOf(await revokeKey(keeper, newest))).toBe('ok')
    expect(codeOf(await addKey(actor, { name: 'more', shopId, role: 'AGENT' }))).toBe('ok')
  })
})

describe('a rotated key', () => {
  test('works beside the new one until the overlap is over, and then opens nothing', async () => {
    const { shopId, keeper, actor, token, id } = await arrange()
    const rotated = await rotateKey(keeper, id, '24h')
    if (!rotated.ok) throw new Error(rotated.refusal.code)
    expect(rotated.oldPrefix).toBe(token.slice(0, 16))
    const newId = await idOf(rotated.token)
    expect(await authenticateKey(rotated.token)).toEqual({ id: newId, kind: 'SHOP', shopId, role: 'AGENT' })
    expect(await authenticateKey(token)).toMatchObject({ id })
    expect((await listShopKeys(mintShopId(shopId))).usable.map(({ state, replacedBy }) => [state, replacedBy])).toEqual(
      [
        [{ kind: 'VALID' }, null],
        [{ kind: 'EXPIRING', at: rotated.oldValidUntil }, rotated.prefix],
      ],
    )
    await moveClock(24 * HOUR)
    expect(await authenticateKey(token)).toBeNull()
    expect(await authenticateKey(rotated.token)).toMatchObject({ id: newId })
    const { usable, ended } = await listShopKeys(mintShopId(shopId))
    expect(usable.map((key) => key.id)).toEqual([newId])
    expect(ended).toMatchObject([
      {
        id,
        state: { kind: 'EXPIRED', at: rotated.oldValidUntil },
        replacedBy: rotated.prefix,
        can: { rotate: false, revoke: false },
      },
    ])
    expect(await changesOf(shopId)).toMatchObject([
      { kind: 'ApiKeyCreated' },
      {
        kind: 'ApiKeyRotated',
        actorId: actor.id,
        data: {
          prefix: token.slice(0, 16),
          name: '聚水潭 ERP',
          newPrefix: rotated.prefix,
          oldValidUntil: new Date(rotated.oldValidUntil).toISOString(),
        },
      },
    ])
  })

  test('opens nothing at exactly the instant at which it expires', async () => {
    const { keeper, token, id } = await arrange()
    await rotateKey(keeper, id, '1h')
    // the statement that sets the end reads the clock no earlier than this one
    await database.query(`UPDATE "ApiKey" SET "expiresAt" = app_now() WHERE "id" = $1`, [id])
    expect(await authenticateKey(token)).toBeNull()
    await database.query(`UPDATE "ApiKey" SET "expiresAt" = app_now() + interval '1 hour' WHERE "id" = $1`, [id])
    expect(await authenticateKey(token)).not.toBeNull()
  })

  test('without an overlap opens nothing from then on', async () => {
    const { keeper, token, id } = await arrange()
    expect(codeOf(await rotateKey(keeper, id, '0'))).toBe('ok')
    expect(await authenticateKey(token)).toBeNull()
    expect(codeOf(await rotateKey(keeper, id, '0'))).toBe('keyExpired')
    expect(codeOf(await revokeKey(keeper, id))).toBe('keyExpired')
  })

  test('can be revoked before its time, and its successor rotated', async () => {
    const { keeper, token, id } = await arrange()
    const rotated = await rotateKey(keeper, id, '7d')
    if (!rotated.ok) throw new Error(rotated.refusal.code)
    expect(codeOf(await rotateKey(keeper, id, '7d'))).toBe('keyAlreadyRotated')
    expect(codeOf(await revokeKey(keeper, id))).toBe('ok')
    expect(await authenticateKey(token)).toBeNull()
    expect(codeOf(await rotateKey(keeper, await idOf(rotated.token), '1h'))).toBe('ok')
  })

  test('may be the platform’s, for who works at the machine', async () => {
    const token = String(await createKey({ name: 'platform', shopId: null }))
    const rotated = await rotateKey(OPERATORS, await idOf(token), '1h')
    if (!rotated.ok) throw new Error(rotated.refusal.code)
    expect(rotated.token).toMatch(/^ak_platform_[\w-]{43}$/)
    expect(await authenticateKey(rotated.token)).toMatchObject({ kind: 'PLATFORM' })
    expect(await changesOf(null)).toMatchObject([
      { kind: 'ApiKeyCreated', actorRole: 'SYSTEM', actorId: null },
      { kind: 'ApiKeyRotated', actorRole: 'SYSTEM', actorId: null },
    ])
    expect((await listKeys('PLATFORM')).map(({ holder }) => holder)).toEqual([null, null])
  })
})

describe('a revoked key', () => {
  test('opens nothing from then on, and is written down', async () => {
    const { shopId, keeper, actor, token, id } = await arrange()
    expect(await revokeKey(keeper, id)).toEqual({ ok: true, prefix: token.slice(0, 16), name: '聚水潭 ERP' })
    expect(await authenticateKey(token)).toBeNull()
    expect((await listShopKeys(mintShopId(shopId))).ended).toMatchObject([
      { id, state: { kind: 'REVOKED', at: expect.any(Number) }, can: { rotate: false, revoke: false } },
    ])
    expect((await changesOf(shopId)).at(-1)).toMatchObject({ kind: 'ApiKeyRevoked', actorId: actor.id })
    expect(codeOf(await revokeKey(keeper, id))).toBe('keyAlreadyRevoked')
    expect(codeOf(await rotateKey(keeper, id, '24h'))).toBe('keyAlreadyRevoked')
    expect(await changesOf(shopId)).toHaveLength(2)
  })

  test('stays listed among the last that ended', async () => {
    const { shopId, actor, keeper } = await arrange()
    for (let count = 0; count <= ENDED_SHOWN; count++)
      await revokeKey(keeper, await idOf(await makeKey(actor, shopId, `key ${count}`)))
    const { usable, ended } = await listShopKeys(mintShopId(shopId))
    expect(usable).toHaveLength(1)
    expect(ended).toHaveLength(ENDED_SHOWN)
  })
})

describe('of another shop', () => {
  test('a key is unknown, and so is the platform’s', async () => {
    const [mine, theirs] = [await arrange(), await arrange()]
    const platform = await idOf(String(await createKey({ name: 'platform', shopId: null })))
    for (const id of [theirs.id, platform, 'nothing']) {
      expect(codeOf(await revokeKey(mine.keeper, id))).toBe('keyUnknown')
      expect(codeOf(await rotateKey(mine.keeper, id, '24h'))).toBe('keyUnknown')
    }
    expect(await authenticateKey(theirs.token)).not.toBeNull()
    expect((await listShopKeys(mintShopId(mine.shopId))).usable.map(({ id }) => id)).toEqual([mine.id])
  })

  test('no key can take the place of a shop’s, whatever writes it', async () => {
    const [mine, theirs] = [await arrange(), await arrange()]
    const point = database.query(`UPDATE "ApiKey" SET "replacedBy" = $2, "expiresAt" = app_now() WHERE "id" = $1`, [
      mine.id,
      theirs.id,
    ])
    await expect(point).rejects.toThrow('ApiKey_replaced_in_shop')
  })
})

describe('of several at the same instant', () => {
  test('one revokes, the others come too late', async () => {
    const { shopId, keeper, id } = await arrange()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => revokeKey(keeper, id)))
    expect(outcomes.map(codeOf).sort()).toEqual([...Array(5).fill('keyAlreadyRevoked'), 'ok'])
    expect(await changesOf(shopId)).toHaveLength(2)
  })

  test('one rotates: there is one successor', async () => {
    const { shopId, keeper, id } = await arrange()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => rotateKey(keeper, id, '24h')))
    expect(outcomes.map(codeOf).sort()).toEqual([...Array(5).fill('keyAlreadyRotated'), 'ok'])
    expect((await listShopKeys(mintShopId(shopId))).usable).toHaveLength(2)
    expect(await changesOf(shopId)).toHaveLength(2)
  })

  test('who rotates and who revokes come one after the other: the old key is out, whichever came first', async () => {
    const { shopId, keeper, token, id } = await arrange()
    const [rotated, revoked] = await Promise.all([rotateKey(keeper, id, '24h'), revokeKey(keeper, id)])
    expect(codeOf(revoked)).toBe('ok')
    expect(['ok', 'keyAlreadyRevoked']).toContain(codeOf(rotated))
    expect(await authenticateKey(token)).toBeNull()
    expect(await changesOf(shopId)).toHaveLength(rotated.ok ? 3 : 2)
  })
})

test('when it was last used is remembered to the minute', async () => {
  const token = String(await createKey({ name: 'used', shopId: null }))
  const lastUsed = async () => (await findKeysBeginning(token))[0]?.lastUsedAt
  expect(await lastUsed()).toBeNull()
  await authenticateKey(token)
  const first = await lastUsed()
  await authenticateKey(token)
  expect(await lastUsed()).toBe(first)
  await moveClock(60_000)
  await Promise.all(Array.from({ length: 4 }, () => authenticateKey(token)))
  expect(Number(await lastUsed()) - Number(first)).toBeGreaterThanOrEqual(60_000)
})

test.each(['', 'ak_shop_', `ak_shop_${'x'.repeat(43)}`, `ak_shop_${'x'.repeat(42)}\0`, '钥匙', 'x'.repeat(10_000)])(
  '%j opens nothing',
  async (token) => {
    expect(await authenticateKey(token)).toBeNull()
  },
)
