import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { openBody } from '@/lib/request-body'
import { safeName } from './file-name'
import { refuseUpload, type Uploaded, type UploadFault } from './upload-fault'
import { MAX_FILE_BYTES } from './views'

/** A file as it was sent: where it lies, what its sender called it, how long it is, and its SHA-256 in hex. */
export type ReceivedFile = { path: string; name: string; bytes: number; sha256: string }

/** What surrounds the file in the request: a boundary, headers, a few names. */
const MAX_OVERHEAD = 16 * 1024

/**
 * Receives the one part named `file` of a multipart body into `folder`, piece by piece, and listens no longer once
 * anything is wrong or too much. A sender who goes away has sent a malformed body.
 */
export async function receiveFile(request: Request, folder: string): Promise<Uploaded<ReceivedFile>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*(;|$)/i.test(type) || request.headers.has('content-encoding'))
    return refuseUpload('notMultipart')
  if (Number(request.headers.get('content-length')) > MAX_FILE_BYTES + MAX_OVERHEAD)
    return refuseUpload('fileTooLarge', 'file')
  const parser = createParser(request.headers)
  if (!parser) return refuseUpload('malformedMultipart')
  if (!request.body) return refuseUpload('fileRequired')
  return readParts(openBody(request), parser, join(folder, 'received'))
}

/** Null where the content type names no boundary. */
function createParser(headers: Headers): busboy.Busboy | null {
  try {
    // the parser takes a file of just this size for one that is too large
    const limits = { fileSize: MAX_FILE_BYTES + 1, fieldSize: 1024, headerPairs: 20 }
    return busboy({ headers: Object.fromEntries(headers), defParamCharset: 'utf8', limits })
  } catch {
    return null
  }
}

async function readParts(body: Readable, parser: busboy.Busboy, path: string): Promise<Uploaded<ReceivedFile>> {
  const stop = new AbortController()
  const found: { fault?: UploadFault; writing?: Promise<ReceivedFile | null>; defect?: unknown } = {}
  const refuse = (...why: Parameters<typeof refuseUpload>) => {
    found.fault ??= refuseUpload(...why).fault
    // not while the parser is at it: it falls over its own pieces
    queueMicrotask(() => stop.abort())
  }
  parser.on('field', (name) => (name === 'file' ? refuse('fileRequired', name) : refuse('unknownField', name)))
  parser.on('file', (field, stream, { filename }) => {
    // what ends a part early ends the whole, and is told there
    stream.on('error', () => undefined)
    if (field !== 'file') return refuse('unknownField', field)
    if (found.writing) return refuse('fileRepeated', field)
    stream.on('limit', () => refuse('fileTooLarge', field))
    found.writing = writePart(stream, path, {
      onDefect(error) {
        found.defect = error
        stop.abort()
      },
    }).then((written) => written && { path, name: safeName(filename), ...written })
  })
  const whole = await pipeline(
    body,
    limitTotal(() => refuse('fileTooLarge', 'file')),
    parser,
    { signal: stop.signal },
  ).then(
    () => true,
    () => false,
  )
  const file = await found.writing
  if (found.defect) throw found.defect
  if (found.fault) return { ok: false, fault: found.fault }
  if (!whole) return refuseUpload('malformedMultipart')
  if (!file) return refuseUpload('fileRequired')
  return file.bytes > 0 ? { ok: true, value: file } : refuseUpload('fileEmpty', 'file')
}

/** Null when the part ended early. What the disk refuses is a defect of ours. */
async function writePart(
  stream: Readable,
  path: string,
  { onDefect }: { onDefect: (error: unknown) => void },
): Promise<{ sha256: string; bytes: number } | null> {
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const file = createWriteStream(path)
  try {
    await pipeline(stream, count, file)
    return { sha256: hash.digest('hex'), bytes }
  } catch (error) {
    if (!stream.errored && !stream.destroyed) onDefect(error)
    return null
  }
}

/** Whatever the parts claim, nobody is listened to for longer than a file and its surroundings take. */
function limitTotal(tooMuch: () => void): Transform {
  let left = MAX_FILE_BYTES + MAX_OVERHEAD
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      left -= chunk.byteLength
      if (left < 0) tooMuch()
      done(null, chunk)
    },
  })
}
