import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { STATUSES } from '@/lib/after-sales/domain/after-sale'
import type { Method, OperationForm } from '@/lib/api/operation'
import type { ProblemCode } from '@/lib/api/problem-codes'
import { MEDIA_TYPES } from '@/lib/files/views'
import { headersOf } from './headers'
import { type BodyExample, EVERY_KEY, type KeyKind, type OperationNote } from './note'
import { describeParameters } from './parameters'
import { describeRefusals } from './refusal-responses'

export type Place = { path: string; method: Method }
/** An operation of the table, with all that it can answer. */
export type Listed = Place & { form: OperationForm; note: OperationNote; codes: readonly ProblemCode[] }

/** One operation of the document: what its form takes and gives, and what its note says. */
export function describeOperation({ form, note, codes, ...place }: Listed): ZodOpenApiOperationObject {
  const { id, tag, bodies, answer } = note
  return {
    operationId: id,
    tags: [tag],
    summary: form.summary,
    description: [form.description, keysInWords(note.keys), fitsInWords(note.fits)].filter(Boolean).join('\n\n'),
    ...describeParameters(place, form, note),
    ...(form.body && place.method !== 'DELETE'
      ? {
          requestBody: {
            required: requiresBody(form),
            content: {
              [form.media?.body ?? 'application/json']: {
                schema: form.body,
                examples: bodies && describeBodies(bodies),
                ...(form.media?.body ? { encoding: { file: { contentType: MEDIA_TYPES.join(', ') } } } : {}),
              },
            },
          },
        }
      : {}),
    responses: {
      [`${form.status}` as const]: {
        description: `${answer.summary}.`,
        headers: headersOf(form.status, place.method),
        content: contentOf(form, answer),
      },
      ...describeRefusals(codes, place.method),
    },
  }
}

/** Each example, with the keys that it is for. */
function describeBodies(bodies: Record<string, BodyExample>) {
  return Object.fromEntries(
    Object.entries(bodies).map(([name, { keys, ...example }]) => [
      name,
      { ...example, ...(keys && { description: keysInWords(keys) }) },
    ]),
  )
}

/** The codes that it can answer: what every request of its kind meets, and what its note says. */
export function codesOf(
  { path, method }: Place,
  form: OperationForm,
  { keys, problems = [] }: OperationNote,
): ProblemCode[] {
  const codes: ProblemCode[] = ['unauthenticated', 'invalidRequest', 'tooManyRequests', 'internalError', ...problems]
  if (form.media?.body) codes.push('malformedMultipart', 'unsupportedMediaType')
  else if (form.body) codes.push('invalidJson', 'bodyTooLarge', 'unsupportedMediaType')
  if (method === 'POST') codes.push('idempotencyInProgress', 'idempotencyMismatch')
  if (path.includes('{')) codes.push('notFound')
  if (EVERY_KEY.some((key) => !keys.includes(key))) codes.push('notPermitted')
  return [...new Set(codes)]
}

/** JSON of the form's schema, or bytes of one of its media types. */
function contentOf({ answer, media, status }: OperationForm, example: OperationNote['answer']) {
  if (status === 204) return {}
  if (media?.answer) return Object.fromEntries(media.answer.map((type) => [type, {}]))
  return { 'application/json': { schema: answer, examples: { success: example } } }
}

/** Nothing sent is `{}`, so a body is needed where that has faults. */
function requiresBody({ body }: OperationForm): boolean {
  return body?.safeParse({}).success === false
}

const KEYS: { readonly [K in KeyKind]: string } = {
  PLATFORM: 'the platform’s',
  AGENT: 'a shop’s, of an agent',
  MANAGER: 'a shop’s, of a manager',
}

function keysInWords(keys: readonly KeyKind[]): string {
  if (keys.length === EVERY_KEY.length) return '**Key:** any.'
  const shop = keys.includes('AGENT') && keys.includes('MANAGER')
  const words = shop
    ? ['a shop’s', ...keys.filter((key) => key === 'PLATFORM').map((key) => KEYS[key])]
    : keys.map((key) => KEYS[key])
  return `**Key:** ${words.join('; or ')}.`
}

function fitsInWords(fits: OperationNote['fits']): string | null {
  if (!fits) return null
  if (fits.length === STATUSES.length) return '**Fits:** every status.'
  return `**Fits:** ${fits.map((status) => `\`${status}\``).join(', ')}.`
}
