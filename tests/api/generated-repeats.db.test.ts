import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { problemOf, type Reply } from '@/tests/support/api'
import { summarize, takeChanges } from '@/tests/support/api-fuzz/changes'
import { expectRefused, forEach, tell } from '@/tests/support/api-fuzz/expectations'
import { OPERATIONS } from '@/tests/support/api-fuzz/operations'
import { type Body, type Sent, send } from '@/tests/support/api-fuzz/send'
import { useFuzzWorld } from '@/tests/support/api-fuzz/use-world'
import { type Prepared, prepare, type Recipe } from '@/tests/support/api-fuzz/valid-request'
import { fileRequest, jpeg } from '@/tests/support/files'

/** Every POST of the document, sent again under the name that it was sent under before: one effect, whatever happens. */

const { world, recipeOf } = useFuzzWorld()

describe.each(OPERATIONS.filter(({ method }) => method === 'POST'))('$name', (operation) => {
  let recipe: Recipe
  let effect: Record<string, number>
  beforeAll(async () => {
    recipe = await recipeOf(operation)
    const prepared = await prepare(recipe, world())
    await takeChanges()
    await send(prepared)
    effect = summarize(await takeChanges())
  })

  test('gets the first answer again and does nothing, be it said in another order', async () => {
    const prepared = underName(await prepare(recipe, world()))
    const first = await send(prepared)
    await takeChanges()
    for (const body of [prepared.body, turned(prepared)]) {
      const again = await send({ ...prepared, body })
      expect(again.headers.get('idempotent-replayed')).toBe('true')
      expect([again.status, again.body]).toEqual([operation.success, first.body])
    }
    expect(summarize(await takeChanges())).toEqual({})
  })

  test('has one effect when it comes four times at once', async () => {
    const prepared = underName(await prepare(recipe, world()))
    await takeChanges()
    const replies = await Promise.all(Array.from({ length: 4 }, () => send(prepared)))
    expect(summarize(await takeChanges())).toEqual(effect)
    const done = replies.filter(({ status }) => status === operation.success)
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    for (const reply of replies.filter((one) => !done.includes(one))) expectUnderWay(reply)
    const after = await send(prepared)
    expect(after.body).toEqual(done[0]?.body)
  })

  test('is another request with another body, whatever else is wrong with that', async () => {
    const prepared = underName(await prepare(recipe, world()))
    await send(prepared)
    await forEach(await otherBodies(prepared), (other) =>
      expectRefused({ ...prepared, ...other }, { status: 422, code: 'idempotencyMismatch' }),
    )
  })

  test('refused for its faults, it may come mended', async () => {
    const prepared = underName(await prepare(recipe, world()))
    for (const other of await faultyBodies(prepared)) {
      const reply = await send({ ...prepared, ...other })
      expect(reply.status, tell(reply)).toBe(422)
    }
    const mended = await send(prepared)
    expect([mended.status, mended.headers.get('idempotent-replayed')]).toEqual([operation.success, null])
  })
})

function underName(prepared: Prepared): Prepared & { headers: Record<string, string> } {
  return { ...prepared, headers: { ...prepared.headers, 'Idempotency-Key': randomUUID() } }
}

/** A body that says the same, its fields the other way round. */
function turned({ recipe, value, body }: Prepared): Body | undefined {
  if (recipe.operation.body?.media !== 'application/json') return body
  return JSON.stringify(Object.fromEntries(Object.entries(Object(value)).reverse()), null, 2)
}

type Other = { done: string } & Pick<Sent, 'body' | 'headers'>

async function otherBodies(prepared: Prepared): Promise<Other[]> {
  const { recipe, value } = prepared
  if (recipe.operation.body?.media !== 'application/json') return [await otherFile(prepared)]
  const fields = Object.keys(Object(value))
  return [
    ...faultyJson(value),
    ...fields.map((name) => ({
      done: `without ${name}`,
      body: JSON.stringify({ ...Object(value), [name]: undefined }),
    })),
  ]
}

async function faultyBodies(prepared: Prepared): Promise<Other[]> {
  const { recipe, value, headers } = prepared
  if (recipe.operation.body?.media === 'application/json') return faultyJson(value)
  const request = fileRequest('')
  const type = request.headers.get('content-type') ?? ''
  return [
    {
      done: 'an empty file',
      body: new Uint8Array(await request.arrayBuffer()),
      headers: { ...headers, 'Content-Type': type },
    },
  ]
}

function faultyJson(value: unknown): Other[] {
  return [
    { done: 'an unknown field', body: JSON.stringify({ ...Object(value), unknown: 1 }) },
    { done: 'a list', body: '[]' },
    { done: 'nothing', body: 'null' },
  ]
}

async function otherFile({ headers }: Prepared): Promise<Other> {
  const request = fileRequest(await jpeg(80, 60, '#33c'))
  const type = request.headers.get('content-type') ?? ''
  return {
    done: 'another photo',
    body: new Uint8Array(await request.arrayBuffer()),
    headers: { ...headers, 'Content-Type': type },
  }
}

function expectUnderWay(reply: Reply): void {
  expect(problemOf(reply)).toEqual({ status: 409, code: 'idempotencyInProgress' })
}
