import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { ShopKeyRole } from '@/lib/api-keys/domain/api-key'
import { ofOwner } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { recordSettingChange } from '@/lib/settings/change-store'
import { findKey, insertKey, touchKey } from './api-key-store'
import { hashToken, isToken, mintToken } from './key-token'
import { mintShopId } from './mint'
import type { Scope, ShopId } from './scope'

/** For whom a key speaks: the platform (orders, buyers, support), or the merchant side of one shop. */
export type ApiKey = { id: string; kind: 'PLATFORM' } | { id: string; kind: 'SHOP'; shopId: ShopId; role: ShopKeyRole }
/** What a key is made for. `shopId: null` makes a platform key. */
export type KeyHolder = { name: string; shopId: null } | { name: string; shopId: string; role: ShopKeyRole }
/** `token` is seen now and never again. */
export type NewKey = { id: string; prefix: string; token: string }

/** Whoever works at the machine itself: the command line, the sandbox. */
export const OPERATOR: Actor = { role: 'SYSTEM', id: null }

/**
 * The key that this token is; null for one that is unknown, revoked or expired. Wrong ones are not counted: nobody
 * guesses 256 bits, telling that one is wrong costs what counting it would, and a limit on an address would shut out
 * who sends a right one from there.
 */
export async function authenticateKey(token: string): Promise<ApiKey | null> {
  const hash = hashToken(token)
  const fromEnvironment = recognizeEnvironmentKey(hash)
  if (fromEnvironment) return fromEnvironment
  const found = isToken(token) ? await findKey(hash) : null
  if (!found) return null
  if (!found.used) await touchKey(found.id)
  return found.shopId === null || found.role === null
    ? { id: found.id, kind: 'PLATFORM' }
    : { id: found.id, kind: 'SHOP', shopId: mintShopId(found.shopId), role: found.role }
}

/** Makes a key, writes down who did, and returns its token, the only time that anybody sees it. Null: no such shop. */
export async function createKey(holder: KeyHolder, tx?: Tx, by: Actor = OPERATOR): Promise<string | null> {
  if (!tx) return inTransaction(ofOwner(holder.shopId), (own) => createKey(holder, own, by))
  const made = await storeNewKey(tx, holder, by)
  if (!made) return null
  const data = { prefix: made.prefix, name: holder.name }
  await recordSettingChange(tx, { shopId: holder.shopId, actor: by, change: { kind: 'ApiKeyCreated', data } })
  return made.token
}

/** The key alone: what it was made for, the caller writes down. Null: no such shop. */
export async function storeNewKey(tx: Tx, holder: KeyHolder, by: Actor): Promise<NewKey | null> {
  const { token, prefix, hash } = mintToken(holder.shopId === null ? 'PLATFORM' : 'SHOP')
  const id = randomUUID()
  const role = holder.shopId === null ? null : holder.role
  const stored = await insertKey(tx, { id, ...holder, role, prefix, hash, createdBy: by.id })
  return stored ? { id, prefix, token } : null
}

/** Whose rows the key may see. */
export function scopeOfKey(key: ApiKey): Scope {
  return key.kind === 'PLATFORM' ? { kind: 'PLATFORM' } : { kind: 'SHOPS', shopIds: [key.shopId] }
}

/** AFTERDESK_PLATFORM_KEY is a platform key as it stands: nothing of it is stored, so a changed one counts at once. */
function recognizeEnvironmentKey(hash: string): ApiKey | null {
  const { AFTERDESK_PLATFORM_KEY } = env()
  if (AFTERDESK_PLATFORM_KEY === undefined) return null
  const known = hashToken(AFTERDESK_PLATFORM_KEY.trim())
  const same = timingSafeEqual(Buffer.from(known, 'hex'), Buffer.from(hash, 'hex'))
  return same ? { id: `env-${known.slice(0, 16)}`, kind: 'PLATFORM' } : null
}
