import pLimit from 'p-limit'
import { processWide } from '@/lib/process-wide'
import { prepareImage } from './image'
import { detectMediaType } from './media-type'
import { preparePdf } from './pdf'
import type { Prepared } from './prepared-file'
import { refuseUpload, type Uploaded } from './upload-fault'

/** How many files this process works on at a time; an image may take a few hundred megabytes while it does. */
const AT_ONCE = 2
const limit = () => processWide('filePreparation', () => pLimit(AT_ONCE))

/** What is stored of the file at `path`, made in `folder`. What it is, its content says. */
export async function prepareFile(path: string, folder: string): Promise<Uploaded<Prepared>> {
  const mediaType = await detectMediaType(path)
  if (!mediaType) return refuseUpload('unsupportedMediaType', 'file')
  return limit()(() =>
    mediaType === 'application/pdf' ? preparePdf(path, folder) : prepareImage(path, mediaType, folder),
  )
}
