import { EVERYWHERE } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { HeadRow } from './head-store'
import type { Lane } from './jobs-store'

/** Lanes that wait for their endpoint: for a free place, or for its circuit to close. */

/** Puts the lane that begins with this at the end of those that wait; one that waits already keeps its turn. */
export async function park(tx: Tx, { shopId, id }: HeadRow): Promise<void> {
  await tx.query(
    `UPDATE "WebhookDelivery" SET "waitingSince" = clock_timestamp()
     WHERE "shopId" = $1 AND "id" = $2 AND "waitingSince" IS NULL`,
    [shopId, id],
  )
}

/** What of the lane waited for an open circuit until its time was over. */
export async function giveUpWaiting(tx: Tx, { endpointId, subject }: Lane): Promise<void> {
  await tx.query(
    `UPDATE "WebhookDelivery" SET "status" = 'FAILED', "lastError" = 'circuitOpen', "lastStatusCode" = NULL,
       "nextAttemptAt" = NULL, "waitingSince" = NULL, "leaseId" = NULL, "leaseUntil" = NULL, "finishedAt" = clock_timestamp()
     WHERE "endpointId" = $1 AND "subject" = $2 AND "status" = 'PENDING' AND "giveUpAt" <= clock_timestamp()`,
    [endpointId, subject],
  )
}

/** The lanes that wait for the endpoint, at most `limit`, longest first. */
export async function findWaiting(tx: Tx, endpointId: string, limit: number): Promise<Lane[]> {
  const { rows } = await tx.query<Lane>(
    `SELECT "endpointId", "subject" FROM (SELECT "endpointId", "subject", min("waitingSince") AS "since" FROM (
         SELECT "endpointId", "subject", "waitingSince" FROM "WebhookDelivery"
         WHERE "endpointId" = $1 AND "waitingSince" IS NOT NULL ORDER BY "waitingSince" LIMIT $2) longest
       GROUP BY 1, 2) lane ORDER BY "since"`,
    [endpointId, Math.max(0, limit)],
  )
  return rows
}

/** The lane in which an endpoint with an open circuit is tried next: the one that waits longest, else the next due. */
export async function findProbeLane(endpointId: string): Promise<Lane | null> {
  const { rows } = await within(EVERYWHERE).query<Lane>(
    `SELECT "endpointId", "subject" FROM "WebhookDelivery" WHERE "endpointId" = $1 AND "status" = 'PENDING'
     ORDER BY "waitingSince" NULLS LAST, "nextAttemptAt" LIMIT 1`,
    [endpointId],
  )
  return rows[0] ?? null
}
