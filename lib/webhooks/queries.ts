import { instant } from '@/lib/after-sales/row'
import type { ShopId } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { decodeNewest, encodeNewest } from './cursor'
import { findDelivery, findEndpoint, listDeliveries, listEndpoints } from './list-queries'
import {
  type DeliveryStatus,
  MAX_ENDPOINTS,
  type WebhookAttemptView,
  type WebhookDeliveryDetail,
  type WebhookDeliveryPage,
  type WebhookEndpointView,
  type WebhookSettings,
} from './views'

/** What the desk's settings show of the current shop's webhooks. */

const PAGE = 50
const LONGEST_LOG = 100

/** Oldest first, as they were set up. */
export async function loadWebhookSettings(shopId: ShopId): Promise<WebhookSettings> {
  const endpoints = await listEndpoints({ shopId }, { limit: MAX_ENDPOINTS, after: null })
  return { endpoints: endpoints.reverse(), now: await readRealTime() }
}

/** Null when the shop has no such endpoint. */
export function loadEndpoint(shopId: ShopId, endpointId: string): Promise<WebhookEndpointView | null> {
  return findEndpoint({ shopId }, endpointId)
}

/** Null when the shop has no such endpoint; a cursor that is none begins at the beginning. */
export async function loadDeliveries(
  shopId: ShopId,
  endpointId: string,
  { status, cursor }: { status?: DeliveryStatus | undefined; cursor?: string | undefined },
): Promise<WebhookDeliveryPage | null> {
  if (!(await findEndpoint({ shopId }, endpointId))) return null
  const rows = await listDeliveries({ shopId }, endpointId, { status, limit: PAGE + 1, after: decodeNewest(cursor) })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return {
    rows: rows.slice(0, PAGE),
    nextCursor: last ? encodeNewest([last.createdAt, last.id]) : null,
    now: await readRealTime(),
  }
}

/** Null when the shop's endpoint has no such delivery. */
export async function loadDelivery(
  shopId: ShopId,
  endpointId: string,
  deliveryId: string,
): Promise<WebhookDeliveryDetail | null> {
  const row = await findDelivery({ shopId }, endpointId, deliveryId)
  if (!row) return null
  const [payload, attemptLog] = await Promise.all([readPayload(shopId, deliveryId), readLog(shopId, deliveryId)])
  return { ...row, payload, attemptLog, now: await readRealTime() }
}

async function readPayload(shopId: ShopId, deliveryId: string): Promise<string> {
  const { rows } = await within(ofShop(shopId)).query<{ body: string }>(
    `SELECT CASE d."owner" WHEN '' THEN e."platformBody" ELSE e."shopBody" END AS "body"
     FROM "WebhookDelivery" d JOIN "WebhookEvent" e ON e."shopId" = d."shopId" AND e."id" = d."eventId" WHERE d."id" = $1`,
    [deliveryId],
  )
  return rows[0]?.body ?? ''
}

async function readLog(shopId: ShopId, deliveryId: string): Promise<WebhookAttemptView[]> {
  const { rows } = await within(ofShop(shopId)).query<Omit<WebhookAttemptView, 'startedAt'> & { startedAt: Date }>(
    `SELECT a."n", a."startedAt", a."durationMs", a."statusCode", a."error", a."excerpt"
     FROM "WebhookDelivery" d JOIN "WebhookAttempt" a ON a."shopId" = d."shopId" AND a."deliveryId" = d."id"
     WHERE d."id" = $1 ORDER BY a."n" DESC LIMIT ${LONGEST_LOG}`,
    [deliveryId],
  )
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.getTime() }))
}

async function readRealTime(): Promise<number> {
  const { rows } = await database.query<{ now: Date }>('SELECT clock_timestamp() AS "now"')
  return instant(rows[0]?.now ?? null) ?? Date.now()
}
