import { Logger, run } from 'graphile-worker'
import { deleteEmptyHours } from '@/lib/after-sales/due-hour-store'
import { startSweeper } from '@/lib/after-sales/sweeper'
import { sweepIdempotencyKeys } from '@/lib/api/idempotency'
import { BULK_CRONTAB, bulkTasks } from '@/lib/bulk/tasks'
import { pool } from '@/lib/db/pool'
import { sweepFiles } from '@/lib/files/sweep'
import { logger } from '@/lib/logger'
import { surviveLostConnections } from '@/lib/lost-connection'
import { stopPostman } from '@/lib/notifications/postman'
import { NOTICE_CRONTAB, noticeTasks } from '@/lib/notifications/tasks'
import { deleteOldLooks } from '@/lib/presence/store'
import { REFUND_CRONTAB, refundTasks } from '@/lib/refunds/tasks'
import { stopCourier } from '@/lib/webhooks/courier'
import { WEBHOOK_CRONTAB, webhookTasks } from '@/lib/webhooks/tasks'

// that a job was done is no news
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** Sweep and jobs, in this process. Any number of processes may do this on one database. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const sweeper = startSweeper()
  const jobs = await run({
    pgPool: pool(),
    concurrency: 4,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => logger()[LEVELS[level]](message)),
    taskList: {
      ...refundTasks,
      // in a storm everything is decided before anything is paid: both at once keep whoever works at the desk waiting
      refund: async (payload) => {
        await sweeper.untilCalm()
        await refundTasks.refund(payload)
      },
      ...webhookTasks,
      ...noticeTasks,
      ...bulkTasks,
      sweepIdempotencyKeys: async () => void (await sweepIdempotencyKeys()),
      sweepFiles: async () => void (await sweepFiles()),
      sweepDueHours: async () => void (await deleteEmptyHours()),
      sweepPresence: async () => void (await deleteOldLooks()),
    },
    crontab: [
      '17 * * * * sweepIdempotencyKeys',
      '27 * * * * sweepDueHours',
      '37 * * * * sweepFiles',
      '57 * * * * sweepPresence',
      REFUND_CRONTAB,
      WEBHOOK_CRONTAB,
      NOTICE_CRONTAB,
      BULK_CRONTAB,
    ].join('\n'),
  })
  jobs.promise.catch((error: unknown) => logger().error({ err: error }, 'the job runner ended'))
  const endSurviving = surviveLostConnections()
  return {
    async stop() {
      await Promise.all([sweeper.stop(), jobs.stop()])
      await Promise.all([stopCourier(), stopPostman()])
      endSurviving()
    },
  }
}
