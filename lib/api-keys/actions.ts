'use server'

import type { z } from 'zod'
import { membershipIn, requireViewer } from '@/lib/auth/gate'
import type { ShopId } from '@/lib/auth/scope'
import { addKey, type KeyKeeper, revokeKey, rotateKey } from './change-keys'
import { keyRevocationSchema, keyRotationSchema, newShopKeySchema } from './commands'
import type { KeyRefusal } from './domain/api-key'
import type { KeyCreated, KeyInvalid, KeyRefused, KeyRevoked, KeyRotated } from './views'

type Keeper = { ok: true; keeper: KeyKeeper; shopId: ShopId } | KeyRefused

/** A key for the shop that the screen showed; the token in the answer is seen now and never again. */
export async function createShopKey(
  input: z.input<typeof newShopKeySchema>,
): Promise<KeyCreated | KeyRefused | KeyInvalid> {
  const request = newShopKeySchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, name, role } = request.data
  const found = await findKeeper(shopId, { code: 'shopUnknown' })
  return found.ok ? addKey(found.keeper.actor, { shopId: found.shopId, name, role }) : found
}

export async function rotateShopKey(
  input: z.input<typeof keyRotationSchema>,
): Promise<KeyRotated | KeyRefused | KeyInvalid> {
  const request = keyRotationSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id, overlap } = request.data
  const found = await findKeeper(shopId, { code: 'keyUnknown' })
  return found.ok ? rotateKey(found.keeper, id, overlap) : found
}

export async function revokeShopKey(
  input: z.input<typeof keyRevocationSchema>,
): Promise<KeyRevoked | KeyRefused | KeyInvalid> {
  const request = keyRevocationSchema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const { shopId, id } = request.data
  const found = await findKeeper(shopId, { code: 'keyUnknown' })
  return found.ok ? revokeKey(found.keeper, id) : found
}

/** Only the shop's managers keep its keys; `absent`: what somebody of another shop is told. */
async function findKeeper(shopId: string, absent: KeyRefusal): Promise<Keeper> {
  const viewer = await requireViewer()
  const membership = membershipIn(viewer, shopId)
  if (!membership) return { ok: false, refusal: absent }
  if (membership.role !== 'MANAGER') return { ok: false, refusal: { code: 'notPermitted' } }
  const scope = { kind: 'SHOPS', shopIds: [membership.shopId] } as const
  return { ok: true, shopId: membership.shopId, keeper: { scope, actor: { role: 'MANAGER', id: viewer.userId } } }
}
