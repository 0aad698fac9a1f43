import { beforeAll, describe, expect, test } from 'vitest'
import { expectRefused, forEach, sendWatched, tell } from '@/tests/support/api-fuzz/expectations'
import { oddUploads, uploadFaults } from '@/tests/support/api-fuzz/multipart-faults'
import { OPERATIONS } from '@/tests/support/api-fuzz/operations'
import { useFuzzWorld } from '@/tests/support/api-fuzz/use-world'
import { type Prepared, prepare } from '@/tests/support/api-fuzz/valid-request'

/** Every upload of the document, spoilt: told what is wrong, and nothing stays of it. */

const { world, files, recipeOf } = useFuzzWorld()

describe.each(OPERATIONS.filter(({ body }) => body?.media === 'multipart/form-data'))('$name', (operation) => {
  let prepared: Prepared
  beforeAll(async () => {
    prepared = await prepare(await recipeOf(operation), world())
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
