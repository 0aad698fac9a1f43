import { cache } from 'react'
import { merchantScope, requireMember } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { loadCase } from './case-queries'
import { findShopOf } from './queries'
import type { CaseView } from './views'

/**
 * A case for the member who looks at it, also of another of his shops than the one the list shows, in the role that he
 * has there; null when it is in none of them. Read once per request.
 */
export const readOwnCase = cache(async (no: string): Promise<CaseView | null> => {
  const viewer = await requireMember()
  // an address may hold anything
  if (!identifier().safeParse(no).success) return null
  const shopId = await findShopOf(merchantScope(viewer), no)
  const membership = viewer.memberships.find((one) => one.shopId === shopId)
  return membership ? loadCase({ kind: 'SHOPS', shopIds: [membership.shopId] }, membership.role, no) : null
})
