import { once } from 'node:events'
import { createReadStream, ReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { type Env, env } from '@/lib/env'
import { processWide } from '@/lib/process-wide'
import type { Prepared } from './prepared-file'

/** Where the bytes lie: a folder, or an S3-compatible bucket. Objects are named by their file's id. */

export type FileSize = 'original' | 'thumbnail'

/** Writes a file's objects. What it leaves half done is known by the file's row. */
export async function putObjects(id: string, { path, mediaType, bytes, thumbnail }: Prepared): Promise<void> {
  await put(keyOf(id, 'original'), path, { contentType: mediaType, contentLength: bytes })
  if (thumbnail)
    await put(keyOf(id, 'thumbnail'), thumbnail.path, { contentType: 'image/webp', contentLength: thumbnail.bytes })
}

/** Deletes a file's objects, whether there are any or not. */
export async function deleteObjects(id: string): Promise<void> {
  const from = await disk()
  await Promise.all([from.delete(keyOf(id, 'original')), from.delete(keyOf(id, 'thumbnail'))])
}

/** The bytes of an object; throws when it is not there. */
export async function openObject(id: string, size: FileSize): Promise<Readable> {
  const stream = await (await disk()).getStream(keyOf(id, size))
  // a bucket has answered by now; a file of the disk is only being opened
  if (stream instanceof ReadStream) await once(stream, 'open')
  return stream
}

async function put(key: string, path: string, meta: { contentType: string; contentLength: number }): Promise<void> {
  await (await disk()).putStream(key, createReadStream(path), meta)
}

/** Where a disk keeps the objects, by their keys. */
export const folderOf = (dataDir: string) => join(dataDir, 'files')

/** Two letters of the id make a folder, so that none grows too large. */
export function keyOf(id: string, size: FileSize): string {
  const bare = id.slice(id.indexOf('_') + 1)
  return `${bare.slice(0, 2)}/${id}${size === 'thumbnail' ? '.thumbnail' : ''}`
}

/** The one disk of this process; another one after the environment was read anew. */
function disk(): Promise<Disk> {
  const held = processWide('fileDisk', (): { env?: Env; disk?: Promise<Disk> } => ({}))
  if (!held.disk || held.env !== env()) Object.assign(held, { env: env(), disk: openDisk(env()) })
  if (!held.disk) throw new Error('there is no file storage')
  return held.disk
}

async function openDisk({ AFTERDESK_FILES, AFTERDESK_DATA_DIR, ...given }: Env): Promise<Disk> {
  if (AFTERDESK_FILES === 'disk')
    return new Disk(new FSDriver({ location: folderOf(AFTERDESK_DATA_DIR), visibility: 'private' }))
  const { AFTERDESK_S3_ACCESS_KEY_ID: accessKeyId, AFTERDESK_S3_SECRET_ACCESS_KEY: secretAccessKey } = given
  const { AFTERDESK_S3_BUCKET: bucket, AFTERDESK_S3_REGION: region, AFTERDESK_S3_ENDPOINT: endpoint } = given
  if (bucket === undefined || region === undefined) throw new Error('the environment names no bucket')
  // only who uses it loads the client
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new Disk(
    new S3Driver({
      bucket,
      region,
      // a bucket of somebody else's making is addressed by path
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
      visibility: 'private',
      // new buckets refuse them, and not every make of S3 knows the newer checksums
      supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5000, socketTimeout: 60_000 },
    }),
  )
}
