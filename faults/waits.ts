import pg from 'pg'
import type { Cluster } from './cluster'

/** What the queue does every minute, so that nothing stays with who died with it. */
const EVERY_MINUTE = ['reviveRefunds', 'reviveWebhooks']

const WAITS_FOR_MINUTES = [
  ['WebhookDelivery', 'nextAttemptAt'],
  ['WebhookEndpoint', 'openUntil'],
] as const

/**
 * Ends every wait, as if real time had passed in a moment: jobs and attempts that were put off come now, leases are over,
 * and so are pauses of a circuit; who has a job in hand has had it for minutes, and what comes every minute comes. What
 * gives a delivery up stays as far off as it was.
 */
export async function endWaits(cluster: Cluster): Promise<void> {
  await cluster.use(async (client) => {
    const run = (sql: string) => client.query(sql).catch(passOverDeadlock)
    await run('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND locked_at IS NULL')
    await run(
      `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '3 minutes' WHERE locked_at IS NOT NULL`,
    )
    await run(`UPDATE "Refund" SET "leaseUntil" = now() WHERE "leaseUntil" > now()`)
    await run('UPDATE "WebhookDelivery" SET "leaseUntil" = clock_timestamp() WHERE "leaseUntil" > clock_timestamp()')
    // what has been due for minutes has lost its job
    for (const [table, column] of WAITS_FOR_MINUTES)
      await run(
        `UPDATE "${table}" SET "${column}" = least("${column}", clock_timestamp()) - interval '3 minutes'
         WHERE "${column}" IS NOT NULL`,
      )
    await client.query('SELECT graphile_worker.add_job(task, job_key => task) FROM unnest($1::text[]) task', [
      EVERY_MINUTE,
    ])
  })
}

/** It met with whoever works there, and lost: the next one comes soon. */
function passOverDeadlock(error: unknown): void {
  if (!(error instanceof pg.DatabaseError && error.code === '40P01')) throw error
}

/** The product's clock leaps, as in the sandbox: whoever waits for a deadline is woken. */
export async function leapClock(cluster: Cluster, leapMs: number): Promise<void> {
  await cluster.use(async (client) => {
    await client.query('BEGIN')
    await client.query('UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + $1', [Math.round(leapMs)])
    await client.query(`SELECT pg_notify('afterdesk', '{"clock":true}')`)
    await client.query('COMMIT')
  })
}
