import { describe, expect, test } from 'vitest'
import type { KeyKind } from '@/lib/api/openapi/note'
import { problemOf } from '@/tests/support/api'
import { expectRefused, forEach, named, sendWatched } from '@/tests/support/api-fuzz/expectations'
import { OPERATIONS } from '@/tests/support/api-fuzz/operations'
import { namesOwn, without } from '@/tests/support/api-fuzz/strangers'
import { useFuzzWorld } from '@/tests/support/api-fuzz/use-world'
import { findRecipe, type Prepared, prepare, recipesFor } from '@/tests/support/api-fuzz/valid-request'
import { CLOSED_KEYS } from '@/tests/support/api-fuzz/world'

/** The whole document, operation by operation: what it calls valid succeeds, and no key opens more than it says. */

const { world } = useFuzzWorld()

describe.each(OPERATIONS)('$name', (operation) => {
  const kind = operation.keys[0] ?? 'PLATFORM'
  const recipe = recipesFor(operation, kind)[0]
  if (!recipe) throw new Error(`${operation.name}: there is nothing to send`)

  test('succeeds with every example of the document and every kind of key that it names', async () => {
    for (const kind of operation.keys) {
      const recipes = recipesFor(operation, kind)
      for (const example of new Set(recipes.map((recipe) => recipe.example)))
        await findRecipe(
          recipes.filter((recipe) => recipe.example === example),
          world(),
        )
    }
  })

  test('is 401 without a key, with a wrong one, and with one that was closed', async () => {
    const prepared = await prepare(recipe, world())
    await forEach(named(CLOSED_KEYS), ({ done }) =>
      expectRefused({ ...prepared, key: world().closed[done] }, { status: 401, code: 'unauthenticated' }),
    )
  })

  test('is 403 to the other kinds of key of those whose it is, and to their faults too', async () => {
    await forEach(named(without(operation.keys)), async ({ done: kind }) => {
      const prepared = await prepare({ ...recipe, kind }, world())
      await expectRefused(prepared, { status: 403, code: 'notPermitted' })
      if (operation.body?.media === 'application/json')
        await expectRefused({ ...prepared, body: faulty(prepared) }, { status: 403, code: 'notPermitted' })
    })
  })

  test('shows another shop nothing of what is not its own', async () => {
    await forEach(named<KeyKind>(['AGENT', 'MANAGER']), async ({ done: kind }) => {
      const prepared = await prepare({ ...recipe, kind }, world())
      const stranger = { ...prepared, key: world().other.keys[kind] }
      if (namesOwn(prepared, world())) {
        await expectRefused(stranger, { status: 404, code: 'notFound' })
        if (operation.body?.media === 'application/json')
          await expectRefused({ ...stranger, body: faulty(prepared) }, { status: 404, code: 'notFound' })
        return
      }
      const reply = await sendWatched(stranger)
      if (operation.keys.includes(kind)) expect(reply.status).toBe(operation.success)
      else expect(problemOf(reply)).toEqual({ status: 403, code: 'notPermitted' })
      expect(JSON.stringify(reply.body)).not.toContain(world().own.shopId)
    })
  })
})

/** Whose the request is, but for a field that nobody knows. */
function faulty({ value }: Prepared): string {
  return JSON.stringify({ ...Object(value), unknown: 1 })
}
