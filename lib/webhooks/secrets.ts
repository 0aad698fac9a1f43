import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { open, seal } from '@/lib/secret-box'

/** Secrets of endpoints: `whsec_` and the base64 of 32 random bytes, as Standard Webhooks have it. */

export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

export function sealSecret(secret: string, endpointId: string): string {
  return seal(secret, contextOf(endpointId))
}

export type SealedSecrets = { endpointId: string; secret: string; previousSecret: string | null }
export type SignedHeaders = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }

/**
 * The headers of an attempt at `at`: one signature for each secret that still counts, separated by spaces. Null when the
 * present secret cannot be read, because AFTERDESK_SECRET is another than when it was made: rotating it mends that.
 */
export function signWebhook(
  { endpointId, secret, previousSecret }: SealedSecrets,
  { id, body, at }: { id: string; body: string; at: Date },
): SignedHeaders | null {
  const present = open(secret, contextOf(endpointId))
  if (present === null) return null
  const previous = previousSecret === null ? null : open(previousSecret, contextOf(endpointId))
  const secrets = previous === null ? [present] : [present, previous]
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((one) => new Webhook(one).sign(id, at, body)).join(' '),
  }
}

function contextOf(endpointId: string): string {
  return `webhook endpoint ${endpointId}`
}
