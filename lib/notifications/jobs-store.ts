import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'

/** Behind refunds and everything else: money does not wait for news. */
const PRIORITY = 10

/**
 * For SQL: a job for every `reader` ("userId", "delayMs"). Without a key: decisions that add one to the same person at the same
 * time must not wait for each other, and a job that finds nothing to write costs nothing.
 */
export const ADD_MAIL_JOBS = `graphile_worker.add_jobs(array_agg(ROW('mailNotices', json_build_object('userId', "userId"),
    NULL, clock_timestamp() + "delayMs" * INTERVAL '1 millisecond', NULL, NULL, ${PRIORITY}, NULL)::graphile_worker.job_spec))`

/** A job for this person, so many ms from now. */
export async function scheduleMail(tx: Tx, userId: string, delayMs: number): Promise<void> {
  await tx.query(`SELECT ${ADD_MAIL_JOBS} FROM (SELECT $1::text AS "userId", $2::int AS "delayMs") reader`, [
    userId,
    Math.max(0, Math.round(delayMs)),
  ])
}

/** The same in a transaction of its own. */
export async function postponeMail(userId: string, delayMs: number): Promise<void> {
  await scheduleMail(database, userId, delayMs)
}
