import { beforeAll, describe, expect, test } from 'vitest'
import { expectRefused, forEach, named, sendWatched, tell } from '@/tests/support/api-fuzz/expectations'
import { OPERATIONS, type Operation } from '@/tests/support/api-fuzz/operations'
import { queryFaults } from '@/tests/support/api-fuzz/query-faults'
import { useFuzzWorld } from '@/tests/support/api-fuzz/use-world'
import { type Prepared, prepare, type Recipe } from '@/tests/support/api-fuzz/valid-request'

/** Everything of a request but its body: the names in its path, its query, its headers. */

const { world, recipeOf } = useFuzzWorld()

const HOSTILE_NAMES = [
  ...['%00', 'a%00', '%2e%2e%2f', '%2e%2e%5c', 'a%2Fb', '..%2f..%2fetc%2fpasswd', '%20', '%0d%0aX-Y:%20z', '-', '%25'],
  ...[
    '%E8%AE%A2%E5%8D%95',
    '%F0%9F%A7%B5',
    '%EF%BB%BF',
    'x'.repeat(65),
    'x'.repeat(10_000),
    '%27%20OR%201=1--',
    '{no}',
  ],
  ...['__proto__', '1;2', 'a,b', 'a*', '*', '%24%7Bx%7D', '(a)', "'", '=', '@', '~'],
]
/** What no name can be read from, or what is no name at all: no such path. */
const UNREADABLE = ['%FF', '%ED%A0%80', '%zz', '%', '']
const NOT_FOUND = { status: 404, code: 'notFound' }

describe.each(OPERATIONS)('$name', (operation) => {
  let recipe: Recipe
  let prepared: Prepared
  beforeAll(async () => {
    recipe = await recipeOf(operation)
    prepared = await prepare(recipe, world())
  })

  test('names what is wrong with its query', async () => {
    await forEach(queryFaults(operation.query), ({ query, path }) =>
      expectRefused(
        { ...prepared, path: `${prepared.path}${query}` },
        { status: 422, code: 'invalidRequest', paths: [path] },
      ),
    )
  })

  if (operation.path.includes('{'))
    test('finds nothing under a name that nothing can have', async () => {
      const unnameable = { status: 422, code: 'invalidRequest' }
      await forEach(pathsWith(operation, prepared, HOSTILE_NAMES), ({ path, name }) =>
        expectRefused({ ...prepared, path }, operation.method === 'PUT' ? { ...unnameable, paths: [name] } : NOT_FOUND),
      )
      await forEach(pathsWith(operation, prepared, UNREADABLE), ({ path }) =>
        expectRefused({ ...prepared, path }, NOT_FOUND),
      )
    })

  test('takes no key but one that is written as it should be', async () => {
    const { key, headers } = prepared
    const written = [
      '',
      'Bearer',
      'Bearer ',
      `Basic ${key}`,
      `Bearer${key}`,
      `Bearer ${key} x`,
      `Bearer "${key}"`,
      String(key),
    ]
    await forEach(
      named([...written, `Bearer ${key}, Bearer ${key}`, `Bearer ${'k'.repeat(10_000)}`, 'Bearer ü']),
      ({ done }) =>
        expectRefused(
          { ...prepared, key: null, headers: { ...headers, Authorization: done } },
          { status: 401, code: 'unauthenticated' },
        ),
    )
  })

  if (operation.method === 'POST')
    test('takes no Idempotency-Key that nobody could write down', async () => {
      await forEach(named(['', ' ', 'x'.repeat(256), 'schlüssel', 'a\tb', '\u00a0', '\u007f']), ({ done }) =>
        expectRefused(
          { ...prepared, headers: { ...prepared.headers, 'Idempotency-Key': done } },
          { status: 422, code: 'invalidRequest', paths: ['Idempotency-Key'] },
        ),
      )
    })

  test('does not mind headers that say nothing to it', async () => {
    const odd = {
      Accept: 'text/html',
      'Accept-Language': `*;q=-1, ${'zz,'.repeat(500)}`,
      'X-Forwarded-For': "'; --",
      'X-HTTP-Method-Override': 'DELETE',
      Cookie: 'locale=../../x; a',
      Range: 'bytes=0-0',
      'If-None-Match': '*',
      ...(operation.method === 'POST' ? { 'Idempotency-Key': '~'.repeat(255) } : {}),
    }
    const fresh = await prepare(recipe, world())
    const reply = await sendWatched({ ...fresh, headers: { ...fresh.headers, ...odd } })
    expect(reply.status, tell(reply)).toBe(operation.success)
  })
})

/** The path with each of these in the place of each of its names. */
function pathsWith({ path }: Operation, { params }: Prepared, parts: readonly string[]) {
  return Object.keys(params).flatMap((name) =>
    parts.map((part) => ({
      done: `${name}: ${part.slice(0, 80)}`,
      name,
      path: path.replace(/\{(\w+)\}/g, (_, one: string) => (one === name ? part : (params[one] ?? ''))),
    })),
  )
}
