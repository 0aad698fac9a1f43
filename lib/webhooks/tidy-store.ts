import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { ADD_LANE_JOBS } from './jobs-store'

const BATCH = 1000
/** What is due for so long has lost its job. */
const LOST_AFTER = `INTERVAL '2 minutes'`

/** Lanes that a worker took and never came back from: their leases have ended. */
export async function reclaimLanes(): Promise<void> {
  await addJobs(`SELECT "endpointId", "subject" FROM "WebhookDelivery"
    WHERE "leaseId" IS NOT NULL AND "leaseUntil" < clock_timestamp()`)
}

/** Lanes that waited for an open circuit until the time of what they begin with was over: their jobs give that up. */
export async function giveUpWaitingLanes(): Promise<void> {
  await addJobs(`SELECT "endpointId", "subject" FROM "WebhookDelivery"
    WHERE "waitingSince" IS NOT NULL AND "giveUpAt" <= clock_timestamp()`)
}

/**
 * Lanes that should have gone on and did not, and endpoints that should have been probed and were not: a restored backup
 * has lost its jobs, and a job that is added while another worker just takes up the one before it can get lost.
 */
export async function reviveLanes(): Promise<void> {
  await addJobs(`SELECT d."endpointId", d."subject"
    FROM "WebhookEndpoint" w JOIN "WebhookDelivery" d ON d."endpointId" = w."id" AND d."status" = 'PENDING'
    WHERE w."deletedAt" IS NULL AND COALESCE(w."openUntil", '-infinity') < clock_timestamp() - ${LOST_AFTER}
      AND d."nextAttemptAt" < clock_timestamp() - ${LOST_AFTER} AND d."leaseId" IS NULL
      AND (d."waitingSince" IS NULL OR NOT EXISTS (
        SELECT FROM "WebhookDelivery" l WHERE l."endpointId" = w."id" AND l."leaseId" IS NOT NULL))
      AND NOT EXISTS (SELECT FROM "WebhookDelivery" b WHERE b."endpointId" = d."endpointId" AND b."subject" = d."subject"
        AND b."status" = 'PENDING' AND (b."seq", b."ordinal") < (d."seq", d."ordinal"))`)
}

async function addJobs(lanes: string): Promise<void> {
  await within(EVERYWHERE).query(
    `SELECT ${ADD_LANE_JOBS} FROM (SELECT DISTINCT "endpointId", "subject" FROM (${lanes}) found LIMIT ${BATCH}) lane
     HAVING count(*) > 0`,
  )
}

/** Forgets what was finished `keepMs` ago, and deleted endpoints with all that waited for them. */
export async function purgeFinished(keepMs: number): Promise<void> {
  await purgeBatches(
    `SELECT "id" FROM "WebhookDelivery" WHERE "finishedAt" < clock_timestamp() - $1 * INTERVAL '1 millisecond' LIMIT ${BATCH}`,
    [keepMs],
  )
  // what is in somebody's hands is left to him
  await purgeBatches(
    `SELECT d."id" FROM "WebhookEndpoint" w JOIN "WebhookDelivery" d ON d."endpointId" = w."id"
     WHERE w."deletedAt" < clock_timestamp() - ${LOST_AFTER} AND COALESCE(d."leaseUntil", '-infinity') < clock_timestamp()
     LIMIT ${BATCH}`,
  )
  await within(EVERYWHERE).query(
    `DELETE FROM "WebhookEndpoint" w WHERE w."deletedAt" < clock_timestamp() - $1 * INTERVAL '1 millisecond'
       AND NOT EXISTS (SELECT FROM "WebhookDelivery" d WHERE d."endpointId" = w."id")`,
    [keepMs],
  )
}

/** Deletes the deliveries that `ids` selects, and the events whose last ones they were, a batch in each transaction. */
async function purgeBatches(ids: string, params: readonly unknown[] = []): Promise<void> {
  for (;;) {
    const purged = await inTransaction(EVERYWHERE, async (tx) => {
      const { rows } = await tx.query<{ shopId: string; eventId: string }>(
        `DELETE FROM "WebhookDelivery" WHERE "id" IN (${ids}) RETURNING "shopId", "eventId"`,
        params,
      )
      await tx.query(
        `DELETE FROM "WebhookEvent" e USING jsonb_to_recordset($1) AS p("shopId" text, "eventId" text)
         WHERE e."shopId" = p."shopId" AND e."id" = p."eventId" AND NOT EXISTS (
           SELECT FROM "WebhookDelivery" d WHERE d."shopId" = e."shopId" AND d."eventId" = e."id")`,
        [JSON.stringify(rows)],
      )
      return rows.length
    })
    if (purged < BATCH) return
  }
}
