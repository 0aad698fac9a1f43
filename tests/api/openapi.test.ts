import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerApiDocument } from '@/lib/api/openapi/serve-document'
import { PROBLEMS } from '@/lib/api/problem-codes'
import { RESOURCES } from '@/lib/api/resources'
import { forgetEnv } from '@/lib/env'
import { at, contractOf, pointer } from '@/tests/support/contract'

/** What the document promises about itself. Whether it tells the truth of real answers, every test of the API checks. */

type Operation = {
  where: string[]
  name: string
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { $ref?: string; name?: string; description?: string }[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Media> }>
}
type Media = { schema?: unknown; examples?: Record<string, { $ref?: string; value?: unknown }> }

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

const contract = contractOf(true)
const { document } = contract
const operations: Operation[] = Object.entries(Object(document.paths)).flatMap(([path, methods]) =>
  Object.entries(Object(methods)).map(([method, operation]) => ({
    where: ['paths', path, method],
    name: `${method.toUpperCase()} ${path}`,
    ...Object(operation),
  })),
)

test('every operation of the table is there', () => {
  const names = Object.entries(RESOURCES).flatMap(([path, resource]) =>
    Object.keys(resource).map((method) => `${method} ${path}`),
  )
  expect(operations.map(({ name }) => name).sort()).toEqual(names.sort())
})

test('the sandbox is there only where it is switched on', () => {
  const paths = Object.keys(Object(contractOf(false).document.paths))
  expect(paths.filter((path) => path.startsWith('/sandbox'))).toEqual([])
  expect(at(contractOf(false).document, 'tags')).not.toContainEqual(expect.objectContaining({ name: 'Sandbox' }))
})

test('every operation has a name of its own', () => {
  const ids = operations.map(({ operationId }) => operationId)
  expect(new Set(ids).size).toBe(operations.length)
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/)
})

describe.each(operations)('$name', (operation) => {
  const { where, responses } = operation

  test('says what it does, for whom, and where it belongs', () => {
    const tags = Object.values(at(document, 'tags') ?? {}).map((tag) => Object(tag).name)
    expect(operation.summary).toMatch(/^[A-Z][^.]+$/)
    expect(operation.description).toContain('**Key:**')
    expect(operation.tags).toHaveLength(1)
    expect(tags).toContain(operation.tags?.[0])
  })

  test('takes an Idempotency-Key if it is a POST', () => {
    const names = (operation.parameters ?? []).map((parameter) => contract.follow(parameter).name)
    expect(names.includes('Idempotency-Key')).toBe(where.at(-1) === 'post')
  })

  test('shows bodies and answers that fit', () => {
    for (const media of Object.values(operation.requestBody?.content ?? {})) expectExamples(media)
    const body = operation.requestBody?.content['application/json']
    if (body) checkExamples([...where, 'requestBody', 'content', 'application/json'], body)
    for (const [status, response] of Object.entries(responses)) {
      const place = response.$ref ? response.$ref.slice(2).split('/') : [...where, 'responses', status]
      const { content = {} } = Object(contract.follow(response)) as Operation['responses'][string]
      for (const [type, media] of Object.entries(content)) {
        if (!type.endsWith('json')) continue
        expectExamples(media)
        checkExamples([...place, 'content', type], media)
      }
    }
  })

  test('answers a problem by a status that its code has', () => {
    for (const [status, response] of Object.entries(responses)) {
      const media = at(contract.follow(response), 'content', 'application/problem+json')
      if (!media) continue
      const codes = at(media, 'schema', 'properties', 'code', 'enum') as unknown as (keyof typeof PROBLEMS)[]
      for (const code of codes) expect(PROBLEMS[code].status).toBe(Number(status))
    }
  })
})

test('every object is closed but the data of an event', () => {
  const open: string[] = []
  walk({ paths: document.paths, webhooks: document.webhooks, components: document.components }, [], (node, path) => {
    if (path.includes('examples') || path.at(-1) === 'properties') return
    // a choice between closed ones is closed
    if (node.oneOf) return
    const types = [node.type].flat()
    if (types.includes('object') && node.additionalProperties !== false) open.push(path.join('.'))
  })
  expect(open).toEqual(['components.schemas.Event.properties.data'])
})

test('is served to anybody, and again only to who has not got it', async () => {
  vi.stubEnv('AFTERDESK_SANDBOX', '0')
  forgetEnv()
  const ask = (headers = {}) => answerApiDocument(new Request('http://afterdesk.test/api/openapi.json', { headers }))
  const served = ask()
  const etag = served.headers.get('etag') ?? ''
  expect(served.headers.get('content-type')).toBe('application/json')
  expect(await served.json()).toEqual(contractOf(false).document)
  expect(ask({ 'If-None-Match': etag }).status).toBe(304)
  expect(ask({ 'If-None-Match': `"other", W/${etag}` }).status).toBe(304)
  expect(ask({ 'If-None-Match': '"other"' }).status).toBe(200)
})

test('a promise that is broken is found out', () => {
  const schema = pointer('components', 'schemas', 'Problem')
  expect(() => contract.validate(schema, { code: 'notFound', stack: 'at …' }, 'here')).toThrow(/here: .*stack/s)
})

function expectExamples(media: Media): void {
  expect(Object.keys(media.examples ?? {}).length).toBeGreaterThan(0)
}

function checkExamples(place: string[], { examples = {} }: Media): void {
  for (const [name, example] of Object.entries(examples))
    contract.validate(pointer(...place, 'schema'), contract.follow(example).value, name)
}

function walk(node: unknown, path: string[], visit: (node: Record<string, unknown>, path: string[]) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(Object(node), path)
  for (const [key, child] of Object.entries(node)) walk(child, [...path, key], visit)
}
