import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { type DeliveryPolicy, WEBHOOK_DELIVERY } from './delivery-policy'
import { type Lane, postponeLane } from './jobs-store'
import { type Attempt, beginAttempt } from './lane-store'
import { type Outcome, recordOutcome, releaseAttempt } from './outcome-store'
import { postWebhook } from './post-webhook'
import { signWebhook } from './secrets'

const AGENT = 'Afterdesk-Webhooks/1'

/**
 * A turn of a lane, and then of whatever waits for the same endpoint: what is next is sent, and what follows from the
 * answer is written down. Safe to run at any time, any number of times, by any number of workers. No transaction is open
 * while the endpoint is waited for.
 */
export async function deliverLane(lane: Lane, policy: DeliveryPolicy = WEBHOOK_DELIVERY): Promise<void> {
  const attempt = await beginAttempt(lane, policy)
  if (attempt) await finishAttempts(attempt, { policy })
}

/** `signal` ends the attempt at once and gives the lane back, for a process that has to end. */
export async function finishAttempts(
  first: Attempt,
  { policy = WEBHOOK_DELIVERY, signal }: { policy?: DeliveryPolicy; signal?: AbortSignal } = {},
): Promise<void> {
  for (let attempt: Attempt | null = first; attempt; ) attempt = await finishAttempt(attempt, policy, signal)
}

/** What is to be sent next in the place that this attempt leaves; null for nothing. */
async function finishAttempt(attempt: Attempt, policy: DeliveryPolicy, signal: AbortSignal | undefined) {
  const outcome = await send(attempt, policy, signal)
  if (outcome.error !== null && signal?.aborted) {
    await releaseAttempt(attempt)
    return null
  }
  const { written, next, more } = await recordOutcome(attempt, outcome, policy)
  for (const waiting of more) await postponeLane(waiting, 0)
  const { lane, webhookId, n } = attempt
  const { excerpt: _, startedAt: __, ...heard } = outcome
  logger()[outcome.error === null ? 'info' : 'warn']({ ...lane, webhookId, n, ...heard, written }, 'webhook')
  return next
}

async function send(attempt: Attempt, policy: DeliveryPolicy, signal: AbortSignal | undefined): Promise<Outcome> {
  const startedAt = new Date()
  const began = performance.now()
  const { webhookId: id, body, url, lane } = attempt
  const signed = signWebhook({ ...attempt, endpointId: lane.endpointId }, { id, body, at: startedAt })
  if (!signed) return { startedAt, durationMs: 0, statusCode: null, error: 'secretUnreadable', excerpt: '' }
  const heard = await postWebhook(
    { url, headers: { 'user-agent': AGENT, ...signed }, body },
    {
      timeoutMs: policy.timeoutMs,
      allowPrivate: env().AFTERDESK_WEBHOOK_ALLOW_PRIVATE,
      ...(signal ? { signal } : {}),
    },
  )
  return { startedAt, durationMs: Math.round(performance.now() - began), ...heard }
}
