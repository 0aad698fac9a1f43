import type { ActorRole } from '@/lib/after-sales/domain/after-sale'
import { iso } from '@/lib/after-sales/row'
import { type Announcement, newWebhookId } from './bodies'

/**
 * R5.1 A switch of a shop's instant refund. `seq`: its number among the changes of the shop's settings, which orders it in
 * the shop's own lane. Instants in epoch ms.
 */
export type Switched = { shopId: string; seq: number; since: number | null; by: ActorRole; at: number }

/** Who is told of a shop: the shop itself, and the platform. What is about a shop arrives in order, as of a case. */
export function announceSwitch({ shopId, seq, at }: Switched): Announcement {
  return { shopId, id: newWebhookId(), subject: shopId, seq, ordinal: 0, type: 'shop.instant_refund_changed', at }
}

/** The same for both sides: the switch as it was left. */
export function writeShopBody({ id, type, at }: Announcement, { shopId, since, by }: Switched): string {
  const data = { shopId, enabled: since !== null, since: iso(since), changedBy: by === 'MANAGER' ? by : 'PLATFORM' }
  return JSON.stringify({ id, type, timestamp: new Date(at).toISOString(), data })
}
