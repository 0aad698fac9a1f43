import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'
import type { MemberRole } from '@/lib/members/domain/member'
import type { QuickReply, ReplyKind, ReplyText } from '@/lib/quick-replies/domain/quick-reply'
import type { AddressText } from '@/lib/shops/domain/return-address'

type NamedAddress = { id: string; address: AddressText }
type AddressChange =
  | { kind: 'ReturnAddressAdded'; data: NamedAddress & { isDefault: boolean } }
  | { kind: 'ReturnAddressChanged'; data: { id: string; before: AddressText; after: AddressText } }
  | { kind: 'ReturnAddressRemoved'; data: NamedAddress }
  | { kind: 'ReturnAddressDefaultChanged'; data: NamedAddress & { previous: NamedAddress | null } }

type ReplyChange =
  | { kind: 'QuickReplyAdded' | 'QuickReplyRemoved'; data: QuickReply & { kind: ReplyKind } }
  | { kind: 'QuickReplyChanged'; data: { id: string; kind: ReplyKind; before: ReplyText; after: ReplyText } }
  /** Places count from 1. */
  | { kind: 'QuickReplyMoved'; data: { id: string; kind: ReplyKind; title: string; from: number; to: number } }

/** Everything about a setting that is worth remembering, without what opens anything. */
export type SettingChange =
  | AddressChange
  | ReplyChange
  | { kind: 'ApiKeyCreated' | 'ApiKeyRevoked'; data: { prefix: string; name: string } }
  | { kind: 'ApiKeyRotated'; data: { prefix: string; name: string; newPrefix: string; oldValidUntil: string } }
  | {
      kind: 'WebhookEndpointCreated' | 'WebhookEndpointDeleted' | 'WebhookSecretRotated'
      data: { id: string; url: string }
    }
  | { kind: 'MemberInvited'; data: { email: string; role: MemberRole; expiresAt: string } }
  | { kind: 'InvitationRevoked'; data: { email: string; role: MemberRole } }
  | {
      kind: 'MemberJoined' | 'MemberDeactivated' | 'MemberReactivated'
      data: { userId: string; name: string; email: string; role: MemberRole }
    }
  | {
      kind: 'MemberRoleChanged'
      data: { userId: string; name: string; email: string; from: MemberRole; to: MemberRole }
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
