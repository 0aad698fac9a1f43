import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { loadDeliveries, loadEndpoint, loadWebhookSettings } from './queries'
import type { DeliveryStatus, WebhookDeliveryPage, WebhookDeliveryRow, WebhookEndpointView } from './views'

/** What the screens ask for at once. */

type Last = Pick<WebhookDeliveryRow, 'status' | 'createdAt'>
type ListedEndpoint = WebhookEndpointView & {
  /** The newest delivery; null when there was none yet, or none that is still kept. */
  last: Last | null
}

/** The shop's endpoints, each with its newest delivery. `now`: the real time. */
export async function loadEndpointList(shopId: ShopId): Promise<{ endpoints: ListedEndpoint[]; now: number }> {
  const [{ endpoints, now }, last] = await Promise.all([loadWebhookSettings(shopId), findNewest(shopId)])
  return { endpoints: endpoints.map((endpoint) => ({ ...endpoint, last: last.get(endpoint.id) ?? null })), now }
}

/** An endpoint and a page of its deliveries; null when the shop has no such endpoint. */
export async function loadEndpointPage(
  shopId: ShopId,
  endpointId: string,
  asked: { status?: DeliveryStatus | undefined; cursor?: string | undefined },
): Promise<(WebhookDeliveryPage & { endpoint: WebhookEndpointView }) | null> {
  const [endpoint, page] = await Promise.all([
    loadEndpoint(shopId, endpointId),
    loadDeliveries(shopId, endpointId, asked),
  ])
  return endpoint && page && { ...page, endpoint }
}

async function findNewest(shopId: ShopId): Promise<Map<string, Last>> {
  const { rows } = await within(ofShop(shopId)).query<Pick<Last, 'status'> & { id: string; createdAt: Date }>(
    `SELECT w."id", d."status", d."createdAt" FROM "WebhookEndpoint" w
     CROSS JOIN LATERAL (SELECT d."status", d."createdAt" FROM "WebhookDelivery" d WHERE d."endpointId" = w."id"
       ORDER BY d."createdAt" DESC, d."id" DESC LIMIT 1) d
     WHERE w."owner" = $1 AND w."deletedAt" IS NULL`,
    [shopId],
  )
  return new Map(rows.map(({ id, status, createdAt }) => [id, { status, createdAt: createdAt.getTime() }]))
}
