import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { createKey, type KeyHolder, storeNewKey } from '@/lib/auth/api-keys'
import type { Scope } from '@/lib/auth/scope'
import { ofOwner } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import {
  OVERLAPS,
  type Overlap,
  refuseCreation,
  refuseRevocation,
  refuseRotation,
  type ShopKeyRole,
} from './domain/api-key'
import { lockKey, lockKeyCount, markReplaced, markRevoked } from './store'
import type { KeyCreated, KeyRefused, KeyRevoked, KeyRotated } from './views'

/** Whose keys somebody may change, and as whom he is remembered. */
export type KeyKeeper = { scope: Scope; actor: Actor }

/** Makes a key: `tooManyKeys` where a shop has its fill, `shopUnknown` where there is no such shop. */
export async function addKey(actor: Actor, holder: KeyHolder): Promise<KeyCreated | KeyRefused> {
  return inTransaction(ofOwner(holder.shopId), async (tx) => {
    const full = holder.shopId === null ? null : refuseCreation(await lockKeyCount(tx, holder.shopId))
    if (full) return { ok: false, refusal: full }
    const token = await createKey(holder, tx, actor)
    return token === null ? { ok: false, refusal: { code: 'shopUnknown' } } : { ok: true, token }
  })
}

/**
 * Puts a new key of the same name, role and shop in a key's place; the old one goes on working for the overlap. Refused
 * with `keyUnknown`, `keyAlreadyRevoked`, `keyExpired` or `keyAlreadyRotated`.
 */
export async function rotateKey(keeper: KeyKeeper, id: string, overlap: Overlap): Promise<KeyRotated | KeyRefused> {
  return inTransaction(keeper.scope, async (tx) => {
    const old = await lockKey(tx, keeper.scope, id)
    if (!old) return { ok: false, refusal: { code: 'keyUnknown' } }
    const refusal = refuseRotation(old, old.now)
    if (refusal) return { ok: false, refusal }
    const made = await storeNewKey(tx, holderOf(old), keeper.actor)
    if (!made) throw new Error(`key ${old.prefix} belongs to no shop that there is`)
    const oldValidUntil = old.now + OVERLAPS[overlap]
    await markReplaced(tx, id, { id: made.id, expiresAt: oldValidUntil })
    await recordRotation(tx, keeper.actor, { ...old, newPrefix: made.prefix, oldValidUntil })
    return { ok: true, token: made.token, prefix: made.prefix, oldPrefix: old.prefix, oldValidUntil }
  })
}

/** From its commit on the key opens nothing. Refused with `keyUnknown`, `keyAlreadyRevoked` or `keyExpired`. */
export async function revokeKey({ scope, actor }: KeyKeeper, id: string): Promise<KeyRevoked | KeyRefused> {
  return inTransaction(scope, async (tx) => {
    const key = await lockKey(tx, scope, id)
    if (!key) return { ok: false, refusal: { code: 'keyUnknown' } }
    const refusal = refuseRevocation(key, key.now)
    if (refusal) return { ok: false, refusal }
    const { prefix, name, shopId } = key
    await markRevoked(tx, id, key.now)
    await recordSettingChange(tx, { shopId, actor, change: { kind: 'ApiKeyRevoked', data: { prefix, name } } })
    return { ok: true, prefix, name }
  })
}

function holderOf({
  name,
  shopId,
  role,
}: {
  name: string
  shopId: string | null
  role: ShopKeyRole | null
}): KeyHolder {
  return shopId === null || role === null ? { name, shopId: null } : { name, shopId, role }
}

type Rotation = { shopId: string | null; prefix: string; name: string; newPrefix: string; oldValidUntil: number }

async function recordRotation(tx: Tx, actor: Actor, { shopId, prefix, name, newPrefix, oldValidUntil }: Rotation) {
  const data = { prefix, name, newPrefix, oldValidUntil: new Date(oldValidUntil).toISOString() }
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'ApiKeyRotated', data } })
}
