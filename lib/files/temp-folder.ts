import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'afterdesk-upload-'

/** A folder for as long as `work` takes; it goes whatever becomes of the work. */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes the folders that a killed process left behind `olderThanMs` ago; returns how many. */
export async function sweepTempFolders(olderThanMs: number): Promise<number> {
  let removed = 0
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(tmpdir(), name)
    // another process may be quicker
    const modified = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Number.NaN,
    )
    if (!(Date.now() - modified > olderThanMs)) continue
    await rm(folder, { recursive: true, force: true })
    removed++
  }
  return removed
}
