/** What a gateway is asked for: the same order, under the same number, however often it is asked (R7.1). */
export type RefundOrder = {
  /** One for ever; a gateway that has seen it must not pay it again. */
  refundNo: string
  afterSaleNo: string
  orderNo: string
  shopId: string
  buyerId: string
  /** R0.5 in fen, at least 1 */
  amountFen: number
  currency: string
}

/**
 * What a gateway said. ACCEPTED: it is at it, and the result comes by callback or when asked (R7.2).
 * FAILED: no money has moved; `retryable` is false where the same request can only fail again.
 */
export type RefundOutcome =
  | { status: 'SUCCEEDED' }
  | { status: 'ACCEPTED' }
  | { status: 'FAILED'; reason: string; retryable: boolean }

/** Nothing that could be understood was said: the money may have moved, or may not. */
export type NoAnswer = { status: 'NO_ANSWER'; reason: string }

/** The gateway says that it has never heard of the refund number: nothing was paid under it. */
export type UnknownRefund = { status: 'UNKNOWN' }

export const GATEWAY_NAMES = ['LEDGER', 'HTTP'] as const
export type GatewayName = (typeof GATEWAY_NAMES)[number]

/** Whoever moves the money. What goes wrong is an answer too: neither function throws but for a defect. */
export interface RefundGateway {
  name: GatewayName
  /** Pays the order, or repeats what it said to the same refund number before. */
  create(order: RefundOrder): Promise<RefundOutcome | NoAnswer>
  /** What became of the refund number. Pays nothing. */
  query(refundNo: string, order: RefundOrder): Promise<RefundOutcome | NoAnswer | UnknownRefund>
}

/** Why we say that a refund failed, as codes; what a gateway gives as its reason stands in its own words. */
export type FailureReason =
  | 'insufficientBalance'
  | 'refundNumberReused'
  | 'gatewayTimeout'
  | 'gatewayUnreachable'
  | 'gatewayAnswerInvalid'
  | `gatewayStatus:${number}`
  | 'gatewayNotConfigured'
  | 'gatewayForgot'
  | 'gatewayDefect'
  | 'resultOverdue'

export function failed(reason: FailureReason, retryable: boolean): RefundOutcome {
  return { status: 'FAILED', reason, retryable }
}

export function noAnswer(reason: FailureReason): NoAnswer {
  return { status: 'NO_ANSWER', reason }
}
