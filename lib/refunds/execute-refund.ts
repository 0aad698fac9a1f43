import { logger } from '@/lib/logger'
import { type Attempt, beginAttempt, renewLease } from './attempt-store'
import { type NoAnswer, noAnswer, type RefundGateway, type RefundOutcome, type UnknownRefund } from './gateway'
import { configuredGateways, type Gateways } from './gateways'
import { recordAcceptance, recordFailure, recordSuccess } from './outcome-store'
import { REFUND_RETRY, type RetryPolicy } from './retry-policy'

type Heard = RefundOutcome | NoAnswer | UnknownRefund

/**
 * R7 The job of a refund: one turn with the gateway and what follows from its answer. Safe to run at any time, any
 * number of times, by any number of workers. Three short transactions at most, none open while the gateway is asked.
 */
export async function executeRefund(
  refundNo: string,
  { gateways = configuredGateways, policy = REFUND_RETRY }: { gateways?: Gateways; policy?: RetryPolicy } = {},
): Promise<void> {
  const attempt = await beginAttempt(refundNo, gateways.preferred().name, policy)
  if (!attempt) return
  const heard = await askGateway(attempt, gateways.find(attempt.gateway), policy)
  const written = heard !== null && (await recordHeard(attempt, heard, policy))
  const { status: outcome, ...why } = heard ?? { status: 'LEASE_LOST' }
  const level = outcome === 'SUCCEEDED' || outcome === 'ACCEPTED' ? 'info' : 'warn'
  logger()[level]({ refundNo, kind: attempt.kind, attempt: attempt.roundAttempts, outcome, ...why, written }, 'refund')
}

/** What the gateway says; null when the refund was taken over meanwhile, so that nothing was paid by this attempt. */
async function askGateway(attempt: Attempt, gateway: RefundGateway | null, policy: RetryPolicy): Promise<Heard | null> {
  if (!gateway) return noAnswer('gatewayNotConfigured')
  try {
    if (!attempt.mayBePaid) return await gateway.create(attempt.order)
    const heard = await gateway.query(attempt.order.refundNo, attempt.order)
    if (attempt.kind === 'LOOK' || !mayPayAfter(heard, attempt)) return heard
    return (await renewLease(attempt, policy)) ? await gateway.create(attempt.order) : null
  } catch (error) {
    logger().error({ err: error, refundNo: attempt.order.refundNo }, 'a refund gateway failed in itself')
    return noAnswer('gatewayDefect')
  }
}

/**
 * R7.1 Only when the gateway knows nothing of the refund, or says that no money has moved. A failure for good is tried
 * again only because a person has asked for it: in the first attempt of a round.
 */
function mayPayAfter(heard: Heard, attempt: Attempt): boolean {
  if (heard.status === 'FAILED') return heard.retryable || attempt.roundAttempts === 1
  return heard.status === 'UNKNOWN'
}

/** False when somebody else has the refund by now, and what was heard is theirs to hear. */
async function recordHeard(attempt: Attempt, heard: Heard, policy: RetryPolicy): Promise<boolean> {
  switch (heard.status) {
    case 'SUCCEEDED':
      return recordSuccess(attempt.order)
    case 'ACCEPTED':
      return recordAcceptance(attempt, policy, null)
    case 'FAILED':
      return recordFailure(attempt, policy, heard)
    case 'NO_ANSWER':
      return attempt.kind === 'LOOK'
        ? recordAcceptance(attempt, policy, heard.reason)
        : recordFailure(attempt, policy, { reason: heard.reason, retryable: true })
    case 'UNKNOWN':
      // it had accepted the refund: the next attempt asks once more, and pays if that is still so
      return recordFailure(attempt, policy, { reason: 'gatewayForgot', retryable: true })
  }
}
