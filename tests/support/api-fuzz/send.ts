import { route } from '@/lib/api/router'
import type { Reply } from '@/tests/support/api'
import { checkAnswer } from '@/tests/support/contract'

export type Body = string | Uint8Array | ReadableStream<Uint8Array>
export type Sent = {
  method: string
  /** Below /api/v1, as it is to stand in the request, with its query. */
  path: string
  key: string | null
  body?: Body | undefined
  headers?: Readonly<Record<string, string>>
}

/** One request through the router. Whatever it was, the answer keeps to the document, and is no defect. */
export async function send({ method, path, key, body, headers = {} }: Sent): Promise<Reply> {
  const url = new URL(`http://afterdesk.test/api/v1${path}`)
  const response = await route(
    new Request(url, {
      method,
      headers: { ...(key === null ? {} : { Authorization: `Bearer ${key}` }), ...headers },
      ...(body === undefined ? {} : { body: bytesOf(body), duplex: 'half' }),
    }),
  )
  const bytes = Buffer.from(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.endsWith('json') === true
  const reply = {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(bytes.toString()) : null,
  }
  if (reply.status >= 500) throw new Error(`${method} ${path}: a defect, ${JSON.stringify(reply.body)}`)
  checkAnswer(method, url.pathname, reply)
  return reply
}

/** A text as bytes, so that nobody adds a media type of his own. */
function bytesOf(body: Body): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (body instanceof ReadableStream) return body
  return new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
}
