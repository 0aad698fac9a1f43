import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { findKey, insertKey, revokeKeys, selectKeys, touchKey } from './api-key-store'
import { mintShopId } from './mint'
import type { Scope, ShopId } from './scope'

export type ShopKeyRole = 'AGENT' | 'MANAGER'
/** For whom a key speaks: the platform (orders, buyers, support), or the merchant side of one shop. */
export type ApiKey = { id: string; kind: 'PLATFORM' } | { id: string; kind: 'SHOP'; shopId: ShopId; role: ShopKeyRole }
/** What a key is made for. `shopId: null` makes a platform key. */
export type KeyHolder = { name: string; shopId: null } | { name: string; shopId: string; role: ShopKeyRole }

const PREFIX_LENGTH = { PLATFORM: 'ak_platform_'.length + 8, SHOP: 'ak_shop_'.length + 8 }
const TOUCH_EVERY_MS = 60_000

/** The key that this token is; null for an unknown or revoked one. */
export async function authenticateKey(token: string): Promise<ApiKey | null> {
  const hash = hashKey(token)
  const fromEnvironment = recognizeEnvironmentKey(hash)
  if (fromEnvironment) return fromEnvironment
  const found = await findKey(hash)
  if (!found) return null
  if (found.unusedForMs === null || found.unusedForMs >= TOUCH_EVERY_MS) await touchKey(found.id)
  return found.shopId === null || found.role === null
    ? { id: found.id, kind: 'PLATFORM' }
    : { id: found.id, kind: 'SHOP', shopId: mintShopId(found.shopId), role: found.role }
}

/** Makes a key and returns it, the only time that anybody sees it. Null when there is no such shop. */
export async function createKey(holder: KeyHolder, tx?: Tx): Promise<string | null> {
  const kind = holder.shopId === null ? 'PLATFORM' : 'SHOP'
  const token = `ak_${kind.toLowerCase()}_${randomBytes(32).toString('base64url')}`
  const made = await insertKey(
    {
      id: randomUUID(),
      name: holder.name,
      prefix: token.slice(0, PREFIX_LENGTH[kind]),
      hash: hashKey(token),
      shopId: holder.shopId,
      role: holder.shopId === null ? null : holder.role,
    },
    tx,
  )
  return made ? token : null
}

/** Every key there is, newest first, without what opens anything. */
export const listKeys = selectKeys

/** Revokes the keys that begin like this; returns how many. */
export const revokeKey = revokeKeys

/** Whose rows the key may see. */
export function scopeOfKey(key: ApiKey): Scope {
  return key.kind === 'PLATFORM' ? { kind: 'PLATFORM' } : { kind: 'SHOPS', shopIds: [key.shopId] }
}

/** AFTERDESK_PLATFORM_KEY is a platform key as it stands: nothing of it is stored, so a changed one counts at once. */
function recognizeEnvironmentKey(hash: string): ApiKey | null {
  const { AFTERDESK_PLATFORM_KEY } = env()
  if (AFTERDESK_PLATFORM_KEY === undefined) return null
  const known = hashKey(AFTERDESK_PLATFORM_KEY.trim())
  const same = timingSafeEqual(Buffer.from(known, 'hex'), Buffer.from(hash, 'hex'))
  return same ? { id: `env-${known.slice(0, 16)}`, kind: 'PLATFORM' } : null
}

function hashKey(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
