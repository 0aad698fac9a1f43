import { setTimeout as wait } from 'node:timers/promises'
import type { Cluster } from './cluster'
import { endWaits } from './waits'

/** What is still under way, in numbers; all 0 is quiet. */
export type Unrest = { due: number; refunds: number; deliveries: number; jobs: number }

const LOOK_EVERY_MS = 250
/** Whoever is at something may have it for so long before he is taken for lost. */
const END_WAITS_EVERY_MS = 1500

/**
 * Waits until nothing is under way any more, ending every wait meanwhile. `help`: what people still do about it. Returns
 * what is left, when something is left for longer than `withinMs`; null when all is quiet.
 */
export async function waitUntilQuiet(
  cluster: Cluster,
  { withinMs, help }: { withinMs: number; help: () => Promise<unknown> },
): Promise<Unrest | null> {
  const until = performance.now() + withinMs
  let endedAt = performance.now()
  for (;;) {
    const unrest = await readUnrest(cluster)
    if (Object.values(unrest).every((count) => count === 0)) return null
    if (performance.now() > until) return unrest
    if (performance.now() - endedAt > END_WAITS_EVERY_MS) {
      await endWaits(cluster)
      await help()
      endedAt = performance.now()
    }
    await wait(LOOK_EVERY_MS)
  }
}

async function readUnrest(cluster: Cluster): Promise<Unrest> {
  const [row] = await cluster.ask<Unrest>(
    `SELECT
       (SELECT count(*)::int FROM "AfterSale" WHERE ("dueAt" < app_now() AND "dueKind" <> 'SERVICE_ANSWER')
          OR "evidenceDueAt" < app_now()) AS "due",
       (SELECT count(*)::int FROM "Refund" WHERE "status" <> 'SUCCEEDED') AS "refunds",
       (SELECT count(*)::int FROM "WebhookDelivery" WHERE "status" = 'PENDING') AS "deliveries",
       (SELECT count(*)::int FROM graphile_worker._private_jobs WHERE run_at <= now() AND attempts < max_attempts
          AND locked_at IS NULL) AS "jobs"`,
  )
  if (!row) throw new Error('the database counts nothing')
  return row
}
