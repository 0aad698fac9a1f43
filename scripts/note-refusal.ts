import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'

/** Nobody known, nothing allowed, too often. */
const REFUSED = [401, 403, 429]

/** Writes down who was refused what, for whoever looks for somebody that tries doors. */
export function noteRefusal(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const { method, url = '/' } = request
  const [path] = url.split('?', 1)
  response.once('finish', () => {
    const { statusCode: status } = response
    const requestId = response.getHeader('x-request-id')
    if (REFUSED.includes(status)) log.info({ status, method, path, from: addressOf(request), requestId }, 'refused')
  })
}

/** As lib/auth/authenticate.ts takes it: what the nearest proxy saw. */
function addressOf({ headers, socket }: IncomingMessage): string | undefined {
  return (
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() || socket.remoteAddress
  )
}
