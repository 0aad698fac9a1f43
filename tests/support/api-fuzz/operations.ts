import { z } from 'zod'
import { EVERY_KEY, type KeyKind } from '@/lib/api/openapi/note'
import { METHODS, type Method } from '@/lib/api/operation'
import { at, contractOf, pointer } from '@/tests/support/contract'
import type { Schema } from './schema'

/** What the OpenAPI document says of each operation: all that the generated tests know of it. */
export type Operation = {
  /** `POST /after-sales/{no}/approve` */
  name: string
  method: Method
  path: string
  keys: readonly KeyKind[]
  /** The statuses of a case that it fits; null where it says nothing of them. */
  fits: readonly string[] | null
  success: number
  query: readonly Parameter[]
  body: BodyForm | null
  /** Whether one of its answers may be a problem of this status and code. */
  tellsOf(status: number, code: string): boolean
}
/** One example, and the kinds of key that it is for. */
export type BodyExample = { value: unknown; keys: readonly KeyKind[] }
export type BodyForm = { media: string; schema: Schema; pointer: string; examples: readonly BodyExample[] }
export type Parameter = { in: string; name: string; schema: Schema }

const contract = contractOf(true)

const schema = z.custom<Schema>()
const exampleSchema = z.object({ value: z.unknown(), description: z.string().optional() })
const mediaSchema = z.object({ schema, examples: z.record(z.string(), exampleSchema) })
const operationSchema = z.object({
  description: z.string(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.object({ content: z.record(z.string(), mediaSchema) }).optional(),
  responses: z.record(z.string(), z.unknown()),
})
const parameterSchema = z.object({ in: z.string(), name: z.string(), schema })

export const OPERATIONS: readonly Operation[] = Object.entries(Object(contract.document.paths)).flatMap(
  ([path, told]) =>
    METHODS.flatMap((method) => {
      const operation = at(told, method.toLowerCase())
      return operation ? [read(method, path, operation)] : []
    }),
)

function read(method: Method, path: string, told: unknown): Operation {
  const name = `${method} ${path}`
  const { description, parameters, requestBody, responses } = operationSchema.parse(told)
  const keys = readKeys(name, description)
  const success = Object.keys(responses).find((status) => status.startsWith('2'))
  return {
    name,
    method,
    path,
    keys,
    fits: readFits(description),
    success: Number(success),
    query: parameters
      .map((parameter) => parameterSchema.parse(contract.follow(parameter)))
      .filter((parameter) => parameter.in === 'query'),
    body: requestBody ? readBody({ name, path, method, keys }, requestBody.content) : null,
    tellsOf(status, code) {
      const problem = at(contract.follow(responses[status]), 'content', 'application/problem+json')
      return Object.values(at(problem, 'schema', 'properties', 'code', 'enum') ?? {}).includes(code)
    },
  }
}

function readBody(
  { name, path, method, keys }: Pick<Operation, 'name' | 'path' | 'method' | 'keys'>,
  content: Record<string, z.infer<typeof mediaSchema>>,
): BodyForm {
  const [first] = Object.entries(content)
  if (!first) throw new Error(`${name}: a body without a media type`)
  const [media, { schema, examples }] = first
  const place = pointer('paths', path, method.toLowerCase(), 'requestBody', 'content', media, 'schema')
  return {
    media,
    schema: resolve(schema),
    pointer: place,
    examples: Object.values(examples).map(({ value, description }) => ({
      value,
      keys: description ? readKeys(name, description) : keys,
    })),
  }
}

/** The forms that a body may have, where they stand in the document under a name. */
function resolve({ oneOf, ...own }: Schema): Schema {
  return oneOf ? { ...own, oneOf: oneOf.map((one) => schema.parse(contract.follow(one))) } : own
}

/** `**Key:** a shop’s; or the platform’s.` */
function readKeys(name: string, description: string): readonly KeyKind[] {
  const words = /\*\*Key:\*\* (.+)\.$/m.exec(description)?.[1]?.split('; or ') ?? []
  const meant: Record<string, readonly KeyKind[]> = {
    any: EVERY_KEY,
    'the platform’s': ['PLATFORM'],
    'a shop’s': ['AGENT', 'MANAGER'],
    'a shop’s, of an agent': ['AGENT'],
    'a shop’s, of a manager': ['MANAGER'],
  }
  return words.flatMap((one) => {
    const kinds = meant[one]
    if (!kinds) throw new Error(`${name}: whose key is “${one}”?`)
    return kinds
  })
}

/** `**Fits:** PENDING_REVIEW, …`, each in backticks. */
function readFits(description: string): readonly string[] | null {
  const words = /\*\*Fits:\*\* (.+)\.$/m.exec(description)?.[1]
  const statuses = words?.match(/(?<=`)\w+(?=`)/g)
  return statuses ?? null
}
