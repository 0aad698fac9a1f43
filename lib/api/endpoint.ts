import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type ApiKey, authenticateKey, scopeOfKey } from '@/lib/auth/api-keys'
import { NOWHERE } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { identifier } from '@/lib/text'
import { type Answer, respond } from './answer'
import { unknownFields } from './field-errors'
import { answerOnce, findFirstAnswer, type NamedRequest, nameRequest } from './idempotency'
import { readJson } from './json-body'
import { inOneTransaction } from './one-transaction'
import type { Handler, Operation, OperationForm } from './operation'
import { defect, invalid, invalidField, notFound, problemOfInput, unauthenticated } from './problem'
import { withinRateLimit } from './rate-limit'

/** Who calls and for what. */
export type Call<P> = { key: ApiKey; params: P; request: Request }
/** Whether a caller may at all: with what was looked up for it, or with the no that it gets. */
export type Admission<G> = { ok: true; granted: G } | { ok: false; answer: Answer<never> }

type Described<A> = Pick<OperationForm, 'summary' | 'description' | 'sandboxOnly' | 'media'> & {
  answer: z.ZodType<A>
  status?: OperationForm['status']
}
type Reading<P, Q, A> = Described<A> & {
  query: z.ZodType<Q>
  run: (call: Call<P> & { query: Q }) => Promise<Answer<NoInfer<A>>>
}
type Writing<P, G, B, A> = Described<A> & {
  /** Before the body is judged, so that nobody learns from its faults about what is not theirs. */
  admit: (call: Call<P>, body: unknown) => Promise<Admission<G>>
  /** Whether what it is about is the caller's at all, where only `run` finds that out: asked before any other no is told. */
  isThere?: (call: Call<P>) => Promise<boolean>
  body: z.ZodType<B>
  /** What is judged of the body outside the transaction, because it takes long: the no, or null for none. */
  check?: (call: Call<P> & { body: B; granted: G }) => Promise<Answer<never> | null>
  /** What has to be done before the transaction, because it needs others of its own. */
  prepare?: (call: Call<P> & { granted: G }) => Promise<void>
  /** Everything it writes, it writes by `tx`, which is committed whatever the answer. */
  run: (tx: Tx, call: Call<P> & { body: B; granted: G }) => Promise<Answer<NoInfer<A>>>
  /** After the commit and before the answer. */
  after?: () => Promise<void>
}

/** authenticate → check the query → answer. */
export function reading<P, Q, A>({ run, ...form }: Reading<P, Q, A>): Operation<P> {
  const handle = serve<P>(async (call) => {
    const sent = readQuery(call.request)
    const parsed = form.query.safeParse(sent)
    return parsed.success ? run({ ...call, query: parsed.data }) : problemOfInput(parsed.error, sent)
  })
  return { form: { status: 200, writes: false, ...form }, handle }
}

/** authenticate → read the JSON → admit → check the body → do it once. */
export function writing<P, G, B, A>({
  admit,
  isThere,
  check,
  prepare,
  run,
  after,
  ...form
}: Writing<P, G, B, A>): Operation<P> {
  const handle = serve<P>(async (call) => {
    const sent = await readJson(call.request)
    if (!sent.ok) return sent.answer
    const refuse = async (no: () => Answer | Promise<Answer>) => (isThere && !(await isThere(call)) ? notFound() : no())
    const admission = await admit(call, sent.value)
    if (!admission.ok) return refuse(() => admission.answer)
    const name = nameRequest(call.request, call.key, sent.value)
    if (!name.ok) return refuse(() => name.answer)
    const parsed = form.body.safeParse(sent.value)
    if (!parsed.success) return refuse(() => repeatOr(name.named, problemOfInput(parsed.error, sent.value)))
    const { granted } = admission
    const fault = await check?.({ ...call, body: parsed.data, granted })
    if (fault) return repeatOr(name.named, fault)
    await prepare?.({ ...call, granted })
    const answer = await inOneTransaction(scopeOfKey(call.key), (tx) =>
      answerOnce(tx, name.named, () => run(tx, { ...call, body: parsed.data, granted })),
    )
    await after?.()
    return answer
  })
  return { form: { status: 200, writes: true, ...form }, handle }
}

/** A name that was used before is told before the faults of what comes under it now (`idempotencyMismatch`). */
async function repeatOr(named: NamedRequest | null, fault: Answer): Promise<Answer> {
  if (!named) return fault
  return (await inOneTransaction(NOWHERE, (tx) => findFirstAnswer(tx, named))) ?? fault
}

/** authenticate → answer; a defect is logged and told as one. */
export function serve<P>(handle: (call: Call<P>) => Promise<Answer>): Handler<P> {
  return async (request, params) => {
    const requestId = randomUUID()
    try {
      return respond(await authenticate(request, params, handle), requestId)
    } catch (error) {
      const { pathname } = new URL(request.url)
      logger().error({ err: error, requestId, method: request.method, path: pathname }, 'a request failed')
      return respond(defect(requestId), requestId)
    }
  }
}

async function authenticate<P>(request: Request, params: P, handle: (call: Call<P>) => Promise<Answer>) {
  const token = /^Bearer +(\S.*)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const key = token === undefined ? null : await authenticateKey(token.trim())
  if (!key) return unauthenticated()
  const refused = () => findFaultyParam(request, params) ?? refuseQueryOfWrite(request)
  return withinRateLimit(key, async () => refused() ?? handle({ key, params, request }))
}

/** A name that nothing can have is not there; one that something is to be made under is a fault. */
function findFaultyParam(request: Request, params: unknown): Answer | null {
  for (const [name, value] of Object.entries(params ?? {})) {
    const parsed = identifier().safeParse(value)
    if (!parsed.success)
      return request.method === 'PUT' ? invalidField(name, 'invalidFormat', 'is not an identifier') : notFound()
  }
  return null
}

/** What a write is told stands in its body: `?version=3` would be overlooked by who does not look there. */
function refuseQueryOfWrite({ method, url }: Request): Answer | null {
  if (method === 'GET' || method === 'HEAD') return null
  const names = new Set(new URL(url).searchParams.keys())
  return names.size > 0 ? invalid(unknownFields([...names])) : null
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
