import type { ShopId } from './scope'

/** Says that access to the shop has been checked. For the gate (a member's session) and for API keys, nobody else. */
export function mintShopId(id: string): ShopId {
  return id as ShopId
}
