import { createHash } from 'node:crypto'
import type { ApiKey } from '@/lib/auth/api-keys'
import type { Tx } from '@/lib/db/transaction'
import { open, seal } from '@/lib/secret-box'
import type { Answer } from './answer'
import { deleteOldAnswers, findAnswer, type StoredAnswer, storeAnswer, tryLockKey } from './idempotency-store'
import { invalidField, problem } from './problem'

/** A request that names itself: its key, where the key counts, and what was sent under it. */
export type NamedRequest = { scope: string; key: string; bodyHash: string }

export const sweepIdempotencyKeys = deleteOldAnswers

/** The request's name; null when it has none, a problem when it has a bad one. */
export function nameRequest(
  request: Request,
  apiKey: ApiKey,
  body: unknown,
): { ok: true; named: NamedRequest | null } | { ok: false; answer: Answer } {
  const key = request.headers.get('idempotency-key')
  if (key === null || request.method !== 'POST') return { ok: true, named: null }
  if (!/^[\x20-\x7e]{1,255}$/.test(key))
    return {
      ok: false,
      answer: invalidField('Idempotency-Key', 'invalidHeader', 'must be 1 to 255 printable characters'),
    }
  const scope = `${apiKey.id} ${request.method} ${new URL(request.url).pathname}`
  return { ok: true, named: { scope, key, bodyHash: hashBody(body) } }
}

/**
 * Answers a named request once and for all: the answer is stored by the transaction that has the effect, so there is
 * never one without the other. Faults of the request and defects are not stored: mended, it may come again.
 * What is stored is sealed, for an answer may carry a secret that is shown this once.
 */
export async function answerOnce(tx: Tx, named: NamedRequest | null, work: () => Promise<Answer>): Promise<Answer> {
  if (!named) return work()
  const { scope, key, bodyHash } = named
  if (!(await tryLockKey(tx, scope, key)))
    return problem(409, 'idempotencyInProgress', { detail: 'The first request with this key is still under way.' })
  const first = await findFirstAnswer(tx, named)
  if (first) return first
  const answer = await work()
  if (answer.status < 300 || answer.status === 409)
    await storeAnswer(tx, scope, key, {
      bodyHash,
      status: answer.status,
      body: seal(JSON.stringify(answer.body), contextOf(named)),
      sealed: true,
    })
  return answer
}

/** What was answered to the first request of this name, or that it was another request; null when it is the first. */
export async function findFirstAnswer(tx: Tx, named: NamedRequest): Promise<Answer | null> {
  const first = await findAnswer(tx, named.scope, named.key)
  if (!first) return null
  if (first.bodyHash !== named.bodyHash)
    return problem(422, 'idempotencyMismatch', { detail: 'This key was used for a request with another body.' })
  return { status: first.status, body: JSON.parse(read(first, named)), headers: { 'Idempotent-Replayed': 'true' } }
}

function read({ body, sealed }: StoredAnswer, named: NamedRequest): string {
  const opened = sealed ? open(body, contextOf(named)) : body
  // doing it again instead would be a second effect
  if (opened === null) throw new Error('AFTERDESK_SECRET has changed since this answer was stored')
  return opened
}

function contextOf({ scope, key }: NamedRequest): string {
  return `idempotency ${scope} ${key}`
}

/** Two bodies that say the same have one hash, however they were written. */
function hashBody(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
