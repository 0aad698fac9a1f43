import { Webhook } from 'standardwebhooks'

export type SignedHeaders = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string }

/**
 * Standard Webhooks signatures, in both directions with one shared secret: `webhook-signature` is `v1,` and the base64
 * of HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}`, the timestamp in whole seconds since 1970 UTC. The key
 * is the UTF-8 bytes of the secret, or, where the secret begins with `whsec_`, the base64-decoded rest of it.
 */
export function signRequest(secret: string, id: string, body: string): SignedHeaders {
  const at = new Date()
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signer(secret).sign(id, at, body),
  }
}

/** Whether the body was signed with the secret, not more than five minutes ago or ahead. `body`: exactly as received. */
export function isSigned(secret: string, headers: Headers, body: string): boolean {
  try {
    signer(secret).verify(body, Object.fromEntries(headers), { jsonParse: false })
    return true
  } catch {
    return false
  }
}

function signer(secret: string): Webhook {
  return secret.startsWith('whsec_') ? new Webhook(secret) : new Webhook(Buffer.from(secret, 'utf8'), { format: 'raw' })
}
