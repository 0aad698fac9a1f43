import type { z } from 'zod'
import type { webhookDeliverySchema, webhookEndpointSchema } from '@/lib/api/webhook-schema'
import type { KeyKind, OperationName, OperationNote } from './note'
import { NO } from './story'

type Name = Extract<OperationName, `${string} /webhook-endpoints${string}`>

const KEEPERS: readonly KeyKind[] = ['PLATFORM', 'MANAGER']
const SECRET = 'whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtZXhhbXBsZS0='

const ENDPOINT: z.output<typeof webhookEndpointSchema> = {
  id: 'we_5d1f0c2a9b7e4f6d8a3c1e0b4f7a2d96',
  url: 'https://erp.example.com/afterdesk',
  types: ['after_sale.created', 'after_sale.deadline_soon', 'after_sale.closed'],
  createdAt: '2026-03-28T01:00:00.000Z',
  previousSecretUntil: null,
  health: { state: 'OK', failures: 0, since: null, openUntil: null },
  waiting: 0,
}

const DELIVERY: z.output<typeof webhookDeliverySchema> = {
  id: 'wd_0a7c3e5b1d9f4a2c8e6b0d4f2a9c7e15',
  webhookId: 'evt_7b2e9d4c1a6f4e3b9c8d5a0f1e2b3c4d',
  type: 'after_sale.created',
  afterSaleNo: NO,
  status: 'FAILED',
  attempts: 28,
  lastStatusCode: 503,
  lastError: 'badStatus',
  createdAt: '2026-03-28T02:15:00.041Z',
  nextAttemptAt: null,
  finishedAt: '2026-03-31T02:15:03.310Z',
}

/** Webhook endpoints and what they were sent. */
export const WEBHOOK_NOTES = {
  'GET /webhook-endpoints': {
    id: 'listWebhookEndpoints',
    tag: 'Webhooks',
    keys: KEEPERS,
    answer: { summary: 'The last page', value: { data: [ENDPOINT], nextCursor: null } },
  },
  'POST /webhook-endpoints': {
    id: 'createWebhookEndpoint',
    tag: 'Webhooks',
    keys: KEEPERS,
    problems: ['tooManyEndpoints'],
    bodies: {
      all: { summary: 'For all types', value: { url: ENDPOINT.url } },
      some: { summary: 'For some', value: { url: ENDPOINT.url, types: ENDPOINT.types } },
    },
    answer: {
      summary: 'Set up, with the secret that is shown this once',
      value: {
        id: ENDPOINT.id,
        url: ENDPOINT.url,
        types: ENDPOINT.types,
        createdAt: ENDPOINT.createdAt,
        secret: SECRET,
      },
    },
  },
  'GET /webhook-endpoints/{id}': {
    id: 'getWebhookEndpoint',
    tag: 'Webhooks',
    keys: KEEPERS,
    answer: {
      summary: 'One that does not answer',
      value: {
        ...ENDPOINT,
        health: {
          state: 'OPEN',
          failures: 9,
          since: '2026-03-28T02:15:00.000Z',
          openUntil: '2026-03-28T02:34:30.000Z',
        },
        waiting: 17,
      },
    },
  },
  'DELETE /webhook-endpoints/{id}': {
    id: 'deleteWebhookEndpoint',
    tag: 'Webhooks',
    keys: KEEPERS,
    answer: { summary: 'Removed', value: null },
  },
  'POST /webhook-endpoints/{id}/secret': {
    id: 'rotateWebhookSecret',
    tag: 'Webhooks',
    keys: KEEPERS,
    bodies: { rotate: { summary: 'A new secret', value: {} } },
    answer: {
      summary: 'The new secret, shown this once',
      value: { secret: SECRET, previousValidUntil: '2026-03-29T01:00:00.000Z' },
    },
  },
  'POST /webhook-endpoints/{id}/resume': {
    id: 'resumeWebhookEndpoint',
    tag: 'Webhooks',
    keys: KEEPERS,
    bodies: { resume: { summary: 'It is back', value: {} } },
    answer: { summary: 'Everything that waited goes now', value: { ...ENDPOINT, waiting: 17 } },
  },
  'GET /webhook-endpoints/{id}/deliveries': {
    id: 'listWebhookDeliveries',
    tag: 'Webhooks',
    keys: KEEPERS,
    answer: { summary: 'The last page', value: { data: [DELIVERY], nextCursor: null } },
  },
  'POST /webhook-endpoints/{id}/deliveries/{deliveryId}/resend': {
    id: 'resendWebhook',
    tag: 'Webhooks',
    keys: KEEPERS,
    problems: ['deliveryPending'],
    bodies: { again: { summary: 'Once more', value: {} } },
    answer: {
      summary: 'On its way again',
      value: { ...DELIVERY, status: 'PENDING', nextAttemptAt: '2026-03-31T03:00:00.000Z', finishedAt: null },
    },
  },
} satisfies Record<Name, OperationNote>
