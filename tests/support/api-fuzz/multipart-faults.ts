import { gzipSync } from 'node:zlib'
import { jpeg, multipart } from '@/tests/support/files'
import type { Sent } from './send'
import { flood } from './whole-bodies'

/** Uploads that are wrong, and odd ones that are right. */

type Upload = { done: string } & Required<Pick<Sent, 'body' | 'headers'>>
export type UploadFault = Upload & { status: number; code: string; path: string | null }
type Part = Parameters<typeof multipart>[0][number]

const MB = 1_048_576

export async function uploadFaults(): Promise<UploadFault[]> {
  const photo = await jpeg()
  const part: Part = { field: 'file', name: 'photo.jpg', type: 'image/jpeg', content: photo }
  const whole = await upload('', [part])
  const bytes = Buffer.from(whole.body)
  const type = whole.headers
  return [
    ...(await Promise.all(
      partsAtFault(part).map(async ([done, path, parts]) => invalid(path, await upload(done, parts))),
    )),
    ...(await Promise.all(
      wrongContents().map(async ([done, content]) => unsupported(await upload(done, [{ ...part, content }]))),
    )),
    invalid(
      'file',
      await upload('a photo that is cut off', [{ ...part, content: photo.subarray(0, 200) }]),
      'imageUnreadable',
    ),
    malformed({ done: 'cut off', body: bytes.subarray(0, -40), headers: type }),
    malformed({
      done: 'broken boundary',
      body: Buffer.from(bytes.toString('latin1').replace(/--\r\n$/, '\r\n'), 'latin1'),
      headers: type,
    }),
    malformed({
      done: 'of another boundary',
      body: bytes,
      headers: { 'Content-Type': 'multipart/form-data; boundary=other' },
    }),
    malformed({ done: 'of no boundary', body: bytes, headers: { 'Content-Type': 'multipart/form-data' } }),
    malformed({ done: 'noise', body: Buffer.alloc(5000, 0xa7), headers: type }),
    unsupported({ done: 'JSON', body: Buffer.from('{}'), headers: { 'Content-Type': 'application/json' } }),
    unsupported({ done: 'of no type', body: bytes, headers: {} }),
    unsupported({ done: 'gzip', body: gzipSync(bytes), headers: { ...type, 'Content-Encoding': 'gzip' } }),
    tooLarge({ done: '20 MB that say so', body: flood(20 * MB), headers: { ...type, 'Content-Length': `${20 * MB}` } }),
    tooLarge({ done: '20 MB that say 2', body: flood(20 * MB), headers: { ...type, 'Content-Length': '2' } }),
    tooLarge({ done: '20 MB that say nothing', body: flood(20 * MB), headers: type }),
    tooLarge(await upload('a file of 20 MB', [{ ...part, content: Buffer.alloc(20 * MB) }])),
  ]
}

function partsAtFault(part: Part): [string, string, Part[]][] {
  const text: Part = { field: 'file', content: 'x' }
  return [
    ['no part', 'file', []],
    ['two files', 'file', [part, part]],
    ['a text for the file', 'file', [text]],
    ['a file without a name', 'file', [{ ...part, name: '' }]],
    ['a file of no bytes', 'file', [{ ...part, content: '' }]],
    ['another name', 'photo', [{ ...part, field: 'photo' }]],
    ['the name __proto__', '__proto__', [{ ...part, field: '__proto__' }]],
    ['a name of 300 characters', 'n'.repeat(200), [{ ...part, field: 'n'.repeat(300) }]],
    ['a field beside it', 'caseNo', [part, { field: 'caseNo', content: '1' }]],
    ['a field before it', 'caseNo', [{ field: 'caseNo', content: '1' }, part]],
    ['a field without end', 'text', [{ field: 'text', content: 'x'.repeat(MB) }, part]],
  ]
}

function wrongContents(): [string, string][] {
  return [
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', '\x7fELF\x02\x01\x01'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00'],
    ['NUL', '\0\0\0\0'],
  ]
}

/** Names that no disk would like: they are names all the same. */
export async function oddUploads(): Promise<Upload[]> {
  const names = [
    '../../etc/passwd',
    'C:\\x.jpg',
    'a.php.jpg',
    '照片 1.JPG',
    '🧵'.repeat(200),
    '__proto__',
    ' ',
    'x.svg',
    '.',
  ]
  const content = await jpeg()
  return Promise.all(
    names.map((name) => upload(`called ${name}`, [{ field: 'file', name, type: 'text/html', content }])),
  )
}

async function upload(done: string, parts: Part[]) {
  const request = multipart(parts)
  const headers = { 'Content-Type': request.headers.get('content-type') ?? '' }
  return { done, body: new Uint8Array(await request.arrayBuffer()), headers }
}

const invalid = (path: string, sent: Upload, code = 'invalidRequest') => ({ ...sent, status: 422, code, path })
const malformed = (sent: Upload) => ({ ...sent, status: 400, code: 'malformedMultipart', path: null })
const unsupported = (sent: Upload) => ({ ...sent, status: 415, code: 'unsupportedMediaType', path: null })
const tooLarge = (sent: Upload) => ({ ...sent, status: 413, code: 'fileTooLarge', path: null })
