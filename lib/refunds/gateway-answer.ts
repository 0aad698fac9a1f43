import { z } from 'zod'
import { MAX_FEN } from '@/lib/money'
import type { RefundOrder, RefundOutcome, UnknownRefund } from './gateway'

const LONGEST_REASON = 500

// What a database and a screen can hold; a gateway's words are its own otherwise.
const reason = z.string().transform(
  (text) =>
    text
      .toWellFormed()
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_REASON) || 'no reason given',
)

const about = { refundNo: z.string().min(1).max(64), amountFen: z.int().min(1).max(MAX_FEN).optional() }

/** The one shape in which a gateway speaks of a refund, answering and calling back; what else it says is ignored. */
export const gatewayAnswerSchema = z.discriminatedUnion('status', [
  z.object({ ...about, status: z.literal('SUCCEEDED') }),
  z.object({ ...about, status: z.literal('ACCEPTED') }),
  z.object({ ...about, status: z.literal('FAILED'), reason, retryable: z.boolean().default(true) }),
  z.object({ ...about, status: z.literal('UNKNOWN') }),
])
export type GatewayAnswer = z.infer<typeof gatewayAnswerSchema>

/** The answer in a body; null where it is none. Never throws. */
export function parseAnswer(body: string): GatewayAnswer | null {
  try {
    return gatewayAnswerSchema.parse(JSON.parse(body))
  } catch {
    return null
  }
}

/** Whether it speaks of this refund, and of all of it: an answer to somebody else's question says nothing to us. */
export function isAbout(answer: GatewayAnswer, order: Pick<RefundOrder, 'refundNo' | 'amountFen'>): boolean {
  return answer.refundNo === order.refundNo && (answer.amountFen ?? order.amountFen) === order.amountFen
}

export function toOutcome(answer: GatewayAnswer): RefundOutcome | UnknownRefund {
  switch (answer.status) {
    case 'SUCCEEDED':
    case 'ACCEPTED':
    case 'UNKNOWN':
      return { status: answer.status }
    case 'FAILED':
      return { status: 'FAILED', reason: answer.reason, retryable: answer.retryable }
  }
}
