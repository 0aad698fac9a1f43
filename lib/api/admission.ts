import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { loadOrder } from '@/lib/orders/store'
import type { OrderRecord } from '@/lib/orders/views'
import type { Admission } from './endpoint'
import { notFound, notPermitted } from './problem'

/** Of a shop's own things the platform's calls are refused to it; of another's, it learns nothing. */

export const admitted: Admission<null> = { ok: true, granted: null }
const forbidden = { ok: false, answer: notPermitted() } as const
const absent = { ok: false, answer: notFound() } as const

/** For the platform's calls about a shop. */
export function admitPlatform(key: ApiKey, shopId: string | undefined): Admission<null> {
  if (key.kind === 'PLATFORM') return admitted
  return shopId === undefined || key.shopId === shopId ? forbidden : absent
}

/** For the platform's calls about an order that is there. */
export async function admitPlatformTo(key: ApiKey, orderNo: string | undefined): Promise<Admission<null>> {
  if (key.kind === 'PLATFORM') return admitted
  if (orderNo === undefined) return forbidden
  return (await loadOrder(scopeOfKey(key), orderNo)) ? forbidden : absent
}

/** For the platform's calls that need the order as it stands. */
export async function admitPlatformWithOrder(key: ApiKey, orderNo: string): Promise<Admission<OrderRecord>> {
  const order = await loadOrder(scopeOfKey(key), orderNo)
  if (!order) return absent
  return key.kind === 'PLATFORM' ? { ok: true, granted: order } : forbidden
}

/** A field of a body that has not been judged yet, if it could name anything. */
export function nameIn(body: unknown, field: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined
  return typeof value === 'string' ? value : undefined
}
