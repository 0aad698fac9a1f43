import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { Tx } from '@/lib/db/transaction'
import { recordSettingChange } from '@/lib/settings/change-store'
import { closeCircuit, countInFlight, lockEndpoint } from './circuit-store'
import type { EndpointRequest } from './commands'
import { WEBHOOK_DELIVERY } from './delivery-policy'
import { scheduleLane, wakeLanes } from './jobs-store'
import { makeSecret, sealSecret } from './secrets'
import { MAX_ENDPOINTS } from './views'
import { findWaiting } from './waiting-store'

/** Whose endpoints: a shop's, or with null the platform's. */
export type Owner = { shopId: string | null }
type Acting = Owner & { actor: Actor }

/** A new endpoint with its secret, the only time that anybody sees it; `full`: the owner has as many as there may be. */
export async function createEndpoint(
  tx: Tx,
  { shopId, actor }: Acting,
  { url, types }: EndpointRequest,
): Promise<{ id: string; secret: string } | 'full'> {
  // one at a time for each owner, so that two at once cannot both be the last
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhook endpoints ' || $1, 0))`, [shopId ?? ''])
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) FROM "WebhookEndpoint" WHERE "owner" = $1 AND "deletedAt" IS NULL`,
    [shopId ?? ''],
  )
  if ((rows[0]?.count ?? 0) >= MAX_ENDPOINTS) return 'full'
  const id = `we_${randomUUID().replaceAll('-', '')}`
  const secret = makeSecret()
  await tx.query(
    `INSERT INTO "WebhookEndpoint" ("id", "shopId", "url", "types", "secret", "createdByRole", "createdById")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, shopId, url, types, sealSecret(secret, id), actor.role, actor.id],
  )
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'WebhookEndpointCreated', data: { id, url } } })
  return { id, secret }
}

/** False when the owner has no such endpoint. What waits for it is not sent any more, and is cleared away later. */
export async function deleteEndpoint(tx: Tx, { shopId, actor }: Acting, id: string): Promise<boolean> {
  const { rows } = await tx.query<{ url: string }>(
    `UPDATE "WebhookEndpoint" SET "deletedAt" = clock_timestamp()
     WHERE "id" = $1 AND "owner" = $2 AND "deletedAt" IS NULL RETURNING "url"`,
    [id, shopId ?? ''],
  )
  const url = rows[0]?.url
  if (url === undefined) return false
  await recordSettingChange(tx, { shopId, actor, change: { kind: 'WebhookEndpointDeleted', data: { id, url } } })
  return true
}

/** A new secret; the present one signs too until `previousValidUntil`. Null when the owner has no such endpoint. */
export async function rotateSecret(
  tx: Tx,
  { shopId, actor }: Acting,
  id: string,
): Promise<{ secret: string; previousValidUntil: Date } | null> {
  const secret = makeSecret()
  const { rows } = await tx.query<{ url: string; previousSecretUntil: Date }>(
    `UPDATE "WebhookEndpoint" SET "previousSecret" = "secret", "secret" = $3,
       "previousSecretUntil" = clock_timestamp() + $4 * INTERVAL '1 millisecond'
     WHERE "id" = $1 AND "owner" = $2 AND "deletedAt" IS NULL RETURNING "url", "previousSecretUntil"`,
    [id, shopId ?? '', sealSecret(secret, id), WEBHOOK_DELIVERY.secretOverlapMs],
  )
  const row = rows[0]
  if (!row) return null
  const change = { kind: 'WebhookSecretRotated' as const, data: { id, url: row.url } }
  await recordSettingChange(tx, { shopId, actor, change })
  return { secret, previousValidUntil: row.previousSecretUntil }
}

/** Tries the endpoint as if it had never failed: everything that waits goes now. False when there is none such. */
export async function resumeEndpoint(tx: Tx, { shopId }: Owner, id: string): Promise<boolean> {
  const endpoint = await lockEndpoint(tx, id)
  if (!endpoint || endpoint.deleted || endpoint.shopId !== shopId) return false
  await closeCircuit(tx, id)
  const places = WEBHOOK_DELIVERY.inFlight - (await countInFlight(tx, id))
  await wakeLanes(tx, await findWaiting(tx, id, places))
  return true
}

/**
 * Sends once more what was delivered or given up, under its own `webhook-id` and before what its case still has to say.
 * `pending`: it waits for its turn already. Null when the owner has no such delivery.
 */
export async function resendDelivery(
  tx: Tx,
  { shopId }: Owner,
  { endpointId, deliveryId }: { endpointId: string; deliveryId: string },
): Promise<'resent' | 'pending' | null> {
  const endpoint = await lockEndpoint(tx, endpointId)
  if (!endpoint || endpoint.deleted || endpoint.shopId !== shopId) return null
  const { rows } = await tx.query<{ subject: string; resent: boolean }>(
    `WITH d AS (SELECT "shopId", "id", "subject", "status" FROM "WebhookDelivery" WHERE "endpointId" = $1 AND "id" = $2),
     resent AS (UPDATE "WebhookDelivery" r SET "status" = 'PENDING', "seriesAttempts" = 0, "finishedAt" = NULL,
         "nextAttemptAt" = clock_timestamp(), "giveUpAt" = clock_timestamp() + $3 * INTERVAL '1 millisecond'
       FROM d WHERE r."shopId" = d."shopId" AND r."id" = d."id" AND d."status" <> 'PENDING' RETURNING 1)
     SELECT "subject", EXISTS (SELECT FROM resent) AS "resent" FROM d`,
    [endpointId, deliveryId, WEBHOOK_DELIVERY.giveUpAfterMs],
  )
  const found = rows[0]
  if (!found) return null
  if (!found.resent) return 'pending'
  await scheduleLane(tx, { endpointId, subject: found.subject }, 0)
  return 'resent'
}
