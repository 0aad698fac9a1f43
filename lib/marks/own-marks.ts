import { findShopOf } from '@/lib/after-sales/queries'
import { merchantScope, requireMember } from '@/lib/auth/gate'
import { identifier } from '@/lib/text'
import { loadMarks } from './queries'
import type { CaseMarks } from './views'

/** How a case is marked, for the member who looks at it; null when it is in none of his shops. */
export async function readOwnMarks(no: string): Promise<CaseMarks | null> {
  const viewer = await requireMember()
  if (!identifier().safeParse(no).success) return null
  const shopId = await findShopOf(merchantScope(viewer), no)
  const marks = shopId && (await loadMarks(shopId, no))
  return marks ? { ...marks, me: { userId: viewer.userId, name: viewer.name } } : null
}
