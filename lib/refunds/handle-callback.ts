import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { adoptAccepted } from './attempt-store'
import { type GatewayAnswer, isAbout, parseAnswer } from './gateway-answer'
import { recordFailure, recordSuccess } from './outcome-store'
import { REFUND_RETRY } from './retry-policy'
import { isSigned } from './signature'
import { findRefund, type RefundRow } from './store'

/** `unsigned`: nobody we know sent it. `unknown`: no such refund was given to this gateway. */
export type CallbackResult = 'heard' | 'unsigned' | 'invalid' | 'unknown'

/**
 * R7.2 What the payment system says unasked, signed like our requests (signature.ts) over the exact body, which has the
 * shape of its answers. Success is believed whenever it comes; a failure only about what was accepted and has no result
 * yet. Anything else comes late or twice and changes nothing.
 */
export async function handleCallback(headers: Headers, body: string): Promise<CallbackResult> {
  const secret = env().AFTERDESK_PAYMENT_SECRET
  if (secret === undefined || !isSigned(secret, headers, body)) return 'unsigned'
  const answer = parseAnswer(body)
  if (!answer) return 'invalid'
  const refund = await findRefund(answer.refundNo)
  if (refund?.gateway !== 'HTTP') return 'unknown'
  if (!isAbout(answer, { refundNo: refund.no, amountFen: refund.amountFen })) return 'invalid'
  const changed = await applyAnswer(answer, refund)
  const { refundNo, status } = answer
  if (changed) logger().info({ refundNo, status }, 'payment callback')
  else logger().warn({ refundNo, status, stands: refund.status }, 'payment callback ignored')
  return 'heard'
}

async function applyAnswer(answer: GatewayAnswer, refund: RefundRow): Promise<boolean> {
  switch (answer.status) {
    case 'SUCCEEDED':
      return recordSuccess({ ...refund, refundNo: refund.no })
    case 'FAILED': {
      const attempt = await adoptAccepted(refund.no, REFUND_RETRY)
      return attempt !== null && recordFailure(attempt, REFUND_RETRY, answer)
    }
    case 'ACCEPTED':
    case 'UNKNOWN':
      return false
  }
}
