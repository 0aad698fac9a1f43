import { instant } from '@/lib/after-sales/row'
import type { Tx } from '@/lib/db/transaction'
import type { Circuit } from './domain/circuit'
import { CLOSED } from './domain/circuit'

export type LockedEndpoint = {
  id: string
  shopId: string | null
  url: string
  /** Sealed; null where the one before no longer signs. */
  secret: string
  previousSecret: string | null
  deleted: boolean
  circuit: Circuit
  /** The real time once the lock was held, epoch ms. */
  now: number
}

type Row = Omit<LockedEndpoint, 'circuit' | 'now'> & {
  failures: number
  pauses: number
  failingSince: Date | null
  openUntil: Date | null
  now: Date
}

/**
 * Every turn of every worker with an endpoint begins and ends under this lock, and is short. What refers to the endpoint,
 * such as a new delivery, does not wait for it.
 */
export async function lockEndpoint(tx: Tx, id: string): Promise<LockedEndpoint | null> {
  const { rows } = await tx.query<Row>(
    `WITH e AS MATERIALIZED (SELECT * FROM "WebhookEndpoint" WHERE "id" = $1 FOR NO KEY UPDATE)
     SELECT "id", "shopId", "url", "secret", CASE WHEN "previousSecretUntil" > clock_timestamp() THEN "previousSecret" END
       AS "previousSecret", "deletedAt" IS NOT NULL AS "deleted", "failures", "failingSince", "openUntil", "pauses",
       clock_timestamp() AS "now" FROM e`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const { failures, failingSince, openUntil, pauses, now, ...endpoint } = row
  const circuit = { failures, failingSince: instant(failingSince), openUntil: instant(openUntil), pauses }
  return { ...endpoint, circuit, now: now.getTime() }
}

/** What the endpoint is being sent at this moment, over all workers. */
export async function countInFlight(tx: Tx, endpointId: string): Promise<number> {
  const { rows } = await tx.query<{ inFlight: number }>(
    `SELECT count(*) AS "inFlight" FROM "WebhookDelivery"
     WHERE "endpointId" = $1 AND "leaseId" IS NOT NULL AND "leaseUntil" > clock_timestamp()`,
    [endpointId],
  )
  return rows[0]?.inFlight ?? 0
}

export async function saveCircuit(tx: Tx, id: string, circuit: Circuit): Promise<void> {
  const { failures, failingSince, openUntil, pauses } = circuit
  await tx.query(
    `UPDATE "WebhookEndpoint" SET "failures" = $2, "failingSince" = $3, "openUntil" = $4, "pauses" = $5 WHERE "id" = $1`,
    [id, failures, date(failingSince), date(openUntil), pauses],
  )
}

/** The circuit closes and everything waiting goes: what waited for it, and what waited for its own next time. */
export async function closeCircuit(tx: Tx, endpointId: string): Promise<void> {
  await saveCircuit(tx, endpointId, CLOSED)
  await tx.query(
    `UPDATE "WebhookDelivery" SET "nextAttemptAt" = clock_timestamp(), "waitingSince" = COALESCE("waitingSince", clock_timestamp())
     WHERE "endpointId" = $1 AND "status" = 'PENDING' AND "nextAttemptAt" > clock_timestamp() AND "leaseId" IS NULL`,
    [endpointId],
  )
}

function date(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
