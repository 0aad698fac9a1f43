import { countQueue } from '@/lib/after-sales/queries'
import { settleForList } from '@/lib/after-sales/sweep'
import { currentScope, refundScope } from '@/lib/auth/gate'
import type { Viewer } from '@/lib/auth/views'
import { EVERYWHERE } from '@/lib/db/reach'
import { countDisputes } from '@/lib/disputes/queries'
import { ownersOf } from '@/lib/notifications/owners'
import { countUnread } from '@/lib/notifications/queries'
import { listStuckRefunds } from '@/lib/refunds/queries'
import { isSandbox, readClock } from '@/lib/sandbox/clock'
import { loadSavedFilters } from '@/lib/saved-filters/queries'
import { countServices } from '@/lib/services/queries'
import type { DisputesOf, ShellView } from './views'

/** Reads what stands around every screen. `of`: whose disputes the viewer is to have an entry for; OWN takes a shop. */
export async function loadShell(viewer: Viewer, of: DisputesOf): Promise<ShellView> {
  const refunds = refundScope(viewer)
  const scope = currentScope(viewer)
  // R0.3 what is counted here and what the page lists are of one moment
  if (viewer.current) await settleForList(scope)
  const [clock, queue, saved, services, disputes, stuck, unread] = await Promise.all([
    readClock(),
    countQueue(scope),
    viewer.current && loadSavedFilters(viewer.current.shopId, viewer.userId),
    viewer.current && countServices(scope),
    countDisputes(of === 'ALL' ? EVERYWHERE : scope),
    refunds && listStuckRefunds(refunds),
    countUnread(ownersOf(viewer)),
  ])
  return {
    now: clock.now.getTime(),
    sandbox: isSandbox(),
    waiting: queue.MERCHANT,
    saved,
    services,
    disputes: of === 'ALL' || viewer.current ? { of, counts: disputes } : null,
    stuckRefunds: stuck?.length ?? null,
    unread,
  }
}
