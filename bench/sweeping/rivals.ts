import { setTimeout as wait } from 'node:timers/promises'
import { Logger, type Runner, run } from 'graphile-worker'
import PgBoss from 'pg-boss'
import { database } from '@/tests/support/access'

/** Engines that only carry jobs: what they do with empty ones is the least that a job for every deadline would cost. */

export const QUEUE = 'empty'
const LOCAL_QUEUE = 500
const JOBS_AT_ONCE = 10
const FETCHED = 1000

/** So many empty jobs for each of them, in the database that this process is turned to, whose address is `url`. */
export async function fillJobs(count: number, url: string): Promise<void> {
  await database.query(
    `SELECT graphile_worker.add_jobs(array_agg(ROW($2, '{}'::json, NULL, NULL, NULL, NULL, NULL, NULL)::graphile_worker.job_spec))
     FROM generate_series(1, $1::int)`,
    [count, QUEUE],
  )
  const boss = await openBoss(url)
  await boss.createQueue(QUEUE)
  await boss.insert(Array.from({ length: count }, () => ({ name: QUEUE })))
  await boss.stop({ graceful: false })
  await database.query('VACUUM ANALYZE')
}

export type Rival = { go: () => Promise<number>; end: () => Promise<void> }

/** `go`: runs the jobs until none is left, whoever else does too. Returns how many it ran. */
export function prepareGraphile(url: string): Rival {
  let done = 0
  let runner: Runner | undefined
  const go = async () => {
    runner = await run({
      connectionString: url,
      concurrency: JOBS_AT_ONCE,
      maxPoolSize: JOBS_AT_ONCE + 1,
      noHandleSignals: true,
      preset: { worker: { localQueue: { size: LOCAL_QUEUE } } },
      taskList: { [QUEUE]: async () => void done++ },
      logger: new Logger(() => () => undefined),
    })
    const left = 'SELECT 1 FROM graphile_worker._private_jobs LIMIT 1'
    while ((await database.query(left)).rows.length > 0) await wait(10)
    return done
  }
  return { go, end: async () => void (await runner?.stop()) }
}

/** `go`: fetches and completes until none is left. Returns how many it did. */
export async function prepareBoss(url: string): Promise<Rival> {
  const boss = await openBoss(url)
  const go = async () => {
    let done = 0
    for (;;) {
      const ids = (await boss.fetch(QUEUE, { batchSize: FETCHED })).map(({ id }) => id)
      if (ids.length === 0) return done
      await boss.complete(QUEUE, ids)
      done += ids.length
    }
  }
  return { go, end: () => boss.stop({ graceful: false }) }
}

async function openBoss(url: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => undefined)
  await boss.start()
  return boss
}
