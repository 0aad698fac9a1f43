import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '@/lib/files/views'
import {
  admitFiles,
  faultBefore,
  idsOf,
  isPassing,
  packUploads,
  pictureOf,
  type Upload,
  type UploadState,
  unpackUploads,
  unreadyOf,
} from './upload-list'

const there: UploadState = { state: 'there', id: 'file_1' }
const sending: UploadState = { state: 'sending', sent: 0.4 }
const failed: UploadState = { state: 'failed', fault: 'unreachable' }

const upload = (state: UploadState, mediaType = 'image/png'): Upload => ({
  key: 'new-1',
  name: '外箱.png',
  mediaType,
  preview: null,
  ...state,
})

test.each([
  { held: 0, added: 3, admitted: 3, left: 0 },
  { held: 5, added: 3, admitted: 1, left: 2 },
  { held: 6, added: 1, admitted: 0, left: 1 },
  { held: 7, added: 1, admitted: 0, left: 1 },
  { held: 2, added: 0, admitted: 0, left: 0 },
])('of $added added to $held, $admitted fit', ({ held, added, admitted, left }) => {
  const files = Array.from({ length: added }, (_, index) => index)
  expect(admitFiles(held, files, 6)).toEqual({ admitted: files.slice(0, admitted), left })
})

test.each([
  { size: 0, fault: 'fileEmpty' },
  { size: 1, fault: null },
  { size: MAX_FILE_BYTES, fault: null },
  { size: MAX_FILE_BYTES + 1, fault: 'fileTooLarge' },
])('a file of $size bytes: $fault', ({ size, fault }) => {
  expect(faultBefore({ size })).toBe(fault)
})

test('only what may turn out otherwise is offered another time', () => {
  for (const fault of ['unreachable', 'internalError', 'unauthenticated'] as const) expect(isPassing(fault)).toBe(true)
  for (const fault of ['unsupportedMediaType', 'fileTooLarge'] as const) expect(isPassing(fault)).toBe(false)
})

test('a failure is told before what is still on its way', () => {
  expect(unreadyOf([upload(there)])).toBeNull()
  expect(unreadyOf([upload(there), upload(sending)])).toEqual({ why: 'sending', count: 1 })
  expect(unreadyOf([upload(sending), upload(failed), upload(failed)])).toEqual({ why: 'failed', count: 2 })
})

test('only what has arrived goes along', () => {
  expect(idsOf([upload(sending), upload(there), upload(failed)])).toEqual(['file_1'])
})

test('a picture is shown from this page, else from the server, and a document has none', () => {
  expect(pictureOf({ ...upload(sending), preview: 'blob:1' })).toBe('blob:1')
  expect(pictureOf(upload(there))).toBe('/api/desk/files/file_1?size=thumbnail')
  expect(pictureOf(upload(sending))).toBeNull()
  expect(pictureOf(upload(there, 'application/pdf'))).toBeNull()
})

describe('kept with the draft', () => {
  test('is what has arrived', () => {
    const packed = packUploads([upload(there), upload(sending), upload(failed)])
    expect(unpackUploads(packed)).toEqual([{ ...upload(there), key: 'file_1' }])
  })

  test('is nothing when nothing has', () => {
    expect(packUploads([upload(sending)])).toBe('')
  })

  test.each(['', 'not json', '{}', 'null', '[null, 1, {"id": 2, "name": "x", "mediaType": "image/png"}]'])(
    'and %j is not taken for files',
    (text) => {
      expect(unpackUploads(text)).toEqual([])
    },
  )
})
