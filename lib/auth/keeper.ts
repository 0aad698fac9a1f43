import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { membershipIn, requireViewer } from './gate'
import type { Scope, ShopId } from './scope'

/** A manager at the settings of one of his shops, and as whom he is remembered. */
export type ShopKeeper = { shopId: ShopId; actor: Actor }
/** The same who is signed in, with the scope of that shop alone. */
export type SignedInKeeper = ShopKeeper & { userId: string; scope: Scope }
/** `absent`: it must look as if there were no such shop. */
export type FoundKeeper = { ok: true; keeper: SignedInKeeper } | { ok: false; why: 'absent' | 'notPermitted' }

/** Whoever is signed in, as a manager of this shop; sends who is not signed in to do so. */
export async function findKeeper(shopId: string): Promise<FoundKeeper> {
  const viewer = await requireViewer()
  const membership = membershipIn(viewer, shopId)
  if (!membership) return { ok: false, why: 'absent' }
  if (membership.role !== 'MANAGER') return { ok: false, why: 'notPermitted' }
  const { userId } = viewer
  const own = membership.shopId
  const scope: Scope = { kind: 'SHOPS', shopIds: [own] }
  return { ok: true, keeper: { shopId: own, scope, userId, actor: { role: 'MANAGER', id: userId } } }
}

/** What only the shop's managers may do; `absent`: what somebody of another shop is told. */
export async function asKeeper<T, R extends { code: string }>(
  shopId: string,
  absent: R,
  act: (keeper: SignedInKeeper) => Promise<T>,
): Promise<T | { ok: false; refusal: R | { code: 'notPermitted' } }> {
  const found = await findKeeper(shopId)
  if (found.ok) return act(found.keeper)
  return { ok: false, refusal: found.why === 'absent' ? absent : { code: 'notPermitted' } }
}
