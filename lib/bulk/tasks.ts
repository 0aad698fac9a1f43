import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { reviveRuns } from './jobs-store'
import { runBulk } from './run-bulk'
import { purgeRuns } from './tidy-store'

const runSchema = z.object({ shopId: z.string(), runId: z.uuid() })

/**
 * The jobs of acts on many cases, one per run. A job that returns has done some of them: the next one stands in the queue
 * already, unless none is left. One that throws has met a defect or lost the database, and the run goes on all the same.
 */
export const bulkTasks: TaskList = {
  runBulk: async (payload) => runBulk(runSchema.parse(payload)),
  reviveBulk: async () => reviveRuns(),
  purgeBulk: async () => purgeRuns(),
}

export const BULK_CRONTAB = '* * * * * reviveBulk\n27 * * * * purgeBulk'
