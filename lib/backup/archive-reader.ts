import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { OperatorError } from '@/lib/operator-error'
import { hashEntry } from './hash-entry'
import { FORMAT, type Head, headSchema, type Tail, tailSchema } from './manifest'
import { HEAD, TAIL } from './names'

export type Entry = { name: string; bytes: number; content: AsyncIterable<Buffer> }

/** The entries in their order, each to be read before the next is asked for. Throws where the archive is damaged. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const entries = extract()
  const read = pipeline(createReadStream(file), createGunzip(), entries)
  read.catch(() => {})
  for await (const entry of entries) {
    yield { name: entry.header.name, bytes: entry.header.size ?? 0, content: readBytes(entry) }
    // what nobody wanted to read is passed over
    entry.resume()
  }
  // what follows the last entry says whether all of it was right
  await read
}

async function* readBytes(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of entry) if (Buffer.isBuffer(chunk)) yield chunk
}

/**
 * Reads the whole archive and says what it holds. Throws OperatorError for one that is cut, altered, not a backup, or
 * made by a program that is newer than this one.
 */
export async function verifyArchive(file: string): Promise<{ head: Head; tail: Tail }> {
  const hash = createHash('sha256')
  let head: Head | null = null
  let tail: Tail | null = null
  try {
    for await (const { name, bytes, content } of readEntries(file)) {
      if (tail) throw new OperatorError(`${file} goes on after its end.`)
      if (name === TAIL) {
        tail = tailSchema.parse(JSON.parse(await text(content)))
        if (tail.contents !== hash.digest('hex')) throw new OperatorError(`${file} was altered after it was made.`)
        continue
      }
      hashEntry(hash, name, bytes)
      if (head === null) {
        const written = name === HEAD ? await text(content) : ''
        hash.update(written)
        head = readHead(file, written)
      } else for await (const chunk of content) hash.update(chunk)
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(explain(file, error), { cause: error })
  }
  if (!head || !tail) throw new OperatorError(`${file} is cut short: its end is missing.`)
  if (head.tables.length !== tail.tables.length) throw new OperatorError(`${file} contradicts itself.`)
  return { head, tail }
}

function readHead(file: string, written: string): Head {
  if (written === '') throw new OperatorError(`${file} is not a backup of Afterdesk.`)
  const { format } = headSchema.pick({ format: true }).parse(JSON.parse(written))
  if (format > FORMAT) throw new OperatorError(`${file} was made by a newer Afterdesk: restore it with that one.`)
  return headSchema.parse(JSON.parse(written))
}

function explain(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return `There is no file ${file}.`
  return `${file} is damaged or cut short: ${reason}.`
}
