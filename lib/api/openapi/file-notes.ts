import { EVERY_KEY, type OperationName, type OperationNote } from './note'
import { FILE } from './story'

type Name = Extract<OperationName, `${string} /files${string}`>

/** Files. */
export const FILE_NOTES = {
  'POST /files': {
    id: 'uploadFile',
    tag: 'Files',
    keys: EVERY_KEY,
    problems: ['fileTooLarge', 'imageTooLarge', 'imageUnreadable', 'pdfUnreadable'],
    bodies: { photo: { summary: 'A photo', value: { file: '(the bytes of a JPEG)' } } },
    answer: { summary: 'Sent; name it within a day', value: FILE },
  },
  'GET /files/{id}': {
    id: 'downloadFile',
    tag: 'Files',
    keys: EVERY_KEY,
    answer: { summary: 'The bytes', value: '' },
  },
  'GET /files/{id}/thumbnail': {
    id: 'downloadThumbnail',
    tag: 'Files',
    keys: EVERY_KEY,
    answer: { summary: 'The bytes of a WebP of at most 320 by 320 pixels', value: '' },
  },
} satisfies Record<Name, OperationNote>
