import { afterAll, beforeAll, expect, it } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { database } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { age, BY_PLATFORM, fileRequest, fileState, jpeg, upload, useFiles } from '@/tests/support/files'
import { type S3Server, startS3Server } from '@/tests/support/s3'
import { openDownload } from './download'
import { findFile } from './queries'
import { sweepFiles } from './sweep'
import { takeUpload } from './upload'

useDatabase()
const files = useFiles()
let s3: S3Server

beforeAll(async () => {
  s3 = await startS3Server()
  Object.assign(process.env, {
    AFTERDESK_FILES: 's3',
    AFTERDESK_S3_BUCKET: 'desk-files',
    AFTERDESK_S3_REGION: 'eu-central-1',
    AFTERDESK_S3_ENDPOINT: s3.url,
    AFTERDESK_S3_ACCESS_KEY_ID: 'test-key',
    AFTERDESK_S3_SECRET_ACCESS_KEY: 'test-secret',
  })
  forgetEnv()
})
afterAll(() => s3.close())

const keysOf = (id: string) => {
  const key = `/desk-files/${id.slice(5, 7)}/${id}`
  return [key, `${key}.thumbnail`]
}

async function read(id: string): Promise<Buffer | null> {
  const file = await findFile({ kind: 'PLATFORM' }, id)
  const opened = file && (await openDownload(new Request('http://afterdesk.test/'), file, 'original'))
  return opened && Buffer.from(await new Response(opened.body).arrayBuffer())
}

it('puts a file and its thumbnail into the bucket, and reads them from there', async () => {
  const { id, bytes } = await upload(BY_PLATFORM)
  expect([...s3.objects.keys()].sort()).toEqual(keysOf(id))
  expect(s3.objects.get(keysOf(id)[0] ?? '')?.type).toBe('image/jpeg')
  expect((await read(id))?.length).toBe(bytes)
  expect(await files.stored()).toEqual([])
})

it('deletes the objects of a file that no case used', async () => {
  const { id } = await upload(BY_PLATFORM)
  await age(id, 25)
  await sweepFiles()
  expect(keysOf(id).map((key) => s3.objects.has(key))).toEqual([false, false])
  expect(await fileState(id)).toBeUndefined()
})

it('is not there for anybody when the bucket would not take it, and goes when the bucket is well again', async () => {
  const before = s3.objects.size
  s3.broken = true
  await expect(takeUpload(fileRequest(await jpeg()), BY_PLATFORM)).rejects.toThrow()
  const { rows } = await database.query<{ id: string; state: string }>(
    `SELECT "id", "state" FROM "Attachment" WHERE "state" <> 'READY'`,
  )
  expect(rows).toMatchObject([{ state: 'REMOVING' }])
  const id = rows[0]?.id ?? ''
  await age(id, 25)
  expect(await sweepFiles()).toBe(0)
  s3.broken = false
  expect(await sweepFiles()).toBe(1)
  expect(await fileState(id)).toBeUndefined()
  expect(s3.objects.size).toBe(before)
})

it('says so when an object is lost', async () => {
  const { id } = await upload(BY_PLATFORM)
  s3.objects.clear()
  await expect(read(id)).rejects.toThrow()
})
