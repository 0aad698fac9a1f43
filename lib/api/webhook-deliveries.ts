import { z } from 'zod'
import { newestCursorSchema } from '@/lib/webhooks/cursor'
import { DELIVERY_STATUSES } from '@/lib/webhooks/domain/types'
import { resendDelivery } from '@/lib/webhooks/endpoint-store'
import { findDelivery, listDeliveries } from '@/lib/webhooks/list-queries'
import { answer } from './answer'
import { cursorOf } from './cursor'
import { reading, writing } from './endpoint'
import type { Operation } from './operation'
import { limitSchema, toPage } from './page'
import { notFound, problem } from './problem'
import { pageOf } from './schema-parts'
import { admitKeeperOf } from './webhook-owner'
import { toDeliveryJson, webhookDeliverySchema } from './webhook-schema'

export const deliveryListQuery = z.strictObject({
  status: z.enum(DELIVERY_STATUSES).optional(),
  limit: limitSchema,
  cursor: cursorOf(newestCursorSchema).optional(),
})

/** `GET /webhook-endpoints/{id}/deliveries` */
export const getWebhookDeliveries: Operation<{ id: string }> = reading({
  summary: 'What an endpoint was sent, newest first',
  description: 'Finished deliveries are kept for 30 days.',
  answer: pageOf(webhookDeliverySchema),
  query: deliveryListQuery,
  async run({ key, params, query: { status, limit, cursor } }) {
    const keeper = await admitKeeperOf(key, params.id)
    if (!keeper.ok) return keeper.answer
    const rows = await listDeliveries(keeper.granted, params.id, { status, limit: limit + 1, after: cursor ?? null })
    return answer(200, toPage(rows, limit, { json: toDeliveryJson, cursor: ({ createdAt, id }) => [createdAt, id] }))
  },
})

/** `POST /webhook-endpoints/{id}/deliveries/{deliveryId}/resend` */
export const resendWebhookDelivery: Operation<{ id: string; deliveryId: string }> = writing({
  summary: 'Send a webhook once more',
  description:
    'What was delivered or given up, under the same `webhook-id`, for three more days if need be, and before what its case still has to say.',
  answer: webhookDeliverySchema,
  admit: ({ key, params }) => admitKeeperOf(key, params.id),
  body: z.strictObject({}),
  async run(tx, { params: { id, deliveryId }, granted }) {
    const resent = await resendDelivery(tx, granted, { endpointId: id, deliveryId })
    if (resent === 'pending')
      return problem(409, 'deliveryPending', { detail: 'It waits for its turn already; it was not put there twice.' })
    const delivery = resent && (await findDelivery(granted, id, deliveryId, tx))
    return delivery ? answer(200, toDeliveryJson(delivery)) : notFound()
  },
})
