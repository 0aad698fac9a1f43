import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeAnswer } from './node-answer'
import { notFound } from './problem'

/**
 * Answers a request whose path is no percent-encoded UTF-8: it names nothing, and Next.js would fail on it with 500.
 * False when the path can be read and somebody else has to answer.
 */
export function answerUnreadablePath(request: IncomingMessage, response: ServerResponse): boolean {
  if (isReadable(request.url ?? '/')) return false
  writeAnswer(response, notFound())
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
