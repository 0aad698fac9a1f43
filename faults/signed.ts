import type { IncomingMessage } from 'node:http'
import type { Webhook } from 'standardwebhooks'

/** Whether a request is signed, as a stranger to our code would check it: by the public library. */
export function isSigned(webhook: Webhook, { headers }: IncomingMessage, body: string): boolean {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
  try {
    webhook.verify(body, given, { jsonParse: false })
    return true
  } catch {
    return false
  }
}
