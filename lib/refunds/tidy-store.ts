import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'

const BATCH = 1000
/** A job that somebody took so long ago and has not begun with is in nobody's hands. */
const LOST_AFTER = `INTERVAL '2 minutes'`

/**
 * R7.2 Refunds that should be on their way and have no turn to come: their worker died with the job in its hands and had
 * not begun, or a restored backup has lost its jobs. What has a lease is taken up again when that ends.
 */
export async function reviveRefunds(): Promise<void> {
  await within(EVERYWHERE).query(
    `SELECT graphile_worker.add_jobs(array_agg(
       ROW('refund', json_build_object('refundNo', "no"), NULL, NULL, NULL, "no", NULL, NULL)::graphile_worker.job_spec))
     FROM (SELECT r."no" FROM "Refund" r
       WHERE r."status" IN ('PENDING', 'FAILED') AND COALESCE(r."leaseUntil", '-infinity') < now()
         AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = r."no" AND j.attempts < j.max_attempts
           AND COALESCE(j.locked_at, now()) > now() - ${LOST_AFTER})
       ORDER BY r."no" LIMIT ${BATCH}) lost HAVING count(*) > 0`,
  )
}
