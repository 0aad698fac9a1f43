'use server'

import type { ActOutcome } from '@/lib/after-sales/views'
import { requireViewer, type Viewer } from '@/lib/auth/gate'
import type { Scope } from '@/lib/auth/scope'
import { identifier } from '@/lib/text'
import { retryStuckRefundAs, type Standing } from './round-store'

/** R7.2 Sends the case's stuck refund on its way again: for managers of its shop and for support. */
export async function retryRefund(afterSaleNo: string): Promise<ActOutcome> {
  const viewer = await requireViewer()
  const no = identifier().safeParse(afterSaleNo)
  if (!no.success) return { ok: false, gone: true }
  const handled = await retryStuckRefundAs(standingsOf(viewer), no.data)
  if (handled.ok) return { ok: true, no: no.data, version: handled.state.version, status: handled.state.status }
  return 'missing' in handled ? { ok: false, gone: true } : handled
}

/** The best first. Whoever of support works for the case's shop is no more there than he is in it. */
function standingsOf({ memberships, support, userId: id }: Viewer): Standing[] {
  const shops = (role: 'MANAGER' | 'AGENT'): Standing => {
    const shopIds = memberships.filter((membership) => membership.role === role).map(({ shopId }) => shopId)
    return { scope: { kind: 'SHOPS', shopIds }, actor: { role, id } }
  }
  const platform: Scope = { kind: 'PLATFORM' }
  const asSupport: Standing[] = support ? [{ scope: platform, actor: { role: 'SUPPORT', id } }] : []
  return [shops('MANAGER'), ...asSupport, shops('AGENT')]
}
