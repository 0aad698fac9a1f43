import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { problemOf } from '@/tests/support/api'
import { spoil } from '@/tests/support/api-fuzz/body-faults'
import { brokenByChance, CHANCE, spoiltByChance } from '@/tests/support/api-fuzz/chance'
import { isWritten, takeChanges } from '@/tests/support/api-fuzz/changes'
import { expectRefused, forEach, named, sendWatched, tell } from '@/tests/support/api-fuzz/expectations'
import { insertAt, valueAt } from '@/tests/support/api-fuzz/json-text'
import { OPERATIONS } from '@/tests/support/api-fuzz/operations'
import { strangersTo } from '@/tests/support/api-fuzz/strangers'
import { useFuzzWorld } from '@/tests/support/api-fuzz/use-world'
import { prepare, type Recipe } from '@/tests/support/api-fuzz/valid-request'
import { isFounded, judgeOf, pathsIn, unstorable } from '@/tests/support/api-fuzz/verdict'
import { wholeFaults } from '@/tests/support/api-fuzz/whole-bodies'

/** Every JSON body of the document, spoilt in every place: told by its path, or taken as it is. Nothing in between. */

const { world, recipeOf } = useFuzzWorld()

const TAKING = OPERATIONS.flatMap((operation) =>
  operation.body?.media === 'application/json' ? [{ ...operation, body: operation.body }] : [],
)

describe.each(TAKING)('$name', (operation) => {
  const { schema } = operation.body
  const judge = judgeOf(operation.body)
  let recipe: Recipe
  beforeAll(async () => {
    recipe = await recipeOf(operation)
  })

  test('names every single fault by its path, and takes whatever else is odd as it is', async () => {
    let prepared = await prepare(recipe, world())
    await forEach(spoil(schema, prepared.value), async ({ text, written }) => {
      const faults = judge(JSON.parse(text))
      const reply = await sendWatched({ ...prepared, body: text })
      if (faults.length > 0) {
        expect(problemOf(reply), tell(reply)).toMatchObject({ status: 422, code: 'invalidRequest' })
        expect(pathsIn(reply).sort()).toEqual([...faults].sort())
      } else expect(isFounded(operation, reply, []), tell(reply)).toBe(true)
      if (reply.status !== operation.success) return
      prepared = await prepare(recipe, world())
      const sent = written && String(valueAt(JSON.parse(text), written)).trim()
      if (sent) expect(isWritten(await takeChanges(), sent), 'it is stored as it was sent').toBe(true)
    })
  })

  test('refuses what is no body at all', async () => {
    const prepared = await prepare(recipe, world())
    await forEach(wholeFaults(JSON.stringify(prepared.value)), ({ body, headers = {}, status, code, path }) =>
      expectRefused({ ...prepared, headers, body }, { status, code, ...(path === null ? {} : { paths: [path] }) }),
    )
  })

  test('does not mind space, a byte order mark, or a name that comes twice: the last counts', async () => {
    const [first] = Object.keys(Object(recipe.example))
    await forEach(named(['space', 'mark', 'twice']), async ({ done }) => {
      const prepared = await prepare(recipe, world())
      const text = JSON.stringify(prepared.value)
      const twice = first === undefined ? text : insertAt(prepared.value, [], `"${first}": [null]`)
      const body = done === 'space' ? ` \r\n\t${text}\n ` : done === 'mark' ? `\ufeff${text}` : twice
      const reply = await sendWatched({ ...prepared, body })
      expect(reply.status, tell(reply)).toBe(operation.success)
    })
  })

  test('has an answer to whatever chance sends, and none for whom it is not', async () => {
    let prepared = await prepare(recipe, world())
    const stranger = fc.constantFrom(...strangersTo(operation, world()))
    const property = fc.asyncProperty(
      spoiltByChance(schema),
      brokenByChance,
      stranger,
      async (spoil, damage, other) => {
        const text = spoil(prepared.value)
        const faults = judge(JSON.parse(text))
        const refused = await sendWatched({ ...prepared, body: text, key: other.key })
        // before anybody asks whose it is, a body must be one that can be kept
        const told = unstorable(JSON.parse(text)).length > 0 ? [...other.statuses, 422] : other.statuses
        expect(told, `${other.done}: ${tell(refused)}`).toContain(refused.status)
        const reply = await sendWatched({ ...prepared, body: text })
        expect(isFounded(operation, reply, faults), `${tell(reply)}\nfor ${faults}`).toBe(true)
        if (reply.status < 300) prepared = await prepare(recipe, world())
        const damaged = await sendWatched({ ...prepared, body: damage(text) })
        if (damaged.status < 300) prepared = await prepare(recipe, world())
      },
    )
    await fc.assert(property, CHANCE)
  })
})
