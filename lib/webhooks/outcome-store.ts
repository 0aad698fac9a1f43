import { waitAfter } from '@/lib/back-off'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { closeCircuit, countInFlight, type LockedEndpoint, lockEndpoint, saveCircuit } from './circuit-store'
import { type DeliveryPolicy, delayAfter } from './delivery-policy'
import { afterFailure, type Circuit, CLOSED } from './domain/circuit'
import type { DeliveryError } from './domain/types'
import { type Lane, scheduleLane, scheduleProbe } from './jobs-store'
import { type Attempt, leaveLane, takeLane } from './lane-store'
import { findWaiting } from './waiting-store'

/** What became of an attempt: `error` null, it arrived. `excerpt`: the beginning of the answer, at most 1 kB. */
export type Outcome = {
  startedAt: Date
  durationMs: number
  statusCode: number | null
  error: DeliveryError | null
  excerpt: string
}

/**
 * `written` false: somebody else has the lane by now, and what becomes of it is theirs to say. `next`: taken for this
 * worker, in the place that the attempt leaves. `more`: lanes for which the endpoint has a place too.
 */
export type Recorded = { written: boolean; next: Attempt | null; more: Lane[] }

/**
 * Writes down what became of an attempt, what the endpoint is now known to be like, and which lane gets the place: the one
 * that waits longest. No more than one lane's job is touched, for a sweep may be adding jobs for many of them.
 */
export async function recordOutcome(attempt: Attempt, outcome: Outcome, policy: DeliveryPolicy): Promise<Recorded> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const endpoint = await lockEndpoint(tx, attempt.lane.endpointId)
    if (!endpoint) return { written: false, next: null, more: [] }
    const written = await (outcome.error === null
      ? saveArrival(tx, attempt, outcome)
      : saveFailure(tx, attempt, outcome, policy, endpoint.now))
    if (!written) return { written, next: null, more: [] }
    await logAttempt(tx, attempt, outcome)
    if (endpoint.deleted) return { written, next: null, more: [] }
    const circuit = await judgeEndpoint(tx, endpoint, attempt, outcome, policy)
    await leaveLane(tx, attempt.lane, endpoint.now)
    return { written, ...(await fillPlaces(tx, { ...endpoint, circuit }, policy)) }
  })
}

/** Who goes in the places that the endpoint has. While its circuit is open nobody does, and one delivery will be tried. */
async function fillPlaces(
  tx: Tx,
  endpoint: LockedEndpoint,
  policy: DeliveryPolicy,
): Promise<Omit<Recorded, 'written'>> {
  const { id, circuit, now } = endpoint
  if (circuit.openUntil !== null) {
    await scheduleProbe(tx, id, circuit.openUntil - now)
    return { next: null, more: [] }
  }
  const inFlight = await countInFlight(tx, id)
  const [lane, ...more] = await findWaiting(tx, id, policy.inFlight - inFlight)
  return { next: lane ? await takeLane(tx, { lane, endpoint, inFlight, policy }) : null, more }
}

/** Gives the lane back without a word about the endpoint: this process ends, and another one sends it again. */
export async function releaseAttempt({ lane, shopId, deliveryId, leaseId }: Attempt): Promise<void> {
  await inTransaction(EVERYWHERE, async (tx) => {
    await lockEndpoint(tx, lane.endpointId)
    const { rowCount } = await tx.query(
      `UPDATE "WebhookDelivery" SET "leaseId" = NULL, "leaseUntil" = NULL
       WHERE "shopId" = $1 AND "id" = $2 AND "leaseId" = $3`,
      [shopId, deliveryId, leaseId],
    )
    if (rowCount > 0) await scheduleLane(tx, lane, 0)
  })
}

async function saveArrival(tx: Tx, { shopId, deliveryId, leaseId }: Attempt, { statusCode }: Outcome) {
  const { rowCount } = await tx.query(
    `UPDATE "WebhookDelivery" SET "status" = 'DELIVERED', "lastStatusCode" = $4, "lastError" = NULL, "nextAttemptAt" = NULL,
       "leaseId" = NULL, "leaseUntil" = NULL, "finishedAt" = clock_timestamp()
     WHERE "shopId" = $1 AND "id" = $2 AND "leaseId" = $3`,
    [shopId, deliveryId, leaseId, statusCode],
  )
  return rowCount === 1
}

/** The next attempt is set, the last one for when the time is over; a failure from then on was the last. */
async function saveFailure(
  tx: Tx,
  attempt: Attempt,
  { statusCode, error }: Outcome,
  policy: DeliveryPolicy,
  now: number,
) {
  const nextAttemptAt =
    now >= attempt.giveUpAt
      ? null
      : new Date(Math.min(now + delayAfter(attempt.seriesAttempts, Math.random(), policy), attempt.giveUpAt))
  const { rowCount } = await tx.query(
    `UPDATE "WebhookDelivery" SET "status" = CASE WHEN $6::timestamptz IS NULL THEN 'FAILED' ELSE 'PENDING' END,
       "lastStatusCode" = $4, "lastError" = $5, "nextAttemptAt" = $6, "leaseId" = NULL, "leaseUntil" = NULL,
       "finishedAt" = CASE WHEN $6::timestamptz IS NULL THEN clock_timestamp() END
     WHERE "shopId" = $1 AND "id" = $2 AND "leaseId" = $3`,
    [attempt.shopId, attempt.deliveryId, attempt.leaseId, statusCode, error, nextAttemptAt],
  )
  return rowCount === 1
}

async function logAttempt(tx: Tx, { shopId, deliveryId, n }: Attempt, outcome: Outcome): Promise<void> {
  const { startedAt, durationMs, statusCode, error, excerpt } = outcome
  await tx.query(
    `INSERT INTO "WebhookAttempt" ("shopId", "deliveryId", "n", "startedAt", "durationMs", "statusCode", "error", "excerpt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [shopId, deliveryId, n, startedAt, durationMs, statusCode, error, excerpt],
  )
}

async function judgeEndpoint(
  tx: Tx,
  { id, circuit, now }: LockedEndpoint,
  { probe }: Attempt,
  { error }: Outcome,
  policy: DeliveryPolicy,
): Promise<Circuit> {
  if (error !== null) {
    const limits = { failures: policy.circuitFailures, pauseOf: (count: number) => waitAfter(count, policy.pause) }
    const next = afterFailure(circuit, { probe, now, limits })
    await saveCircuit(tx, id, next)
    return next
  }
  if (circuit.openUntil !== null) await closeCircuit(tx, id)
  else if (circuit.failures > 0) await saveCircuit(tx, id, CLOSED)
  return CLOSED
}
