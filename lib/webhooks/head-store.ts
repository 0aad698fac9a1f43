import { instant } from '@/lib/after-sales/row'
import type { Tx } from '@/lib/db/transaction'
import type { Head } from './domain/turn'
import type { Lane } from './jobs-store'

/** The delivery that a lane begins with, and the text that its endpoint's side gets. */
export type HeadRow = {
  shopId: string
  id: string
  eventId: string
  attempts: number
  seriesAttempts: number
  nextAttemptAt: Date
  giveUpAt: Date
  leasedUntil: Date | null
  body: string
}

/** Null when nothing is left in the lane. */
export async function findHead(tx: Tx, { endpointId, subject }: Lane): Promise<HeadRow | null> {
  const { rows } = await tx.query<HeadRow>(
    `SELECT d."shopId", d."id", d."eventId", d."attempts", d."seriesAttempts", d."nextAttemptAt", d."giveUpAt",
       CASE d."owner" WHEN '' THEN e."platformBody" ELSE e."shopBody" END AS "body",
       (SELECT max(l."leaseUntil") FROM "WebhookDelivery" l WHERE l."endpointId" = $1 AND l."subject" = $2
          AND l."status" = 'PENDING') AS "leasedUntil"
     FROM "WebhookDelivery" d JOIN "WebhookEvent" e ON e."shopId" = d."shopId" AND e."id" = d."eventId"
     WHERE d."endpointId" = $1 AND d."subject" = $2 AND d."status" = 'PENDING' ORDER BY d."seq", d."ordinal" LIMIT 1`,
    [endpointId, subject],
  )
  return rows[0] ?? null
}

export function toHead({ nextAttemptAt, giveUpAt, leasedUntil }: HeadRow): Head {
  return {
    nextAttemptAt: nextAttemptAt.getTime(),
    giveUpAt: giveUpAt.getTime(),
    leasedUntil: instant(leasedUntil),
  }
}
