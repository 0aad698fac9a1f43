import { logger } from '@/lib/logger'
import { deleteObjects } from './storage'
import { deleteFile, type Orphan, takeOrphans } from './store'
import { sweepTempFolders } from './temp-folder'

/** How long a file may wait for a case to use it. */
const ORPHAN_HOURS = 24
const BATCH = 200

/**
 * Removes what no case has used within a day, and what a killed process left behind: out of use first, then the
 * objects, then the row, so that nothing lies in the storage that nobody knows. Any number of workers may do it at
 * once. Returns how many files are gone.
 */
export async function sweepFiles(): Promise<number> {
  let removed = 0
  let after: Orphan | null = null
  for (;;) {
    const orphans: Orphan[] = await takeOrphans(ORPHAN_HOURS, { after, limit: BATCH })
    for (const { id } of orphans) if (await removeFile(id)) removed++
    if (orphans.length < BATCH) break
    after = orphans.at(-1) ?? null
  }
  await sweepTempFolders(ORPHAN_HOURS * 3_600_000)
  return removed
}

/** Removes a file that is out of use. False when the storage would not: a later sweep tries again. */
export async function removeFile(id: string): Promise<boolean> {
  try {
    await deleteObjects(id)
    await deleteFile(id)
    return true
  } catch (error) {
    logger().error({ err: error, id }, 'a file could not be removed')
    return false
  }
}
