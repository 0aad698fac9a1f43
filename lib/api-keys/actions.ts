'use server'

import type { z } from 'zod'
import { asKeeper } from '@/lib/auth/keeper'
import { addKey, revokeKey, rotateKey } from './change-keys'
import { keyRevocationSchema, keyRotationSchema, newShopKeySchema } from './commands'
import type { KeyRefusal } from './domain/api-key'
import type { KeyCreated, KeyInvalid, KeyRefused, KeyRevoked, KeyRotated } from './views'

/** A key for the shop that the screen showed; the token in the answer is seen now and never again. */
export async function createShopKey(
  input: z.input<typeof newShopKeySchema>,
): Promise<KeyCreated | KeyRefused | KeyInvalid> {
  const request = newShopKeySchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, name, role } = request.data
  return asKeeper<KeyCreated | KeyRefused, KeyRefusal>(shopId, { code: 'shopUnknown' }, (keeper) =>
    addKey(keeper.actor, { shopId: keeper.shopId, name, role }),
  )
}

export async function rotateShopKey(
  input: z.input<typeof keyRotationSchema>,
): Promise<KeyRotated | KeyRefused | KeyInvalid> {
  const request = keyRotationSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, overlap } = request.data
  return asKeeper<KeyRotated | KeyRefused, KeyRefusal>(shopId, { code: 'keyUnknown' }, (keeper) =>
    rotateKey(keeper, id, overlap),
  )
}

export async function revokeShopKey(
  input: z.input<typeof keyRevocationSchema>,
): Promise<KeyRevoked | KeyRefused | KeyInvalid> {
  const request = keyRevocationSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id } = request.data
  return asKeeper<KeyRevoked | KeyRefused, KeyRefusal>(shopId, { code: 'keyUnknown' }, (keeper) =>
    revokeKey(keeper, id),
  )
}
