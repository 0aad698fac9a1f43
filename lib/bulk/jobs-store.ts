import { database } from '@/lib/db/pool'
import { EVERYWHERE, ofShop } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'

export type RunKey = { shopId: string; runId: string }

/** Behind the refunds that it leads to, before letters and the like. */
const PRIORITY = 5

/** For SQL: the run's one job, by its "shopId" and "id"; where it is being done, a new one follows it. */
const ADD_JOB = (delay: string, mode = 'replace') =>
  `graphile_worker.add_job('runBulk', json_build_object('shopId', "shopId", 'runId', "id"),
     run_at => now() + ${delay} * INTERVAL '1 millisecond', job_key => 'bulk:' || "id", priority => ${PRIORITY}, job_key_mode => '${mode}')`

/** Moves the run's job to so many ms from now. */
export async function scheduleRun(
  { shopId, runId }: RunKey,
  delayMs: number,
  tx: Tx = within(ofShop(shopId)),
): Promise<void> {
  await tx.query(`SELECT ${ADD_JOB('$3')} FROM "BulkRun" WHERE "shopId" = $1 AND "id" = $2 AND "state" = 'RUNNING'`, [
    shopId,
    runId,
    delayMs,
  ])
}

export async function unscheduleRun({ runId }: RunKey): Promise<void> {
  await database.query(`SELECT FROM graphile_worker.remove_job('bulk:' || $1::uuid)`, [runId])
}

/** A job for every run under way that has none to come: its worker died as it took it, or the queue was lost. */
export async function reviveRuns(): Promise<void> {
  await within(EVERYWHERE).query(`SELECT ${ADD_JOB('0', 'preserve_run_at')} FROM "BulkRun" WHERE "state" = 'RUNNING'`)
}
