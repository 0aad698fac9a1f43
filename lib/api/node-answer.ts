import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { Answer } from './answer'

/** Answers in the place of Next.js what it could not. */
export function writeAnswer(response: ServerResponse, { status, body, headers }: Answer<never>): void {
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'X-Request-Id': randomUUID(), ...headers })
  response.end(JSON.stringify(body))
}
