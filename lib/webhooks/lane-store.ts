import { randomUUID } from 'node:crypto'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { countInFlight, type LockedEndpoint, lockEndpoint } from './circuit-store'
import type { DeliveryPolicy } from './delivery-policy'
import { takeTurn } from './domain/turn'
import { findHead, type HeadRow, toHead } from './head-store'
import { type Lane, scheduleLane } from './jobs-store'
import { giveUpWaiting, park } from './waiting-store'

/** Lock order: the endpoint, then its deliveries, then the queue's jobs. A decision that adds a delivery waits for none. */

/** One worker's turn with a lane, which is its own until the lease ends. */
export type Attempt = {
  leaseId: string
  lane: Lane
  shopId: string
  deliveryId: string
  /** From 1, over all re-sendings; and of this series. */
  n: number
  seriesAttempts: number
  giveUpAt: number
  /** The one that an open circuit let through. */
  probe: boolean
  url: string
  secret: string
  previousSecret: string | null
  webhookId: string
  body: string
}

/**
 * Takes the lane for this worker and counts the attempt, committed before the endpoint hears of it. If this worker never
 * returns, the lane is taken up again once the lease has ended (`reclaimLanes`). Null when there is nothing to send now;
 * whoever or whatever is waited for then wakes the lane.
 */
export async function beginAttempt(lane: Lane, policy: DeliveryPolicy): Promise<Attempt | null> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const endpoint = await lockEndpoint(tx, lane.endpointId)
    if (!endpoint || endpoint.deleted) return null
    const inFlight = await countInFlight(tx, lane.endpointId)
    return takeLane(tx, { lane, endpoint, inFlight, policy })
  })
}

/** The same for who has locked the endpoint. `inFlight`: what it is being sent at this moment. */
export async function takeLane(tx: Tx, { lane, endpoint, inFlight, policy }: Taking): Promise<Attempt | null> {
  const { circuit, now } = endpoint
  for (;;) {
    const head = await findHead(tx, lane)
    if (!head) return null
    const turn = takeTurn(toHead(head), circuit, { now, inFlight, limit: policy.inFlight })
    switch (turn.kind) {
      case 'SEND':
        return lease(tx, { lane, endpoint, head, probe: turn.probe, policy })
      case 'LATER':
        await scheduleLane(tx, lane, turn.at - now)
        return null
      case 'WAIT':
        await park(tx, head)
        return null
      case 'GIVE_UP':
        await giveUpWaiting(tx, lane)
    }
  }
}

/** What is left in a lane that was just let go waits for a place, or for its time. */
export async function leaveLane(tx: Tx, lane: Lane, now: number): Promise<void> {
  const head = await findHead(tx, lane)
  if (!head) return
  if (head.nextAttemptAt.getTime() <= now) await park(tx, head)
  else await scheduleLane(tx, lane, head.nextAttemptAt.getTime() - now)
}

type Taking = { lane: Lane; endpoint: LockedEndpoint; inFlight: number; policy: DeliveryPolicy }
type Taken = Omit<Taking, 'inFlight'> & { head: HeadRow; probe: boolean }

async function lease(tx: Tx, { lane, endpoint, head, probe, policy }: Taken): Promise<Attempt> {
  const leaseId = randomUUID()
  // the one that is sent is leased, and nothing of its lane waits any more
  await tx.query(
    `UPDATE "WebhookDelivery" SET "waitingSince" = NULL, "attempts" = "attempts" + ("id" = $3)::int,
       "seriesAttempts" = "seriesAttempts" + ("id" = $3)::int,
       "leaseId" = CASE "id" WHEN $3 THEN $4::uuid ELSE "leaseId" END,
       "leaseUntil" = CASE "id" WHEN $3 THEN clock_timestamp() + $5 * INTERVAL '1 millisecond' ELSE "leaseUntil" END
     WHERE "endpointId" = $1 AND "subject" = $2 AND "status" = 'PENDING' AND ("id" = $3 OR "waitingSince" IS NOT NULL)`,
    [lane.endpointId, lane.subject, head.id, leaseId, policy.leaseMs],
  )
  const { url, secret, previousSecret } = endpoint
  return {
    leaseId,
    lane,
    shopId: head.shopId,
    deliveryId: head.id,
    n: head.attempts + 1,
    seriesAttempts: head.seriesAttempts + 1,
    giveUpAt: head.giveUpAt.getTime(),
    probe,
    url,
    secret,
    previousSecret,
    webhookId: head.eventId,
    body: head.body,
  }
}
