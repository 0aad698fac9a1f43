import type { KeyKind } from '@/lib/api/openapi/note'
import { revokeKey, rotateKey } from '@/lib/api-keys/change-keys'
import { listShopKeys } from '@/lib/api-keys/queries'
import { createKey, OPERATOR } from '@/lib/auth/api-keys'
import { mintShopId } from '@/lib/auth/mint'
import { createShop, mustBe, PLATFORM_KEY, put, shopBody, text } from '@/tests/support/api'
import { shopScope } from '@/tests/support/cases'

/** Two shops that know nothing of each other, and keys of every kind: those that open, and those that no longer do. */
export type World = { own: ShopOfWorld; other: ShopOfWorld; closed: Readonly<Record<ClosedKey, string | null>> }
export type ShopOfWorld = { shopId: string; addressId: string; keys: Readonly<Record<KeyKind, string>> }

export const CLOSED_KEYS = ['none', 'wrong', 'unlike any', 'revoked', 'replaced and expired'] as const
export type ClosedKey = (typeof CLOSED_KEYS)[number]

export async function createWorld(): Promise<World> {
  const [own, other] = [await createShopOfWorld(), await createShopOfWorld()]
  const closed = {
    none: null,
    wrong: `ak_shop_${'x'.repeat(43)}`,
    'unlike any': "' OR 1=1 --",
    revoked: await closeKey(own.shopId, (keeper, id) => revokeKey(keeper, id)),
    'replaced and expired': await closeKey(own.shopId, (keeper, id) => rotateKey(keeper, id, '0')),
  }
  return { own, other, closed }
}

async function createShopOfWorld(): Promise<ShopOfWorld> {
  const { shopId, agent, manager } = await createShop()
  const addressId = text(mustBe(200, await put(`shops/${shopId}`, shopBody())), 'returnAddress.id')
  return { shopId, addressId, keys: { PLATFORM: PLATFORM_KEY, AGENT: agent, MANAGER: manager } }
}

type Close = (keeper: Parameters<typeof revokeKey>[0], id: string) => Promise<{ ok: boolean }>

async function closeKey(shopId: string, close: Close): Promise<string> {
  const name = `closed-${Math.random()}`
  const token = await createKey({ name, shopId, role: 'MANAGER' })
  const key = (await listShopKeys(mintShopId(shopId))).usable.find((one) => one.name === name)
  const closed = key && (await close({ scope: shopScope(shopId), actor: OPERATOR }, key.id))
  if (!token || !closed?.ok) throw new Error('a key was not made, or not closed')
  return token
}
