import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { env } from '@/lib/env'
import { folderOf, keyOf } from '@/lib/files/storage'
import type { ArchiveWriter } from './archive-writer'
import { fileName } from './names'
import type { StoredFile } from './objects-queries'

/** The bytes of files that lie on this machine's disk. */

/** Adds a file's objects. Null: one of them is not where it should be. */
export async function addObjects(archive: ArchiveWriter, { id, thumbnail }: StoredFile): Promise<number | null> {
  let bytes = 0
  for (const key of [keyOf(id, 'original'), ...(thumbnail ? [keyOf(id, 'thumbnail')] : [])]) {
    // held open from here on: the sweep may delete it, and its bytes stay until we are through
    const handle = await open(join(folderOf(env().AFTERDESK_DATA_DIR), key)).catch(whenAbsent)
    if (!handle) return null
    const { size } = await handle.stat()
    await archive.addStream(fileName(key), size, handle.createReadStream())
    bytes += size
  }
  return bytes
}

function whenAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

export type Stage = {
  put(key: string, content: AsyncIterable<Buffer>): Promise<void>
  /** Moves all of it to where files lie. */
  settle(): Promise<void>
  remove(): Promise<void>
}

/** Objects are put aside until all is well. What an earlier restore left there goes. */
export async function openStage(): Promise<Stage> {
  const { AFTERDESK_DATA_DIR } = env()
  const stage = join(AFTERDESK_DATA_DIR, 'files.restoring')
  await rm(stage, { recursive: true, force: true })
  return {
    put: async (key, content) => {
      const path = join(stage, key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
    },
    settle: async () => {
      for (const folder of await readdir(stage).catch(() => [])) {
        const home = join(folderOf(AFTERDESK_DATA_DIR), folder)
        await mkdir(home, { recursive: true, mode: 0o700 })
        for (const name of await readdir(join(stage, folder))) await rename(join(stage, folder, name), join(home, name))
      }
    },
    remove: () => rm(stage, { recursive: true, force: true }),
  }
}
