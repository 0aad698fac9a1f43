import { instant } from '@/lib/after-sales/row'
import { ofOwner } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { NewestCursor } from './cursor'
import type { Owner } from './endpoint-store'
import {
  type DeliveryStatus,
  WAITING_LIMIT,
  type WebhookDeliveryRow,
  type WebhookEndpointView,
  type WebhookHealth,
} from './views'

type EndpointRow = Pick<WebhookEndpointView, 'id' | 'url' | 'types' | 'createdBy' | 'waiting'> & {
  createdAt: Date
  previousSecretUntil: Date | null
  failures: number
  failingSince: Date | null
  openUntil: Date | null
}

const SELECT_ENDPOINT = `SELECT w."id", w."url", w."types", w."createdAt", w."failures", w."failingSince", w."openUntil",
    CASE WHEN w."previousSecretUntil" > clock_timestamp() THEN w."previousSecretUntil" END AS "previousSecretUntil",
    (SELECT u."name" FROM "User" u WHERE u."id" = w."createdById") AS "createdBy",
    (SELECT count(*) FROM (SELECT FROM "WebhookDelivery" d WHERE d."endpointId" = w."id" AND d."status" = 'PENDING'
       LIMIT ${WAITING_LIMIT}) q) AS "waiting"
  FROM "WebhookEndpoint" w WHERE w."deletedAt" IS NULL AND w."owner" = $1`

/** The owner's endpoints, newest first, at most `limit` after `after`. */
export async function listEndpoints(
  { shopId }: Owner,
  { limit, after }: { limit: number; after: NewestCursor | null },
): Promise<WebhookEndpointView[]> {
  const { rows } = await within(ofOwner(shopId)).query<EndpointRow>(
    `${SELECT_ENDPOINT} AND ($2::timestamptz IS NULL OR (w."createdAt", w."id") < ($2, $3))
     ORDER BY w."createdAt" DESC, w."id" DESC LIMIT $4`,
    [shopId ?? '', after ? new Date(after[0]) : null, after?.[1] ?? null, limit],
  )
  return rows.map(toEndpointView)
}

/** Null when the owner has no such endpoint. */
export async function findEndpoint(
  { shopId }: Owner,
  id: string,
  tx: Tx = within(ofOwner(shopId)),
): Promise<WebhookEndpointView | null> {
  const { rows } = await tx.query<EndpointRow>(`${SELECT_ENDPOINT} AND w."id" = $2`, [shopId ?? '', id])
  return rows[0] ? toEndpointView(rows[0]) : null
}

type DeliveryRow = Omit<WebhookDeliveryRow, 'createdAt' | 'nextAttemptAt' | 'finishedAt'> & {
  createdAt: Date
  nextAttemptAt: Date | null
  finishedAt: Date | null
}

const DELIVERY = `d."id", d."eventId" AS "webhookId", d."type", d."subject", d."status", d."attempts", d."lastStatusCode",
  d."lastError", d."createdAt", d."nextAttemptAt", d."finishedAt"`

/** The endpoint's deliveries, newest first; whose it is has to be known. */
export async function listDeliveries(
  { shopId }: Owner,
  endpointId: string,
  { status, limit, after }: { status?: DeliveryStatus | undefined; limit: number; after: NewestCursor | null },
): Promise<WebhookDeliveryRow[]> {
  const { rows } = await within(ofOwner(shopId)).query<DeliveryRow>(
    `SELECT ${DELIVERY} FROM "WebhookDelivery" d WHERE d."endpointId" = $1 AND ($2::text IS NULL OR d."status" = $2)
       AND ($3::timestamptz IS NULL OR (d."createdAt", d."id") < ($3, $4))
     ORDER BY d."createdAt" DESC, d."id" DESC LIMIT $5`,
    [endpointId, status ?? null, after ? new Date(after[0]) : null, after?.[1] ?? null, limit],
  )
  return rows.map(toDeliveryRow)
}

/** Null when the owner's endpoint has no such delivery. */
export async function findDelivery(
  { shopId }: Owner,
  endpointId: string,
  deliveryId: string,
  tx: Tx = within(ofOwner(shopId)),
): Promise<WebhookDeliveryRow | null> {
  const { rows } = await tx.query<DeliveryRow>(
    `SELECT ${DELIVERY} FROM "WebhookDelivery" d JOIN "WebhookEndpoint" w ON w."id" = d."endpointId"
     WHERE d."id" = $1 AND d."endpointId" = $2 AND w."owner" = $3 AND w."deletedAt" IS NULL`,
    [deliveryId, endpointId, shopId ?? ''],
  )
  return rows[0] ? toDeliveryRow(rows[0]) : null
}

function toEndpointView({ createdAt, previousSecretUntil, failures, failingSince, openUntil, ...row }: EndpointRow) {
  return {
    ...row,
    createdAt: createdAt.getTime(),
    previousSecretUntil: instant(previousSecretUntil),
    health: toHealth(failures, instant(failingSince), instant(openUntil)),
  }
}

function toHealth(failures: number, since: number | null, until: number | null): WebhookHealth {
  if (since === null) return { state: 'OK' }
  return until === null ? { state: 'FAILING', since, failures } : { state: 'OPEN', since, until, failures }
}

function toDeliveryRow({ createdAt, nextAttemptAt, finishedAt, ...row }: DeliveryRow): WebhookDeliveryRow {
  return {
    ...row,
    createdAt: createdAt.getTime(),
    nextAttemptAt: instant(nextAttemptAt),
    finishedAt: instant(finishedAt),
  }
}
