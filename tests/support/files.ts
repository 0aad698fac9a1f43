import { mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { openObject } from '@/lib/files/storage'
import type { Uploader } from '@/lib/files/store'
import { takeUpload } from '@/lib/files/upload'
import type { UploadedFile } from '@/lib/files/views'
import { database } from '@/tests/support/access'

/** Files on a real disk: what the tests of uploads begin with. */

export const BY_PLATFORM: Uploader = { side: 'BUYER', shopId: null, id: 'key-platform' }
export const bySeller = (shopId: string): Uploader => ({ side: 'MERCHANT', shopId, id: 'agent-1' })

/** A folder of its own for the files of the test file that calls it, below `useDatabase()`; and one for what is temporary. */
export function useFiles(): { stored(): Promise<string[]>; temporary(): Promise<string[]> } {
  const [data, temp] = [mkdtempSync(join(tmpdir(), 'afterdesk-data-')), mkdtempSync(join(tmpdir(), 'afterdesk-temp-'))]
  beforeAll(() => {
    Object.assign(process.env, { AFTERDESK_DATA_DIR: data, TMPDIR: temp })
    forgetEnv()
  })
  afterAll(async () => {
    for (const folder of [data, temp]) await rm(folder, { recursive: true, force: true })
  })
  return {
    stored: () => listFiles(join(data, 'files')),
    temporary: async () => (await readdir(temp)).filter((name) => name.startsWith('afterdesk-upload-')),
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** A request as a browser's form sends it; `parts` in order. */
export function multipart(
  parts: { field: string; name?: string; type?: string; content: Uint8Array | string }[],
  headers: Record<string, string> = {},
): Request {
  const boundary = '----afterdesk-test'
  const chunks = parts.flatMap(({ field, name, type, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${name === undefined ? '' : `; filename="${name}"`}\r\n` +
        `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return raw(Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]), {
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    ...headers,
  })
}

/** Bytes as they are, in pieces, as a network brings them. */
export function raw(bytes: Uint8Array, headers: Record<string, string>): Request {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(at, at + 65_536))
      at += 65_536
    },
  })
  return new Request('http://afterdesk.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

export function fileRequest(content: Uint8Array | string, name = 'photo.jpg', type = 'image/jpeg'): Request {
  return multipart([{ field: 'file', name, type, content }])
}

/** A JPEG of so many pixels. */
export function jpeg(width = 64, height = 48, background = '#c33'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

export async function upload(uploader: Uploader, content?: Uint8Array): Promise<UploadedFile> {
  const taken = await takeUpload(fileRequest(content ?? (await jpeg())), uploader)
  if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken.fault)}`)
  return taken.value
}

/** Sends a request as the platform does. */
export function send(request: Request): ReturnType<typeof takeUpload> {
  return takeUpload(request, BY_PLATFORM)
}

export function sendFile(content: Uint8Array | string, name?: string, type?: string): ReturnType<typeof takeUpload> {
  return send(fileRequest(content, name, type))
}

/** A file that has to be taken, with the bytes that are stored of it. */
export async function kept(content: Uint8Array | string, name?: string, type?: string) {
  const taken = await sendFile(content, name, type)
  if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken.fault)}`)
  return { ...taken.value, content: await bytesOf(taken.value.id) }
}

export async function bytesOf(id: string, size: 'original' | 'thumbnail' = 'original'): Promise<Buffer> {
  return buffer(await openObject(id, size))
}

export function refused(code: string, path?: string) {
  return { ok: false, fault: path === undefined ? { code } : { code, path } }
}

export async function fileState(id: string): Promise<string | undefined> {
  const { rows } = await database.query<{ state: string }>(`SELECT "state" FROM "Attachment" WHERE "id" = $1`, [id])
  return rows[0]?.state
}

/** As if it had been sent so many hours ago. */
export async function age(id: string, hours: number): Promise<void> {
  await database.query(
    `UPDATE "Attachment" SET "uploadedAt" = clock_timestamp() - $2 * INTERVAL '1 hour' WHERE "id" = $1`,
    [id, hours],
  )
}
