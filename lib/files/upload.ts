import { randomBytes } from 'node:crypto'
import { ofOwner } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { prepareFile } from './prepare'
import { type ReceivedFile, receiveFile } from './receive'
import { putObjects } from './storage'
import { insertFile, publishFile, type Uploader, withdrawFile } from './store'
import { removeFile } from './sweep'
import { inTempFolder } from './temp-folder'
import type { Uploaded } from './upload-fault'
import type { UploadedFile } from './views'

/** Takes the one file of a multipart request and keeps it for its sender to use; nothing stays of one that is refused. */
export function takeUpload(request: Request, uploader: Uploader): Promise<Uploaded<UploadedFile>> {
  return inTempFolder(async (folder) => {
    const received = await receiveFile(request, folder)
    if (!received.ok) return received
    return keepFile(received.value, folder, uploader, async (file) => {
      await inTransaction(ofOwner(uploader.shopId), (tx) => publishFile(tx, file.id))
      return file
    })
  })
}

/**
 * Prepares a received file and stores it, the row first, then the objects; `finish` publishes it in a transaction of its
 * own, or does not: then it goes again. A process that is killed in between leaves a row, and the sweep its objects.
 */
export async function keepFile<T>(
  { path, name }: ReceivedFile,
  folder: string,
  uploader: Uploader,
  finish: (file: UploadedFile) => Promise<T>,
): Promise<Uploaded<T>> {
  const prepared = await prepareFile(path, folder)
  if (!prepared.ok) return prepared
  const { mediaType, bytes } = prepared.value
  const id = `file_${randomBytes(16).toString('hex')}`
  await insertFile({ ...prepared.value, id, name, uploader })
  try {
    await putObjects(id, prepared.value)
    return { ok: true, value: await finish({ id, mediaType, bytes, name }) }
  } finally {
    await removeUnpublished(id)
  }
}

/** What cannot be removed now, the sweep removes later: the upload's own outcome is told all the same. */
async function removeUnpublished(id: string): Promise<void> {
  try {
    if (await withdrawFile(id)) await removeFile(id)
  } catch (error) {
    logger().warn({ err: error, id }, 'a file that was not kept stays until the sweep')
  }
}
