import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { OperatorError } from '@/lib/operator-error'
import { hashEntry } from './hash-entry'

/** What is written so far lies here, and goes to its own name when it is whole. */
export const partialOf = (file: string) => `${file}.partial`

export type ArchiveWriter = {
  addText(name: string, content: string | Buffer): Promise<void>
  /** Throws when the stream brings more or less than it was said to. */
  addStream(name: string, bytes: number, content: Readable): Promise<void>
  /** SHA-256 of all that was added until now. */
  digest(): string
}

/**
 * Makes a .tar.gz of what `fill` adds, readable by its owner alone: whole under its name, or not at all. Memory does not
 * grow with it. Throws OperatorError when there is such a file already.
 */
export async function writeArchive<T>(file: string, fill: (archive: ArchiveWriter) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw new OperatorError(`${file} is there already, and a backup is never written over another.`)
  const partial = partialOf(file)
  await rm(partial, { force: true })
  const entries = pack()
  const written = pipeline(entries, createGzip(), createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }))
  // whoever adds to what cannot be written any more hears of it below
  written.catch(() => {})
  try {
    const result = await fill(createWriter(entries))
    entries.finalize()
    await written
    await rename(partial, file)
    await syncFolder(dirname(file))
    return result
  } catch (error) {
    entries.destroy()
    // a full disk is the cause, and the broken stream that it left behind is not
    const cause = await written.then(
      () => error,
      (failure: unknown) => (hasCode(failure) ? failure : error),
    )
    await rm(partial, { force: true })
    throw explain(file, cause)
  }
}

function createWriter(entries: ReturnType<typeof pack>): ArchiveWriter {
  const hash = createHash('sha256')
  const add = (name: string, size: number, content: Readable) =>
    new Promise<void>((resolve, reject) => {
      const header = { name, size, mode: 0o600, mtime: new Date() }
      const sink = entries.entry(header, (error) => (error ? reject(error) : resolve()))
      // what cannot be read is told rather than what follows from it
      pipeline(content, sink).catch(reject)
    })
  return {
    addText: (name, content) => {
      const bytes = Buffer.from(content)
      hashEntry(hash, name, bytes.length, bytes)
      return add(name, bytes.length, Readable.from([bytes]))
    },
    addStream: (name, bytes, content) => {
      hashEntry(hash, name, bytes)
      content.on('data', (chunk: Buffer) => hash.update(chunk))
      return add(name, bytes, content)
    },
    digest: () => hash.copy().digest('hex'),
  }
}

function hasCode(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')
}

function explain(file: string, error: unknown): unknown {
  const disk = hasCode(error) && ['ENOENT', 'ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'EIO'].includes(error.code)
  return disk ? new OperatorError(`${file} cannot be written: ${error.message}`, { cause: error }) : error
}

/** After a power cut the file would be there and its name not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}
