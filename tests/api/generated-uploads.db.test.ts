import { beforeAll, describe, expect, test } from 'vitest'
import { useApi } from '@/tests/support/api'
import { watchChanges } from '@/tests/support/api-fuzz/changes'
import { expectRefused, forEach, sendWatched, tell } from '@/tests/support/api-fuzz/expectations'
import { oddUploads, uploadFaults } from '@/tests/support/api-fuzz/multipart-faults'
import { OPERATIONS } from '@/tests/support/api-fuzz/operations'
import { findRecipe, type Prepared, prepare, recipesFor } from '@/tests/support/api-fuzz/valid-request'
import { createWorld } from '@/tests/support/api-fuzz/world'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'

/** Every upload of the document, spoilt: told what is wrong, and nothing stays of it. */

useDatabase()
useApi()
const files = useFiles()

describe.each(OPERATIONS.filter(({ body }) => body?.media === 'multipart/form-data'))('$name', (operation) => {
  let prepared: Prepared
  beforeAll(async () => {
    const world = await createWorld()
    const { recipe } = await findRecipe(recipesFor(operation, operation.keys[0] ?? 'PLATFORM'), world)
    prepared = await prepare(recipe, world)
    await watchChanges()
  })

  test('names what is wrong, and keeps nothing of it', async () => {
    const before = await files.stored()
    await forEach(await uploadFaults(), ({ body, headers, status, code, path }) =>
      expectRefused({ ...prepared, body, headers }, { status, code, ...(path === null ? {} : { paths: [path] }) }),
    )
    expect(await files.stored()).toEqual(before)
    expect(await files.temporary()).toEqual([])
  })

  test('does not mind what a file is called', async () => {
    await forEach(await oddUploads(), async ({ body, headers }) => {
      const reply = await sendWatched({ ...prepared, body, headers })
      expect(reply.status, tell(reply)).toBe(operation.success)
    })
  })
})
