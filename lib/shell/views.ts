import type { Instant } from '@/lib/after-sales/domain/policy'
import type { DisputeCounts } from '@/lib/disputes/views'
import type { Unread } from '@/lib/notifications/views'
import type { SavedFilters } from '@/lib/saved-filters/views'
import type { ServiceCounts } from '@/lib/services/views'

/** What the frame around every screen tells its viewer. */
export type ShellView = {
  now: Instant
  /** Here time can be moved. */
  sandbox: boolean
  /** How many cases wait for the shop. */
  waiting: number
  /** The viewer's filters of the queue; null: he has no shop. */
  saved: SavedFilters | null
  /** The shop's services; null: the viewer has no shop. */
  services: ServiceCounts | null
  /** Whose disputes the viewer has an entry for, and how many there are; null: for none. */
  disputes: { of: DisputesOf; counts: DisputeCounts } | null
  /** How many refunds are stuck; null: not this viewer's business. */
  stuckRefunds: number | null
  unread: Unread
}

/** Those of all shops, or of the one that the desk shows. */
export type DisputesOf = 'ALL' | 'OWN'
