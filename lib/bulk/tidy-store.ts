import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { RunState } from './domain/run'
import { PREPARED_MS } from './state-store'

/** How long one can look up what became of an act on many. */
export const RESULTS_KEPT_MS = 30 * 24 * 3_600_000
/** A run has thousands of results. */
const BATCH = 20

/** Forgets what was prepared and never confirmed, and what has been over for long. */
export async function purgeRuns(): Promise<void> {
  await purge(['PREPARED'], PREPARED_MS)
  await purge(['STOPPED', 'DONE'], RESULTS_KEPT_MS)
}

async function purge(states: readonly RunState[], keptMs: number): Promise<void> {
  while ((await purgeBatch(states, keptMs)) === BATCH);
}

async function purgeBatch(states: readonly RunState[], keptMs: number): Promise<number> {
  const { rowCount } = await within(EVERYWHERE).query(
    `DELETE FROM "BulkRun" WHERE ctid = ANY (ARRAY(SELECT ctid FROM "BulkRun"
       WHERE "state" = ANY ($1) AND COALESCE("finishedAt", "createdAt") < app_now() - $2 * INTERVAL '1 millisecond'
         -- for the index: nothing is over before it is made
         AND "createdAt" < app_now() - $2 * INTERVAL '1 millisecond' ORDER BY "createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))
       AND "state" = ANY ($1)`,
    [states, keptMs],
  )
  return rowCount
}
