import { STATUS_CODES } from 'node:http'
import type { z } from 'zod'
import type { Clause } from '@/lib/after-sales/domain/clauses'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { Answer } from './answer'
import { type FieldError, fieldErrorsOf } from './field-errors'
import type { ProblemCode } from './problem-codes'
import { explainRefusal } from './refusal-text'

/** What differs from problem to problem; `more` are members of this code alone, such as `version`. */
type ProblemFacts = {
  detail: string
  title?: string
  clause?: Clause | undefined
  errors?: FieldError[]
  more?: Record<string, unknown>
}

/** RFC 9457, with what a program needs: `code`, the clause of a refusal, every fault by its path. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  clause?: Clause | undefined
  errors?: FieldError[] | undefined
}

/** The one form of every no: application/problem+json. Everything in it is English and for developers. */
export function problem(status: number, code: ProblemCode, facts: ProblemFacts): Answer<never> {
  const { detail, title = STATUS_CODES[status] ?? 'Error', clause, errors, more } = facts
  return {
    status,
    body: { type: `urn:afterdesk:problem:${code}`, title, status, code, detail, clause, errors, ...more },
  }
}

/** What a decision refused: for want of a role 403, for a fault of what was sent 422, else refused by state 409. */
export function problemOfRefusal(refusal: Refusal): Answer<never> {
  const { title, detail, more } = explainRefusal(refusal)
  const clause = 'clause' in refusal ? refusal.clause : undefined
  if (refusal.code === 'notPermitted') return problem(403, refusal.code, { title, detail })
  if (!('path' in refusal)) return problem(409, refusal.code, { title, detail, clause, more })
  const errors = [{ path: refusal.path, code: refusal.code, message: detail }]
  return problem(422, refusal.code, { title, detail, clause, errors })
}

/** What a schema found in the input. */
export function problemOfInput(error: z.ZodError, input: unknown): Answer<never> {
  return invalid(fieldErrorsOf(error, input))
}

/** Faults of shape or value; `at least one`. */
export function invalid(errors: FieldError[]): Answer<never> {
  const detail = errors
    .map(({ path, message }) => (path ? `${path}: ${message}` : message))
    .slice(0, 5)
    .join('; ')
  return problem(422, 'invalidRequest', { title: 'The request has faults', detail, errors })
}

export function invalidField(path: string, code: string, message: string): Answer<never> {
  return invalid([{ path, code, message }])
}

export function notFound(): Answer<never> {
  return problem(404, 'notFound', { detail: 'There is no such thing here, or it is not yours to see.' })
}

export function notPermitted(): Answer<never> {
  return problem(403, 'notPermitted', { detail: 'This key has not the role for it.' })
}

export function unauthenticated(): Answer<never> {
  const detail = 'Send a valid API key as `Authorization: Bearer <key>`.'
  return { ...problem(401, 'unauthenticated', { detail }), headers: { 'WWW-Authenticate': 'Bearer' } }
}

/** A defect of ours: nothing of it leaves the house but the id under which it was logged. */
export function defect(requestId: string): Answer<never> {
  const detail = `Something went wrong on our side. It was logged as ${requestId}.`
  return problem(500, 'internalError', { detail, more: { requestId } })
}
