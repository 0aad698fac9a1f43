import type { IncomingMessage, ServerResponse } from 'node:http'
import { writeAnswer } from './node-answer'
import { METHODS } from './operation'
import { problem } from './problem'

const KNOWN = ['HEAD', 'OPTIONS', ...METHODS]

/**
 * Answers a request by a method that nothing here knows, such as TRACE, on which Next.js would fail with 500. False when
 * somebody else has to answer.
 */
export function answerUnknownMethod({ method = '' }: IncomingMessage, response: ServerResponse): boolean {
  if (KNOWN.includes(method)) return false
  const detail = `${method} is not possible here.`
  writeAnswer(response, { ...problem(405, 'methodNotAllowed', { detail }), headers: { Allow: KNOWN.join(', ') } })
  return true
}
