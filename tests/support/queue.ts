import { Logger, runOnce } from 'graphile-worker'
import { pool } from '@/lib/db/pool'
import { refundTasks } from '@/lib/refunds/tasks'
import { database } from '@/tests/support/access'

/** Does every refund job that is due, as a worker would, and returns. */
export async function workOffRefunds(): Promise<void> {
  await runOnce({
    pgPool: pool(),
    taskList: refundTasks,
    logger: new Logger(() => () => undefined),
    noHandleSignals: true,
  })
}

/** As if the time of the refund's next turn had come. */
export async function makeDue(refundNo: string): Promise<void> {
  await database.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = $1`, [refundNo])
}

/** Whether the queue holds a job of the refund that somebody will do, at once or later. */
export async function isScheduled(refundNo: string): Promise<'now' | 'later' | null> {
  const { rows } = await database.query<{ due: boolean }>(
    `SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = $1 AND attempts < max_attempts`,
    [refundNo],
  )
  return rows[0] ? (rows[0].due ? 'now' : 'later') : null
}
