import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'

/** Everything about a setting that is worth remembering, without what opens anything. */
export type SettingChange =
  | { kind: 'ApiKeyCreated' | 'ApiKeyRevoked'; data: { prefix: string; name: string } }
  | { kind: 'ApiKeyRotated'; data: { prefix: string; name: string; newPrefix: string; oldValidUntil: string } }
  | {
      kind: 'WebhookEndpointCreated' | 'WebhookEndpointDeleted' | 'WebhookSecretRotated'
      data: { id: string; url: string }
    }
  | { kind: 'InstantRefundSwitched'; data: { enabled: boolean } }

/**
 * Writes down who changed what, in the transaction that changes it, and tells the shop's open screens once it commits.
 * `shopId: null`: a setting of the platform's.
 */
export async function recordSettingChange(
  tx: Tx,
  { shopId, actor, change }: { shopId: string | null; actor: Actor; change: SettingChange },
): Promise<void> {
  await tx.query(
    `INSERT INTO "SettingChange" ("shopId", "kind", "actorRole", "actorId", "data") VALUES ($1, $2, $3, $4, $5)`,
    [shopId, change.kind, actor.role, actor.id, change.data],
  )
  if (shopId !== null) await tx.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId, settings: true })])
}
