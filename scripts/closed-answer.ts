import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '@/lib/env'
import { defaultHeaders } from '@/lib/security-headers'

/** Gives every answer, whoever makes it, the headers that it does not have when it goes out. */
export function closeAnswer(request: IncomingMessage, response: ServerResponse): void {
  const begin = response.writeHead
  const headers = defaultHeaders(isSecure(request))
  response.writeHead = (...head: [number, ...unknown[]]) => {
    for (const [name, value] of headers) if (!response.hasHeader(name)) response.setHeader(name, value)
    return Reflect.apply(begin, response, head)
  }
}

/** By what the operator says of the address, or the proxy of this request; a browser heeds it over TLS only. */
function isSecure({ headers }: IncomingMessage): boolean {
  if (env().AFTERDESK_URL?.startsWith('https:')) return true
  return (
    String(headers['x-forwarded-proto'] ?? '')
      .split(',', 1)[0]
      ?.trim() === 'https'
  )
}
