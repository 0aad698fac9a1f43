import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { membershipIn, requireViewer } from './gate'
import type { ShopId } from './scope'

/** A manager at the settings of one of his shops, and as whom he is remembered. */
export type ShopKeeper = { shopId: ShopId; actor: Actor }
/** `absent`: it must look as if there were no such shop. */
export type FoundKeeper = { ok: true; keeper: ShopKeeper } | { ok: false; why: 'absent' | 'notPermitted' }

/** Whoever is signed in, as a manager of this shop; sends who is not signed in to do so. */
export async function findKeeper(shopId: string): Promise<FoundKeeper> {
  const viewer = await requireViewer()
  const membership = membershipIn(viewer, shopId)
  if (!membership) return { ok: false, why: 'absent' }
  if (membership.role !== 'MANAGER') return { ok: false, why: 'notPermitted' }
  return { ok: true, keeper: { shopId: membership.shopId, actor: { role: 'MANAGER', id: viewer.userId } } }
}
