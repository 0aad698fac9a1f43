import type { ProblemBody } from './problem'

/** What an endpoint has to say; from 400 on the body is a problem (RFC 9457). */
export type Answer<A = unknown> = { status: number; body: A | ProblemBody; headers?: Record<string, string> }

export function answer<A>(status: 200 | 201, body: A): Answer<A> {
  return { status, body }
}

/** As an HTTP response: JSON, or a stream as it is, whose headers say what it is. What depends on now is never cached. */
export function respond({ status, body, headers }: Answer, requestId: string): Response {
  return new Response(status === 204 ? null : body instanceof ReadableStream ? body : JSON.stringify(body), {
    status,
    headers: {
      ...(status === 204 ? {} : { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json' }),
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...headers,
    },
  })
}
