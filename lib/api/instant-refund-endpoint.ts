import { z } from 'zod'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { switchShop } from '@/lib/instant-refund/switch'
import { answer } from './answer'
import { type Admission, writing } from './endpoint'
import { iso } from './iso'
import type { Operation } from './operation'
import { instantRefundAnswer } from './order-schema'
import { notFound, notPermitted } from './problem'

/** `PUT /shops/{shopId}/instant-refund` */
export const putInstantRefund: Operation<{ shopId: string }> = writing({
  summary: 'Turn instant refund on or off',
  description:
    'Counts for applications from then on, never for earlier ones (R5.1). What is so already stays as it is, since when it was. Every change is on record.',
  answer: instantRefundAnswer,
  admit: async ({ key, params }) => admitKeeperOf(key, params.shopId),
  body: z.strictObject({ enabled: z.boolean() }),
  async run(tx, { key, params: { shopId }, body: { enabled }, granted: actor }) {
    const switched = await switchShop(tx, { scope: scopeOfKey(key), actor, shopId, enabled })
    if (switched.ok) return answer(200, { shopId, enabled: switched.enabled, since: iso(switched.since) })
    // who names nothing that he saw is refused for nothing that changed
    return notFound()
  },
})

/** The platform for any shop; a shop's manager for his own. Of another's shop nothing shows. */
function admitKeeperOf(key: ApiKey, shopId: string): Admission<Actor> {
  const id = `key:${key.id}`
  if (key.kind === 'PLATFORM') return { ok: true, granted: { role: 'SUPPORT', id } }
  if (key.shopId !== shopId) return { ok: false, answer: notFound() }
  return key.role === 'MANAGER' ? { ok: true, granted: { role: 'MANAGER', id } } : { ok: false, answer: notPermitted() }
}
