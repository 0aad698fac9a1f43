import { DESK_KEY, fetchJson } from '@/components/list/fetch'
import type {
  DeliveryStatus,
  WebhookDeliveryDetail,
  WebhookDeliveryPage,
  WebhookDeliveryRow,
  WebhookEndpointView,
} from '@/lib/webhooks/views'

export type ListedEndpoint = WebhookEndpointView & { last: Pick<WebhookDeliveryRow, 'status' | 'createdAt'> | null }
export type EndpointList = { endpoints: ListedEndpoint[]; now: number }
export type EndpointPage = WebhookDeliveryPage & { endpoint: WebhookEndpointView }
export type PageWanted = { shopId: string; id: string; status: DeliveryStatus | undefined }

/** Below the desk's: the news of a case is the news of what is sent about it. */
const WEBHOOKS_KEY = [...DESK_KEY, 'webhooks'] as const
export const listKey = (shopId: string) => [...WEBHOOKS_KEY, 'list', shopId] as const
export const endpointKey = (id: string) => [...WEBHOOKS_KEY, 'endpoint', id] as const

export function fetchList(shopId: string, signal: AbortSignal): Promise<EndpointList> {
  return fetchJson(`/api/desk/webhooks?${new URLSearchParams({ shop: shopId })}`, signal)
}

export function fetchPage(
  { shopId, id, status }: PageWanted,
  cursor: string | null,
  signal: AbortSignal,
): Promise<EndpointPage> {
  const params = new URLSearchParams({ shop: shopId, ...(status && { status }), ...(cursor && { cursor }) })
  return fetchJson(`/api/desk/webhooks/${id}?${params}`, signal)
}

export function fetchDelivery(
  { shopId, id }: { shopId: string; id: string },
  deliveryId: string,
  signal: AbortSignal,
): Promise<WebhookDeliveryDetail> {
  return fetchJson(`/api/desk/webhooks/${id}/${deliveryId}?${new URLSearchParams({ shop: shopId })}`, signal)
}
