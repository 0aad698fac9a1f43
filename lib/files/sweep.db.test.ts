import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { age, BY_PLATFORM, fileState, jpeg, upload, useFiles } from '@/tests/support/files'
import { prepareFile } from './prepare'
import { putObjects } from './storage'
import { insertFile } from './store'
import { sweepFiles } from './sweep'
import { inTempFolder } from './temp-folder'
import { keepFile } from './upload'

useDatabase()
const files = useFiles()

/** As far as a process comes that is killed before it says that the file is there. */
async function crash({ withObjects }: { withObjects: boolean }): Promise<string> {
  const id = `file_${String(Math.floor(Math.random() * 1e9)).padStart(32, '0')}`
  await inTempFolder(async (folder) => {
    await writeFile(join(folder, 'received'), await jpeg())
    const prepared = await prepareFile(join(folder, 'received'), folder)
    if (!prepared.ok) throw new Error('refused')
    await insertFile({ ...prepared.value, id, name: 'photo.jpg', uploader: BY_PLATFORM })
    if (withObjects) await putObjects(id, prepared.value)
  })
  return id
}

it('removes what a crash left between the row and its objects, and after them', async () => {
  const left = [await crash({ withObjects: false }), await crash({ withObjects: true })]
  expect(await files.stored()).toHaveLength(2)
  await sweepFiles()
  // an upload may still be under way
  expect(await Promise.all(left.map(fileState))).toEqual(['STORING', 'STORING'])
  for (const id of left) await age(id, 25)
  expect(await sweepFiles()).toBe(2)
  expect(await Promise.all(left.map(fileState))).toEqual([undefined, undefined])
  expect(await files.stored()).toEqual([])
})

it('goes on with what another sweep broke off', async () => {
  const { id } = await upload(BY_PLATFORM)
  await age(id, 25)
  await database.query(`UPDATE "Attachment" SET "state" = 'REMOVING' WHERE "id" = $1`, [id])
  expect(await sweepFiles()).toBe(1)
  expect(await files.stored()).toEqual([])
})

it('goes by real time, however far a sandbox has moved its clock', async () => {
  const { id } = await upload(BY_PLATFORM)
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = 10 * 86400000`)
  expect(await sweepFiles()).toBe(0)
  expect(await fileState(id)).toBe('READY')
})

it('removes more than one batch of them, and every one once, however many sweep', async () => {
  await database.query(
    `INSERT INTO "Attachment" ("id", "side", "uploaderId", "mediaType", "bytes", "sha256", "name", "uploadedAt")
     SELECT 'file_' || lpad(to_hex(n), 32, '0'), 'BUYER', 'key', 'application/pdf', 1, repeat('0', 64), 'a.pdf',
       clock_timestamp() - INTERVAL '2 days' FROM generate_series(1, 450) n`,
  )
  await Promise.all([sweepFiles(), sweepFiles()])
  await sweepFiles()
  const { rows } = await database.query(
    `SELECT 1 FROM "Attachment" WHERE "uploadedAt" < clock_timestamp() - INTERVAL '1 day'`,
  )
  expect(rows).toEqual([])
})

it('leaves nothing of an upload whose end failed', async () => {
  const before = await files.stored()
  await inTempFolder(async (folder) => {
    const path = join(folder, 'received')
    await writeFile(path, await jpeg())
    const received = { path, name: 'a.jpg', bytes: 1, sha256: '' }
    const failing = keepFile(received, folder, BY_PLATFORM, () => Promise.reject(new Error('the database went away')))
    await expect(failing).rejects.toThrow('the database went away')
  })
  expect(await files.stored()).toEqual(before)
})

it('removes the temporary folders of killed processes', async () => {
  const [old, young] = [join(tmpdir(), 'afterdesk-upload-old'), join(tmpdir(), 'afterdesk-upload-young')]
  for (const folder of [old, young]) await mkdir(folder)
  await utimes(old, new Date(0), new Date(0))
  await sweepFiles()
  expect(await files.temporary()).toEqual(['afterdesk-upload-young'])
})
