import type { ErrorObject, ValidateFunction } from 'ajv'
import { at, type Reply } from '@/tests/support/api'
import { contractOf, newAjv } from '@/tests/support/contract'
import type { BodyForm, Operation } from './operations'

/** What the document says should become of a body: every fault by its path, none for one that it takes. */
export type Judge = (body: unknown) => readonly string[]

const ajv = newAjv().addSchema(contractOf(true).document, 'api')

export function judgeOf({ pointer, schema: { oneOf, discriminator } }: BodyForm): Judge {
  const forms = oneOf ? oneOf.map((_, index) => `${pointer}/oneOf/${index}`) : [pointer]
  const checks = forms.map((form) => ajv.compile({ $ref: `api${form}` }))
  const tag = discriminator?.propertyName
  return (body) => {
    const found = checks.map((check) => faultsBy(check, body))
    const ofMeant = found.find((paths) => tag === undefined || !paths.includes(tag))
    // who means no form that there is, is told what is wrong with either
    const [first = [], ...others] = found
    const ofEither = first.filter((path) => others.every((paths) => paths.includes(path)))
    return [...new Set([...(ofMeant ?? ofEither), ...unstorable(body)])]
  }
}

function faultsBy(check: ValidateFunction, body: unknown): string[] {
  check(body)
  const errors = check.errors ?? []
  // too many of the same are too many: that they are the same is not told as well
  const told = errors.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'uniqueItems' ||
      !errors.some((one) => one.keyword === 'maxItems' && one.instancePath === instancePath),
  )
  return told.flatMap(pathsOf)
}

/** The paths that a problem names; empty where it names none. */
export function pathsIn(reply: Reply): string[] {
  const errors: unknown = at(reply, 'errors')
  return Array.isArray(errors) ? errors.map(({ path }) => String(path)) : []
}

/**
 * Faults that no schema can tell of, for they lie between fields, in the clock, or in what a text means. Whatever else a
 * valid body is refused for, the document has not said.
 */
const BEYOND_SCHEMA = new Set([
  'lineRepeated',
  'totalBelowLines',
  'paidInFuture',
  'paidAfterDelivery',
  'deliveredInFuture',
  'deliveredBeforePaid',
  'outOfRange',
  'attachmentRepeated',
  'contactNoteRequired',
  'invalidUrl',
  'schemeNotHttp',
  'credentialsInUrl',
  'fragmentInUrl',
])

/** Whether a body with these faults may be answered so: refused for some of them, or for what no schema can tell. */
export function isFounded({ success, tellsOf }: Operation, reply: Reply, faults: readonly string[]): boolean {
  if (reply.status < 300) return faults.length === 0 && reply.status === success
  const code = String(at(reply, 'code'))
  if (code !== 'invalidRequest') return faults.length === 0 && tellsOf(reply.status, code)
  const errors: unknown = at(reply, 'errors')
  return Array.isArray(errors) && errors.every(({ path, code }) => faults.includes(path) || BEYOND_SCHEMA.has(code))
}

export function dotted(path: readonly (string | number)[]): string {
  return path.join('.').slice(0, 200).toWellFormed()
}

/** In the words of the API: a missing or unknown field is named itself, not the object that it is in. */
function pathsOf({ keyword, instancePath, params }: ErrorObject): string[] {
  if (['anyOf', 'oneOf', 'if'].includes(keyword)) return []
  const path = instancePath.split('/').slice(1).map(decodePart)
  const field: unknown = params.missingProperty ?? params.additionalProperty
  if (keyword === 'uniqueItems') return [dotted([...path, Math.max(params.i, params.j)])]
  return [dotted(typeof field === 'string' ? [...path, field] : path)]
}

const decodePart = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** Where there are texts that no column can hold. */
export function unstorable(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [dotted(path)] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => unstorable(child, [...path, key]))
}
