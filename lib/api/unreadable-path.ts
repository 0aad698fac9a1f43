import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { notFound } from './problem'

/**
 * Answers a request whose path is no percent-encoded UTF-8: it names nothing, and Next.js would fail on it with 500.
 * False when the path can be read and somebody else has to answer.
 */
export function answerUnreadablePath(request: IncomingMessage, response: ServerResponse): boolean {
  if (isReadable(request.url ?? '/')) return false
  const { status, body } = notFound()
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'X-Request-Id': randomUUID() })
  response.end(JSON.stringify(body))
  return true
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}
