import { z } from 'zod'
import { DELIVERY_ERRORS, DELIVERY_STATUSES, isAboutShop, WEBHOOK_TYPES } from '@/lib/webhooks/domain/types'
import type { WebhookDeliveryRow, WebhookEndpointView } from '@/lib/webhooks/views'
import { afterSaleSchema } from './after-sale-schema'
import { iso } from './iso'
import { instant } from './schema-parts'

/** Webhooks: the endpoints, their deliveries, and the body that is sent. Times of deliveries are real ones. */

const webhookType = z.enum(WEBHOOK_TYPES).meta({ id: 'WebhookType' })

const bodyFields = {
  id: z.string().meta({ description: 'The same in every attempt and re-sending, and for every endpoint' }),
  timestamp: instant.meta({ description: 'When it was recorded' }),
}

/** What is sent to an endpoint of a case; `webhook-id` is its `id`. */
export const webhookBodySchema = z
  .strictObject({
    ...bodyFields,
    type: webhookType.exclude(['shop.instant_refund_changed']).meta({ id: 'AfterSaleWebhookType' }),
    data: afterSaleSchema.meta({
      description: 'The case as it then was, as `GET /after-sales/{no}` showed it to the endpoint’s side, in English',
    }),
  })
  .meta({ id: 'WebhookBody' })

/** The same of a shop. */
export const shopWebhookBodySchema = z
  .strictObject({
    ...bodyFields,
    type: z.literal('shop.instant_refund_changed'),
    data: z.strictObject({
      shopId: z.string(),
      enabled: z.boolean(),
      since: instant.nullable().meta({ description: 'Since when it is on; null while it is off' }),
      changedBy: z.enum(['MANAGER', 'PLATFORM']),
    }),
  })
  .meta({ id: 'ShopWebhookBody' })

const endpointFields = {
  id: z.string(),
  url: z.string(),
  types: z.array(webhookType).nullable().meta({ description: 'Null: all, those to come included' }),
  createdAt: instant,
}

export const webhookEndpointSchema = z
  .strictObject({
    ...endpointFields,
    previousSecretUntil: instant.nullable().meta({ description: 'Until when the secret before signs too' }),
    health: z
      .strictObject({
        state: z.enum(['OK', 'FAILING', 'OPEN']),
        failures: z.int().min(0).meta({ description: 'Attempts that failed since the last that arrived' }),
        since: instant.nullable(),
        openUntil: instant.nullable().meta({ description: 'OPEN: when one delivery is tried; the others wait' }),
      })
      .meta({ id: 'WebhookHealth' }),
    waiting: z.int().min(0).max(1000).meta({ description: 'Deliveries not yet made; counted up to 1000' }),
  })
  .meta({ id: 'WebhookEndpoint' })

/** The answer that shows the secret. */
export const createdEndpointSchema = z
  .strictObject({ ...endpointFields, secret: z.string().meta({ description: 'Shown this once' }) })
  .meta({ id: 'CreatedWebhookEndpoint' })

export const rotatedSecretSchema = z
  .strictObject({
    secret: z.string().meta({ description: 'Shown this once' }),
    previousValidUntil: instant.meta({ description: 'Until then both secrets sign' }),
  })
  .meta({ id: 'RotatedSecret' })

export const webhookDeliverySchema = z
  .strictObject({
    id: z.string(),
    webhookId: z.string().meta({ description: '`webhook-id`' }),
    type: webhookType,
    afterSaleNo: z.string().nullable().meta({ description: 'The case that it is about; null of what is about a shop' }),
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.int().min(0),
    lastStatusCode: z.int().nullable(),
    lastError: z.enum(DELIVERY_ERRORS).nullable(),
    createdAt: instant,
    nextAttemptAt: instant
      .nullable()
      .meta({ description: 'Later where it waits for an earlier one of its case, or for its endpoint' }),
    finishedAt: instant.nullable().meta({ description: 'When it was delivered or given up' }),
  })
  .meta({ id: 'WebhookDelivery' })

export function toEndpointJson({
  id,
  url,
  types,
  createdAt,
  previousSecretUntil,
  health,
  waiting,
}: WebhookEndpointView) {
  return {
    id,
    url,
    types,
    createdAt: new Date(createdAt).toISOString(),
    previousSecretUntil: iso(previousSecretUntil),
    health: {
      state: health.state,
      failures: health.state === 'OK' ? 0 : health.failures,
      since: health.state === 'OK' ? null : iso(health.since),
      openUntil: health.state === 'OPEN' ? iso(health.until) : null,
    },
    waiting,
  }
}

export function toDeliveryJson({ subject, createdAt, nextAttemptAt, finishedAt, ...delivery }: WebhookDeliveryRow) {
  return {
    ...delivery,
    afterSaleNo: isAboutShop(delivery.type) ? null : subject,
    createdAt: new Date(createdAt).toISOString(),
    nextAttemptAt: iso(nextAttemptAt),
    finishedAt: iso(finishedAt),
  }
}
