import { z } from 'zod'
import { isTargetPrivate } from '@/lib/webhooks/check-endpoint'
import { endpointSchema } from '@/lib/webhooks/commands'
import { newestCursorSchema } from '@/lib/webhooks/cursor'
import { createEndpoint, deleteEndpoint, resumeEndpoint, rotateSecret } from '@/lib/webhooks/endpoint-store'
import { findEndpoint, listEndpoints } from '@/lib/webhooks/list-queries'
import { MAX_ENDPOINTS } from '@/lib/webhooks/views'
import { answer } from './answer'
import { cursorOf } from './cursor'
import { reading, writing } from './endpoint'
import type { Operation } from './operation'
import { limitSchema, toPage } from './page'
import { invalidField, notFound, problem } from './problem'
import { pageOf } from './schema-parts'
import { admitKeeper, admitKeeperOf } from './webhook-owner'
import { createdEndpointSchema, rotatedSecretSchema, toEndpointJson, webhookEndpointSchema } from './webhook-schema'

type OneEndpoint = { id: string }

export const endpointListQuery = z.strictObject({
  limit: limitSchema,
  cursor: cursorOf(newestCursorSchema).optional(),
})

/** `POST /webhook-endpoints` */
export const postWebhookEndpoint: Operation<unknown> = writing({
  summary: 'Set up a webhook endpoint',
  description: `Of a platform key it hears of all shops, of a manager’s key of its shop. At most ${MAX_ENDPOINTS} each. An address on a private network is refused; a name that does not resolve yet is taken, and checked at every connection.`,
  answer: createdEndpointSchema,
  status: 201,
  admit: ({ key }) => admitKeeper(key),
  body: endpointSchema,
  async check({ body }) {
    if (!(await isTargetPrivate(body.url))) return null
    return invalidField('url', 'targetPrivate', 'leads to an address that is not on the public internet')
  },
  async run(tx, { body, granted }) {
    const made = await createEndpoint(tx, granted, body)
    if (made === 'full') return problem(409, 'tooManyEndpoints', { detail: `There are ${MAX_ENDPOINTS} already.` })
    const endpoint = await findEndpoint(granted, made.id, tx)
    if (!endpoint) throw new Error('the endpoint just made is not there')
    const { id, url, types, createdAt } = toEndpointJson(endpoint)
    return answer(201, { id, url, types, createdAt, secret: made.secret })
  },
})

/** `GET /webhook-endpoints` */
export const getWebhookEndpoints: Operation<unknown> = reading({
  summary: 'Webhook endpoints, newest first',
  answer: pageOf(webhookEndpointSchema),
  query: endpointListQuery,
  async run({ key, query: { limit, cursor } }) {
    const keeper = await admitKeeper(key)
    if (!keeper.ok) return keeper.answer
    const rows = await listEndpoints(keeper.granted, { limit: limit + 1, after: cursor ?? null })
    return answer(200, toPage(rows, limit, { json: toEndpointJson, cursor: ({ createdAt, id }) => [createdAt, id] }))
  },
})

/** `GET /webhook-endpoints/{id}` */
export const getWebhookEndpoint: Operation<OneEndpoint> = reading({
  summary: 'Read a webhook endpoint',
  answer: webhookEndpointSchema,
  query: z.strictObject({}),
  async run({ key, params }) {
    const keeper = await admitKeeperOf(key, params.id)
    return keeper.ok ? answer(200, toEndpointJson(keeper.granted.endpoint)) : keeper.answer
  },
})

/** `DELETE /webhook-endpoints/{id}` */
export const removeWebhookEndpoint: Operation<OneEndpoint> = writing({
  summary: 'Remove a webhook endpoint',
  description: 'What waits for it is not sent any more.',
  answer: z.null(),
  status: 204,
  admit: ({ key, params }) => admitKeeperOf(key, params.id),
  body: z.strictObject({}),
  async run(tx, { params, granted }) {
    return (await deleteEndpoint(tx, granted, params.id)) ? { status: 204, body: null } : notFound()
  },
})

/** `POST /webhook-endpoints/{id}/secret` */
export const postWebhookSecret: Operation<OneEndpoint> = writing({
  summary: 'Rotate the secret of a webhook endpoint',
  description:
    'For a day both secrets sign every webhook, the signatures separated by a space. Rotated again, the older one ends at once.',
  answer: rotatedSecretSchema,
  admit: ({ key, params }) => admitKeeperOf(key, params.id),
  body: z.strictObject({}),
  async run(tx, { params, granted }) {
    const rotated = await rotateSecret(tx, granted, params.id)
    if (!rotated) return notFound()
    const { secret, previousValidUntil } = rotated
    return answer(200, { secret, previousValidUntil: previousValidUntil.toISOString() })
  },
})

/** `POST /webhook-endpoints/{id}/resume` */
export const postWebhookResume: Operation<OneEndpoint> = writing({
  summary: 'Send everything that waits for a webhook endpoint now',
  description: 'For an endpoint that failed and is back: nothing waits for its next attempt, and the circuit closes.',
  answer: webhookEndpointSchema,
  admit: ({ key, params }) => admitKeeperOf(key, params.id),
  body: z.strictObject({}),
  async run(tx, { params, granted }) {
    const endpoint = (await resumeEndpoint(tx, granted, params.id)) && (await findEndpoint(granted, params.id, tx))
    return endpoint ? answer(200, toEndpointJson(endpoint)) : notFound()
  },
})
