import { Readable } from 'node:stream'
import { contentDisposition } from '@/lib/content-disposition'
import { EXACT_LENGTH } from './exact-length'
import type { StoredFile } from './queries'
import { type FileSize, openObject } from './storage'
import type { MediaType } from './views'

/** A file never changes; a day keeps it from lying about where somebody else signs in later. */
const CACHED = 'private, max-age=86400, immutable'
const ENDINGS: { readonly [T in MediaType]: readonly [string, ...string[]] } = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

export type Download = { body: ReadableStream; headers: Record<string, string> }

/**
 * A file, or its thumbnail, and the headers by which no browser runs anything of it; null when there is no such size of
 * it. For a HEAD the storage is not asked, and the body is empty. Throws when the storage has lost it.
 */
export async function openDownload(request: Request, file: StoredFile, size: FileSize): Promise<Download | null> {
  const isThumbnail = size === 'thumbnail'
  const mediaType: MediaType = isThumbnail ? 'image/webp' : file.mediaType
  const bytes = isThumbnail ? file.thumbnailBytes : file.bytes
  if (bytes === null) return null
  const headers = {
    'Content-Type': mediaType,
    'Content-Length': String(bytes),
    [EXACT_LENGTH]: String(bytes),
    'Content-Disposition': dispose(file.name, mediaType),
    'Cache-Control': CACHED,
    Vary: 'Authorization, Cookie',
    'Content-Security-Policy': `default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox`,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
  const stream = request.method === 'HEAD' ? Readable.from([]) : await openObject(file.id, size)
  // Node's stream and the platform's are one and the same
  return { body: Readable.toWeb(stream) as ReadableStream, headers }
}

/** Images are shown, documents are saved. Under their own name, with the ending that tells the truth. */
function dispose(name: string, mediaType: MediaType): string {
  const way = mediaType === 'application/pdf' ? 'attachment' : 'inline'
  const [ending] = ENDINGS[mediaType]
  const honest = ENDINGS[mediaType].some((one) => name.toLowerCase().endsWith(`.${one}`)) ? name : `${name}.${ending}`
  return contentDisposition(way, honest)
}
