import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { MediaType } from './views'

/** A file as it will be stored: `sha256` in hex and `bytes` of what lies at `path`; a PDF has no measures. */
export type Prepared = {
  path: string
  mediaType: MediaType
  bytes: number
  sha256: string
  width: number | null
  height: number | null
  thumbnail: { path: string; bytes: number } | null
}

export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    hash.update(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}
