import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import type { DeliveryError } from './domain/types'
import type { Lookup } from './resolve-name'
import { guardLookup, isPublicAddress, literalOf, PrivateTargetError } from './target'

export type Post = { url: string; headers: Record<string, string>; body: string }
export type PostOptions = {
  /** For the whole of it, name and connection included. */
  timeoutMs: number
  /** Whether the endpoint may lie on a private network. */
  allowPrivate: boolean
  /** Ends it at once, as a connection that failed. */
  signal?: AbortSignal
  lookup?: Lookup
}
/** `error` null: it arrived. `excerpt`: the beginning of what was answered. */
export type Heard = { statusCode: number | null; error: DeliveryError | null; excerpt: string }

const EXCERPT_BYTES = 1024

/**
 * Sends one webhook over a connection of its own. A 2xx status in time is success, whatever the rest of the answer; of
 * that no more is read than the excerpt. Redirects are not followed: who signs for one address does not sign for another.
 */
export async function postWebhook(post: Post, options: PostOptions): Promise<Heard> {
  const deadline = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  try {
    const response = await send(post, options, signal)
    const excerpt = await readExcerpt(response)
    const statusCode = response.statusCode ?? 0
    return { statusCode, error: judgeStatus(statusCode), excerpt }
  } catch (error) {
    return { statusCode: null, error: deadline.aborted ? 'timeout' : nameFailure(error), excerpt: '' }
  }
}

function send(
  { url, headers, body }: Post,
  { allowPrivate, lookup }: PostOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const target = new URL(url)
  const literal = literalOf(target)
  if (!allowPrivate && literal !== null && !isPublicAddress(literal))
    return Promise.reject(new PrivateTargetError(`${literal} is not public`))
  const secure = target.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(
      target,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        agent: agentFor(secure, allowPrivate),
        signal,
        ...(allowPrivate ? {} : { lookup: guardLookup(lookup) }),
      },
      resolve,
    )
    request.on('error', reject)
    // an answer that is none, such as a change of protocol, closes without an error
    request.on('close', () => reject(new Error('no answer')))
    request.end(body)
  })
}

/** The beginning of the answer, as far as it came; the connection ends with it. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    // leaving the loop early ends the connection
    for await (const chunk of response) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= EXCERPT_BYTES) break
    }
  } catch {
    // cut off, or out of time: what it said by its status stands
  }
  return cutText(Buffer.concat(chunks))
}

/** As much of it as can be stored: UTF-8 without NUL, in EXCERPT_BYTES. */
function cutText(bytes: Buffer): string {
  const text = new TextDecoder().decode(bytes.subarray(0, EXCERPT_BYTES)).replaceAll('\0', '\uFFFD')
  const encoded = new Uint8Array(EXCERPT_BYTES)
  const { read } = new TextEncoder().encodeInto(text, encoded)
  return text.slice(0, read)
}

function judgeStatus(statusCode: number): DeliveryError | null {
  if (statusCode >= 200 && statusCode < 300) return null
  return statusCode >= 300 && statusCode < 400 ? 'redirected' : 'badStatus'
}

function nameFailure(error: unknown): DeliveryError {
  if (error instanceof PrivateTargetError) return 'targetPrivate'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'nameNotFound'
  if (code === 'ECONNREFUSED') return 'connectionRefused'
  if (code.startsWith('HPE_')) return 'badAnswer'
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|ALTNAME|EPROTO/.test(code)) return 'tlsFailed'
  return 'connectionFailed'
}

// The second lock on the same door: the agents refuse every address that is not public by a table that others maintain.
const FILTERING = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() }
const OPEN = { http: new http.Agent(), https: new https.Agent() }

/** Without keep-alive: a connection lives as long as its one webhook, and its address is looked up and checked for it. */
function agentFor(secure: boolean, allowPrivate: boolean): http.Agent {
  return (allowPrivate ? OPEN : FILTERING)[secure ? 'https' : 'http']
}
