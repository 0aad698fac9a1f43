import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'

/** What an endpoint is told about one thing, in order. */
export type Lane = { endpointId: string; subject: string }

/** Behind refunds and everything else: money does not wait for news. */
const PRIORITY = 10

/** For SQL: the key of a lane's one job. */
const LANE_KEY = `'webhooks ' || "endpointId" || ' ' || "subject"`

/** For SQL: jobs for the rows of `lane`, due now. In the order of their keys, so that no two wait for each other. */
export const ADD_LANE_JOBS = `graphile_worker.add_jobs(array_agg(ROW('deliverWebhooks',
    json_build_object('endpointId', "endpointId", 'subject', "subject"), NULL, NULL, NULL, ${LANE_KEY}, ${PRIORITY},
    NULL)::graphile_worker.job_spec ORDER BY ${LANE_KEY}))`

/** The lane's one job, moved to so many ms from now; where it is being done, a new one follows it. */
export async function scheduleLane(tx: Tx, { endpointId, subject }: Lane, delayMs: number): Promise<void> {
  await tx.query(
    `SELECT FROM (SELECT $1::text AS "endpointId", $2::text AS "subject") lane, graphile_worker.add_job('deliverWebhooks',
       json_build_object('endpointId', "endpointId", 'subject', "subject"), priority => ${PRIORITY}::smallint,
       run_at => clock_timestamp() + $3 * INTERVAL '1 millisecond', job_key => ${LANE_KEY})`,
    [endpointId, subject, Math.max(0, delayMs)],
  )
}

/** The same in a transaction of its own. */
export async function postponeLane(lane: Lane, delayMs: number): Promise<void> {
  await scheduleLane(database, lane, delayMs)
}

/** The jobs of these lanes, due now. */
export async function wakeLanes(tx: Tx, lanes: readonly Lane[]): Promise<void> {
  if (lanes.length === 0) return
  await tx.query(`SELECT ${ADD_LANE_JOBS} FROM jsonb_to_recordset($1) AS lane("endpointId" text, "subject" text)`, [
    JSON.stringify(lanes),
  ])
}

/** The endpoint's one probe, so many ms from now. */
export async function scheduleProbe(tx: Tx, endpointId: string, delayMs: number): Promise<void> {
  await tx.query(
    `SELECT FROM graphile_worker.add_job('probeWebhookEndpoint', json_build_object('endpointId', $1::text),
       priority => ${PRIORITY}::smallint, run_at => clock_timestamp() + $2 * INTERVAL '1 millisecond',
       job_key => 'webhook probe ' || $1)`,
    [endpointId, Math.max(0, delayMs)],
  )
}
