'use server'

import { z } from 'zod'
import { asKeeper, type ShopKeeper } from '@/lib/auth/keeper'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { identifier } from '@/lib/text'
import { checkEndpoint } from './check-endpoint'
import { createEndpoint, deleteEndpoint, resendDelivery, resumeEndpoint, rotateSecret } from './endpoint-store'
import { findEndpoint } from './list-queries'
import {
  type EndpointCreated,
  MAX_ENDPOINTS,
  type SecretRotated,
  type WebhookDone,
  type WebhookInvalid,
  type WebhookRefusal,
  type WebhookRefused,
  type WebhookType,
} from './views'

/** What a manager does to the webhooks of the shop that his screen showed. */

type Manager = { ok: true } & ShopKeeper
type OfEndpoint = { shopId: string; id: string }

/** The secret in the answer is seen now and never again. */
export async function createWebhookEndpoint(input: {
  shopId: string
  url: string
  types: WebhookType[] | null
}): Promise<EndpointCreated | WebhookRefused | WebhookInvalid> {
  const manager = await findManager(input)
  if (!manager.ok) return manager
  const checked = await checkEndpoint({ url: input.url, types: input.types })
  if (!checked.ok) return { ok: false, invalid: checked.errors }
  return inTransaction(ofShop(manager.shopId), async (tx) => {
    const made = await createEndpoint(tx, manager, checked.endpoint)
    if (made === 'full') return refused({ code: 'tooManyEndpoints', limit: MAX_ENDPOINTS })
    const endpoint = await findEndpoint(manager, made.id, tx)
    return endpoint ? { ok: true, endpoint, secret: made.secret } : refused({ code: 'gone' })
  })
}

export async function deleteWebhookEndpoint(input: OfEndpoint): Promise<WebhookDone | WebhookRefused> {
  const manager = await findManager(input)
  if (!manager.ok) return manager
  return doneIf(await inTransaction(ofShop(manager.shopId), (tx) => deleteEndpoint(tx, manager, nameOf(input.id))))
}

/** The secret before goes on signing for a while, beside the new one. */
export async function rotateWebhookSecret(input: OfEndpoint): Promise<SecretRotated | WebhookRefused> {
  const manager = await findManager(input)
  if (!manager.ok) return manager
  const rotated = await inTransaction(ofShop(manager.shopId), (tx) => rotateSecret(tx, manager, nameOf(input.id)))
  if (!rotated) return refused({ code: 'gone' })
  return { ok: true, secret: rotated.secret, previousValidUntil: rotated.previousValidUntil.getTime() }
}

/** Everything that waits for the endpoint goes now. */
export async function resumeWebhookEndpoint(input: OfEndpoint): Promise<WebhookDone | WebhookRefused> {
  const manager = await findManager(input)
  if (!manager.ok) return manager
  return doneIf(await inTransaction(ofShop(manager.shopId), (tx) => resumeEndpoint(tx, manager, nameOf(input.id))))
}

/** Once more, under the same `webhook-id`: what was delivered or given up. */
export async function resendWebhook(input: {
  shopId: string
  endpointId: string
  deliveryId: string
}): Promise<WebhookDone | WebhookRefused> {
  const manager = await findManager(input)
  if (!manager.ok) return manager
  const delivery = { endpointId: nameOf(input.endpointId), deliveryId: nameOf(input.deliveryId) }
  const resent = await inTransaction(ofShop(manager.shopId), (tx) => resendDelivery(tx, manager, delivery))
  return resent === 'pending' ? refused({ code: 'deliveryPending' }) : doneIf(resent === 'resent')
}

const shopSchema = z.looseObject({ shopId: identifier() })

async function findManager(input: unknown): Promise<Manager | WebhookRefused> {
  const named = shopSchema.safeParse(input)
  return asKeeper<Manager, WebhookRefusal>(
    named.success ? named.data.shopId : '',
    { code: 'gone' },
    async (keeper) => ({
      ok: true,
      ...keeper,
    }),
  )
}

/** What comes from a browser may be anything: what is no name is the name of nothing. */
function nameOf(id: unknown): string {
  const name = identifier().safeParse(id)
  return name.success ? name.data : ''
}

function doneIf(done: boolean): WebhookDone | WebhookRefused {
  return done ? { ok: true } : refused({ code: 'gone' })
}

function refused(refusal: WebhookRefusal): WebhookRefused {
  return { ok: false, refusal }
}
