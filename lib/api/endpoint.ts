import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type ApiKey, authenticateKey } from '@/lib/auth/api-keys'
import type { Tx } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { identifier } from '@/lib/text'
import { type Answer, respond } from './answer'
import { answerOnce, nameRequest } from './idempotency'
import { readJson } from './json-body'
import { inOneTransaction } from './one-transaction'
import { defect, invalidField, notFound, problemOfInput, unauthenticated } from './problem'

export type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Who calls and for what. */
export type Call<P> = { key: ApiKey; params: P; request: Request }
/** Whether a caller may at all: with what was looked up for it, or with the no that it gets. */
export type Admission<G> = { ok: true; granted: G } | { ok: false; answer: Answer }

type Params = Record<string, string | string[]>
type Reading<P, Q> = { query: z.ZodType<Q>; run: (call: Call<P> & { query: Q }) => Promise<Answer> }
type Writing<P, G, B> = {
  /** Before the body is judged, so that nobody learns from its faults about what is not theirs. */
  admit: (call: Call<P>, body: unknown) => Promise<Admission<G>>
  body: z.ZodType<B>
  /** What has to be done before the transaction, because it needs others of its own. */
  prepare?: (call: Call<P> & { granted: G }) => Promise<void>
  /** Everything it writes, it writes by `tx`, which is committed whatever the answer. */
  run: (tx: Tx, call: Call<P> & { body: B; granted: G }) => Promise<Answer>
  /** After the commit and before the answer. */
  after?: () => Promise<void>
}

/** authenticate → check the query → answer. */
export function reading<P extends Params, Q>({ query, run }: Reading<P, Q>): Handler<P> {
  return serve<P>(async (call) => {
    const sent = readQuery(call.request)
    const parsed = query.safeParse(sent)
    return parsed.success ? run({ ...call, query: parsed.data }) : problemOfInput(parsed.error, sent)
  })
}

/** authenticate → read the JSON → admit → check the body → do it once. */
export function writing<P extends Params, G, B>({ admit, body, prepare, run, after }: Writing<P, G, B>): Handler<P> {
  return serve<P>(async (call) => {
    const sent = await readJson(call.request)
    if (!sent.ok) return sent.answer
    const admission = await admit(call, sent.value)
    if (!admission.ok) return admission.answer
    const parsed = body.safeParse(sent.value)
    if (!parsed.success) return problemOfInput(parsed.error, sent.value)
    const name = nameRequest(call.request, call.key, sent.value)
    if (!name.ok) return name.answer
    const { granted } = admission
    await prepare?.({ ...call, granted })
    const answer = await inOneTransaction((tx) =>
      answerOnce(tx, name.named, () => run(tx, { ...call, body: parsed.data, granted })),
    )
    await after?.()
    return answer
  })
}

function serve<P extends Params>(handle: (call: Call<P>) => Promise<Answer>): Handler<P> {
  return async (request, context) => {
    const requestId = randomUUID()
    try {
      return respond(await authenticate(request, await context.params, handle), requestId)
    } catch (error) {
      logger().error({ err: error, requestId, method: request.method, url: request.url }, 'a request failed')
      return respond(defect(requestId), requestId)
    }
  }
}

async function authenticate<P extends Params>(request: Request, params: P, handle: (call: Call<P>) => Promise<Answer>) {
  const token = /^Bearer +(\S.*)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const key = token === undefined ? null : await authenticateKey(token.trim())
  if (!key) return unauthenticated()
  return findFaultyParam(request, params) ?? handle({ key, params, request })
}

/** A name that nothing can have is not there; one that something is to be made under is a fault. */
function findFaultyParam(request: Request, params: Params): Answer | null {
  // Next.js gives a route without parameters none at all, whatever its types say
  for (const [name, value] of Object.entries(params ?? {})) {
    const parsed = identifier().safeParse(value)
    if (!parsed.success)
      return request.method === 'PUT' ? invalidField(name, 'invalidFormat', 'is not an identifier') : notFound()
  }
  return null
}

/** A parameter that comes twice becomes a list, which no schema takes. */
function readQuery(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}
