import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { createApiDocument } from '@/lib/api/openapi/document'
import { isSandbox } from '@/lib/sandbox/clock'

/** What the OpenAPI document says, held against what is really answered. */

const BASE = '/api/v1'
type Answered = { status: number; headers: Headers; body: unknown }
type Json = Record<string, unknown>

/** Throws when the document does not say that this may be answered. */
export function checkAnswer(method: string, pathname: string, answered: Answered): void {
  const { status, headers, body } = answered
  const contract = contractOf(isSandbox())
  const where = `${method} ${pathname} → ${status}`
  const path = contract.pathOf(pathname)
  const operation = path && at(contract.document, 'paths', path, (method === 'HEAD' ? 'get' : method).toLowerCase())
  if (!operation) {
    if (method === 'OPTIONS' && path && status === 204) return
    const expected = path ? 405 : 404
    if (status !== expected)
      throw new Error(`${where}: the document has no such operation, so it should be ${expected}`)
    contract.validate('#/components/schemas/Problem', body, where)
    return
  }
  const named = at(operation, 'responses', String(status))
  if (!named) throw new Error(`${where}: the document names no such status\n${JSON.stringify(body)}`)
  const response = contract.follow(named)
  for (const [name, header] of Object.entries(at(response, 'headers') ?? {}))
    checkHeader(`${where}, ${name}`, contract.follow(header), headers.get(name))
  const media = Object.keys(at(response, 'content') ?? {})
  const type = headers.get('content-type')
  if (media.length === 0 ? type !== null : !media.some((one) => one === type))
    throw new Error(`${where}: is ${type}, the document says ${media.join(' or ') || 'nothing'}`)
  if (method === 'HEAD' || !type?.endsWith('json')) return
  contract.validate(contract.pointerOf(path, method, status, type), body, where)
}

// making one takes longer than answering a request
const ofHeaders = newAjv()

function checkHeader(where: string, header: Json, value: string | null): void {
  if (value === null) {
    if (header.required) throw new Error(`${where}: is missing`)
    return
  }
  const schema = Object(header.schema)
  const read = schema.type === 'integer' ? Number(value) : value
  if (!ofHeaders.validate(schema, read)) throw new Error(`${where}: ${value} does not fit ${JSON.stringify(schema)}`)
}

/** The document with what it takes to hold things against it; made once for each kind. */
export type Contract = ReturnType<typeof createContract>
const contracts = new Map<boolean, Contract>()
export function contractOf(sandbox: boolean): Contract {
  const contract = contracts.get(sandbox) ?? createContract(sandbox)
  contracts.set(sandbox, contract)
  return contract
}

function createContract(sandbox: boolean) {
  const document: Json = JSON.parse(JSON.stringify(createApiDocument({ sandbox })))
  const ajv = newAjv().addSchema(document, 'api')
  const paths = Object.keys(Object(document.paths)).map((path) => ({
    path,
    fits: new RegExp(`^${BASE}${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  const compiled = new Map<string, ValidateFunction>()

  return {
    document,
    /** The pattern that a path is of; undefined for none. */
    pathOf: (pathname: string) => paths.find(({ fits }) => fits.test(pathname))?.path,
    /** Where the schema of an answer stands. */
    pointerOf(path: string, method: string, status: number, media: string): string {
      const verb = method === 'HEAD' ? 'get' : method.toLowerCase()
      const named: Json = Object(at(document, 'paths', path, verb, 'responses', String(status)))
      const response =
        typeof named.$ref === 'string' ? named.$ref : pointer('paths', path, verb, 'responses', `${status}`)
      return `${response}/${['content', media, 'schema'].map(escapeKey).join('/')}`
    },
    /** What a reference leads to; anything else as it is. */
    follow(value: unknown): Json {
      const { $ref } = Object(value)
      return typeof $ref === 'string' ? Object(at(document, ...$ref.slice(2).split('/'))) : Object(value)
    },
    /** Throws where the value does not fit the schema at that pointer of the document. */
    validate(at: string, value: unknown, where: string): void {
      const check = compiled.get(at) ?? ajv.compile({ $ref: `api${at}` })
      compiled.set(at, check)
      if (check(value)) return
      const faults = check.errors?.map(
        ({ instancePath, message, params }) => `  ${instancePath || '(body)'} ${message} ${JSON.stringify(params)}`,
      )
      throw new Error(`${where}: is not what the document says\n${faults?.join('\n')}\n${JSON.stringify(value)}`)
    },
  }
}

/** JSON Schema 2020-12 as OpenAPI 3.1 takes it: every keyword that is no keyword is a remark. */
export function newAjv() {
  return addFormats(new Ajv2020({ strict: false, allErrors: true }))
}

/** What stands there in a tree of JSON; undefined where nothing does. */
export function at(value: unknown, ...keys: readonly string[]): Json | undefined {
  const found = keys.reduce<unknown>((node, key) => Object(node)[key], value)
  return typeof found === 'object' && found !== null ? Object(found) : undefined
}

export function pointer(...keys: readonly string[]): string {
  return `#/${keys.map(escapeKey).join('/')}`
}

function escapeKey(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
}
