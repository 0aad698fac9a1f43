import type { oas31, ZodOpenApiObject } from 'zod-openapi'
import { toAfterSaleJson } from '@/lib/api/after-sale-json'
import { shopWebhookBodySchema, webhookBodySchema } from '@/lib/api/webhook-schema'
import { isAboutShop, WEBHOOK_TYPES, type WebhookType } from '@/lib/webhooks/domain/types'
import { ASKED, DISPUTED, RULED } from './plot'
import { AGREED } from './service-plot'
import { APPLIED, factsOf, type Step } from './story'

const MEANS: { readonly [T in WebhookType]: string } = {
  'after_sale.created': 'A case was opened',
  'after_sale.updated': 'Something changed on a case; last of what one decision announces',
  'after_sale.deadline_soon': 'A deadline is near: 24 h, 6 h and 1 h before; or a target is missed (R3.4)',
  'after_sale.deadline_expired': 'A deadline passed, and the rules decided',
  'after_sale.refunded': 'The money is back with the buyer',
  'after_sale.closed': 'A case was closed without a refund',
  'dispute.opened': 'A side asked the platform to step in',
  'dispute.evidence_requested': 'Support asked for more evidence',
  'dispute.evidence_due': 'The end of a side’s time for evidence is near: 24 h, 6 h and 1 h before',
  'dispute.resolved': 'A dispute was ruled on, conceded or withdrawn',
  'refund.succeeded': 'A refund was paid',
  'refund.stuck': 'A refund waits for a person',
  'shop.instant_refund_changed': 'A shop’s instant refund was turned on or off (R5.1)',
}

/** A case at such a moment; else one that was just opened. */
const SHOWN: { readonly [T in WebhookType]?: Step } = {
  'after_sale.closed': AGREED,
  'dispute.opened': DISPUTED,
  'dispute.evidence_requested': ASKED,
  'dispute.evidence_due': DISPUTED,
  'dispute.resolved': RULED,
}

/** What every webhook is sent with, as Standard Webhooks say. */
const SIGNED: oas31.ParameterObject[] = [
  [
    'webhook-id',
    'The same in every attempt: what was seen once need not be done again',
    'evt_7b2e9d4c1a6f4e3b9c8d5a0f1e2b3c4d',
  ],
  ['webhook-timestamp', 'When it was sent, in seconds since 1970', '1774664100'],
  [
    'webhook-signature',
    'One signature for each secret that counts, separated by spaces',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ],
].map(([name = '', description = '', example = '']) => ({
  in: 'header',
  name,
  description,
  required: true,
  schema: { type: 'string', examples: [example] },
}))

/** The webhooks that can be sent, for the document: what comes to an endpoint and what it should answer. */
export function describeWebhooks(): ZodOpenApiObject['webhooks'] {
  return Object.fromEntries(WEBHOOK_TYPES.map((type) => [type, { post: describeWebhook(type) }]))
}

const ID = 'evt_7b2e9d4c1a6f4e3b9c8d5a0f1e2b3c4d'
const SWITCHED_AT = '2026-03-28T01:30:00.000Z'

/** What the body is, with an example: of a shop, or of a case as it then was. */
function describeBody(type: WebhookType) {
  if (isAboutShop(type)) {
    const data = { shopId: APPLIED.state.shopId, enabled: true, since: SWITCHED_AT, changedBy: 'MANAGER' }
    return { schema: shopWebhookBodySchema, value: { id: ID, type, timestamp: SWITCHED_AT, data } }
  }
  const step = SHOWN[type] ?? APPLIED
  const data = toAfterSaleJson(factsOf(step), { role: 'MANAGER', locale: 'en' })
  return { schema: webhookBodySchema, value: { id: ID, type, timestamp: step.at, data } }
}

function describeWebhook(type: WebhookType) {
  const { schema, value } = describeBody(type)
  return {
    operationId: type.replace(/[._]([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    tags: ['Webhooks'],
    summary: MEANS[type],
    description:
      'Signed as Standard Webhooks say: `webhook-id`, `webhook-timestamp` and `webhook-signature` over the exact body. Answer 2xx within 15 seconds; anything else is tried again for three days.',
    security: [],
    parameters: SIGNED,
    requestBody: {
      required: true,
      content: {
        'application/json': { schema, examples: { sent: { summary: 'As it is sent', value } } },
      },
    },
    responses: { '2XX': { description: 'It arrived.' } },
  }
}
