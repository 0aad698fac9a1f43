import type { Actor } from '@/lib/after-sales/domain/after-sale'
import type { ApiKey } from '@/lib/auth/api-keys'
import type { Owner } from '@/lib/webhooks/endpoint-store'
import { findEndpoint } from '@/lib/webhooks/list-queries'
import type { WebhookEndpointView } from '@/lib/webhooks/views'
import type { Admission } from './endpoint'
import { notFound, notPermitted } from './problem'

/** A platform key keeps the platform's endpoints, a manager's key those of its shop, an agent's none. */

/** Who keeps endpoints, and as whom. */
export type Keeper = Owner & { actor: Actor }

export async function admitKeeper(key: ApiKey): Promise<Admission<Keeper>> {
  const id = `key:${key.id}`
  if (key.kind === 'PLATFORM') return { ok: true, granted: { shopId: null, actor: { role: 'SUPPORT', id } } }
  if (key.role !== 'MANAGER') return { ok: false, answer: notPermitted() }
  return { ok: true, granted: { shopId: key.shopId, actor: { role: 'MANAGER', id } } }
}

/** For what is about one endpoint: another owner's is not there, whoever asks. */
export async function admitKeeperOf(
  key: ApiKey,
  endpointId: string,
): Promise<Admission<Keeper & { endpoint: WebhookEndpointView }>> {
  const endpoint = await findEndpoint({ shopId: key.kind === 'PLATFORM' ? null : key.shopId }, endpointId)
  if (!endpoint) return { ok: false, answer: notFound() }
  const admission = await admitKeeper(key)
  return admission.ok ? { ok: true, granted: { ...admission.granted, endpoint } } : admission
}
