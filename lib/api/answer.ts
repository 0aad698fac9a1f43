/** What an endpoint has to say; from 400 on the body is a problem (RFC 9457). */
export type Answer = { status: number; body: unknown; headers?: Record<string, string> }

export function answer(status: number, body: unknown): Answer {
  return { status, body }
}

/** As an HTTP response. What depends on now is never cached. */
export function respond({ status, body, headers }: Answer, requestId: string): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...headers,
    },
  })
}
