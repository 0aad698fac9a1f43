import { z } from 'zod'
import { type ApiKey, scopeOfKey } from '@/lib/auth/api-keys'
import { openDownload } from '@/lib/files/download'
import { findFile } from '@/lib/files/queries'
import { receiveFile } from '@/lib/files/receive'
import type { FileSize } from '@/lib/files/storage'
import { publishFile, type Uploader } from '@/lib/files/store'
import { inTempFolder } from '@/lib/files/temp-folder'
import { keepFile } from '@/lib/files/upload'
import { MEDIA_TYPES } from '@/lib/files/views'
import { type Answer, answer } from './answer'
import { type Call, reading, serve } from './endpoint'
import { problemOfUpload } from './file-problem'
import { answerOnce, findFirstAnswer, nameRequest } from './idempotency'
import { inOneTransaction } from './one-transaction'
import type { Operation } from './operation'
import { notFound } from './problem'
import { attachment } from './schema-parts'

const form = z.strictObject({
  file: z.file().meta({ description: 'A JPEG, PNG or WebP image or a PDF, at most 10 MB' }),
})

/** `POST /files` */
export const postFile: Operation<unknown> = {
  form: {
    summary: 'Send a file',
    description:
      'One part named `file`. What it is, its content says; images are re-encoded, and metadata is removed. With a platform key it is the buyer’s, with a shop key that shop’s. A file that no case uses within 24 hours is removed.',
    body: form,
    media: { body: 'multipart/form-data' },
    answer: attachment,
    status: 201,
    writes: true,
  },
  handle: serve(takeFile),
}

/** `GET /files/{id}` */
export const getFile: Operation<{ id: string }> = download('original', {
  summary: 'Read a file',
  description: 'A platform key reads every file; a shop key those of its shop’s cases and what it sent itself.',
  media: MEDIA_TYPES,
})

/** `GET /files/{id}/thumbnail` */
export const getThumbnail: Operation<{ id: string }> = download('thumbnail', {
  summary: 'Read the thumbnail of an image',
  description: 'Of a document there is none.',
  media: ['image/webp'],
})

/** A repeat that names itself is told by its content before anything is made of it. */
function takeFile({ key, request }: Call<unknown>): Promise<Answer> {
  return inTempFolder(async (folder) => {
    const received = await receiveFile(request, folder)
    if (!received.ok) return problemOfUpload(received.fault)
    const name = nameRequest(request, key, { sha256: received.value.sha256 })
    if (!name.ok) return name.answer
    const { named } = name
    const first = named && (await inOneTransaction(scopeOfKey(key), (tx) => findFirstAnswer(tx, named)))
    if (first) return first
    const kept = await keepFile(received.value, folder, uploaderOf(key), ({ id, mediaType, bytes }) =>
      inOneTransaction(scopeOfKey(key), (tx) =>
        answerOnce(tx, named, async () => {
          await publishFile(tx, id)
          return answer(201, { id, mediaType, bytes })
        }),
      ),
    )
    return kept.ok ? kept.value : problemOfUpload(kept.fault)
  })
}

function download(
  size: FileSize,
  { media, ...told }: { summary: string; description: string; media: readonly string[] },
) {
  return reading({
    ...told,
    media: { answer: media },
    answer: z.instanceof(ReadableStream),
    query: z.strictObject({}),
    async run({ key, params, request }: Call<{ id: string }>) {
      const file = await findFile(scopeOfKey(key), params.id)
      const opened = file && (await openDownload(request, file, size))
      return opened ? { status: 200, ...opened } : notFound()
    },
  })
}

function uploaderOf(key: ApiKey): Uploader {
  const id = `key:${key.id}`
  return key.kind === 'PLATFORM' ? { side: 'BUYER', shopId: null, id } : { side: 'MERCHANT', shopId: key.shopId, id }
}
