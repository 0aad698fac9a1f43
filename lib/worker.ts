import { run } from 'graphile-worker'
import { startSweeper } from '@/lib/after-sales/sweeper'
import { sweepIdempotencyKeys } from '@/lib/api/idempotency'
import { pool } from '@/lib/db/pool'
import { logger } from '@/lib/logger'
import { refundTasks } from '@/lib/refunds/tasks'

/** Sweep and jobs, in this process. Any number of processes may do this on one database. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const jobs = await run({
    pgPool: pool(),
    concurrency: 4,
    noHandleSignals: true,
    taskList: { ...refundTasks, sweepIdempotencyKeys: async () => void (await sweepIdempotencyKeys()) },
    crontab: '17 * * * * sweepIdempotencyKeys',
  })
  jobs.promise.catch((error: unknown) => logger().error({ err: error }, 'the job runner ended'))
  const sweeper = startSweeper()
  return {
    async stop() {
      await Promise.all([sweeper.stop(), jobs.stop()])
    },
  }
}
