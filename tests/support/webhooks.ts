import { Logger, runOnce } from 'graphile-worker'
import { pool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { settled } from '@/lib/webhooks/courier'
import type { WebhookType } from '@/lib/webhooks/domain/types'
import { createEndpoint } from '@/lib/webhooks/endpoint-store'
import { webhookTasks } from '@/lib/webhooks/tasks'
import { database, inTransaction } from '@/tests/support/access'
import { MANAGER } from '@/tests/support/cases'
import type { Receiver } from '@/tests/support/webhook-receiver'

export const WEBHOOK_ENV = {
  AFTERDESK_SECRET: 'a-secret-for-tests-0123456789-abcdef',
  AFTERDESK_WEBHOOK_ALLOW_PRIVATE: '1',
}

/** Lets webhooks go to this machine, and gives the process a secret. For `beforeAll`, after `useDatabase()`. */
export function allowPrivateTargets(): void {
  Object.assign(process.env, WEBHOOK_ENV)
  forgetEnv()
}

/** An endpoint at the receiver, which learns the secret. Without a shop it is the platform's. */
export async function listen(
  receiver: Receiver,
  { shopId = null, types = null }: { shopId?: string | null; types?: WebhookType[] | null } = {},
): Promise<string> {
  const made = await inTransaction((tx) => createEndpoint(tx, { shopId, actor: MANAGER }, { url: receiver.url, types }))
  if (made === 'full') throw new Error('there are too many endpoints')
  receiver.secrets.push(made.secret)
  return made.id
}

/** Does every webhook job that is due, as a worker would, and whatever follows from it at once. */
export async function workOff(): Promise<void> {
  for (;;) {
    await runOnce({
      pgPool: pool(),
      taskList: webhookTasks,
      logger: new Logger(() => () => undefined),
      noHandleSignals: true,
    })
    await settled()
    const { rows } = await database.query<{ due: number }>(
      `SELECT count(*) AS due FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts
         AND task_identifier IN ('deliverWebhooks', 'probeWebhookEndpoint')`,
    )
    if ((rows[0]?.due ?? 0) === 0) return
  }
}

export type StoredDelivery = {
  id: string
  eventId: string
  subject: string
  type: string
  status: string
  attempts: number
  lastStatusCode: number | null
  lastError: string | null
  leased: boolean
  waiting: boolean
  nextAttemptAt: Date | null
  giveUpAt: Date
}

/** In the order of their lanes. */
export async function deliveriesOf(endpointId: string): Promise<StoredDelivery[]> {
  const { rows } = await database.query<StoredDelivery>(
    `SELECT "id", "eventId", "subject", "type", "status", "attempts", "lastStatusCode", "lastError", "leaseId" IS NOT NULL AS "leased",
       "waitingSince" IS NOT NULL AS "waiting", "nextAttemptAt", "giveUpAt"
     FROM "WebhookDelivery" WHERE "endpointId" = $1 ORDER BY "subject", "seq", "ordinal"`,
    [endpointId],
  )
  return rows
}

export type StoredCircuit = { failures: number; open: boolean; pauses: number; pauseMs: number | null }

export async function circuitOf(endpointId: string): Promise<StoredCircuit> {
  const { rows } = await database.query<StoredCircuit>(
    `SELECT "failures", "openUntil" IS NOT NULL AS "open", "pauses",
       round(extract(epoch FROM "openUntil" - clock_timestamp()) * 1000)::int AS "pauseMs"
     FROM "WebhookEndpoint" WHERE "id" = $1`,
    [endpointId],
  )
  const row = rows[0]
  if (!row) throw new Error(`no endpoint ${endpointId}`)
  return row
}

/** As if so much time had passed for an endpoint's deliveries, jobs, leases and circuit; no clock is moved. */
export async function letPass(endpointId: string, ms: number): Promise<void> {
  await database.query(
    `UPDATE "WebhookDelivery" SET "createdAt" = "createdAt" - $2 * INTERVAL '1 ms', "giveUpAt" = "giveUpAt" - $2 * INTERVAL '1 ms',
       "nextAttemptAt" = "nextAttemptAt" - $2 * INTERVAL '1 ms', "waitingSince" = "waitingSince" - $2 * INTERVAL '1 ms',
       "leaseUntil" = "leaseUntil" - $2 * INTERVAL '1 ms', "finishedAt" = "finishedAt" - $2 * INTERVAL '1 ms'
     WHERE "endpointId" = $1`,
    [endpointId, ms],
  )
  await database.query(
    `UPDATE "WebhookEndpoint" SET "openUntil" = "openUntil" - $2 * INTERVAL '1 ms', "failingSince" = "failingSince" - $2 * INTERVAL '1 ms',
       "previousSecretUntil" = "previousSecretUntil" - $2 * INTERVAL '1 ms' WHERE "id" = $1`,
    [endpointId, ms],
  )
  await database.query(
    `UPDATE graphile_worker._private_jobs SET run_at = run_at - $2 * INTERVAL '1 ms' WHERE key LIKE '%' || $1 || '%'`,
    [endpointId, ms],
  )
}
