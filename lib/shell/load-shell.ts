import { countQueue } from '@/lib/after-sales/queries'
import { currentScope, refundScope } from '@/lib/auth/gate'
import type { Viewer } from '@/lib/auth/views'
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
  const [clock, queue, saved, services, disputes, stuck, unread] = await Promise.all([
    readClock(),
    countQueue(currentScope(viewer)),
    viewer.current && loadSavedFilters(viewer.current.shopId, viewer.userId),
    viewer.current && countServices(currentScope(viewer)),
    countDisputes(of === 'ALL' ? { kind: 'PLATFORM' } : currentScope(viewer)),
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
