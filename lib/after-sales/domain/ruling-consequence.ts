import type { AfterSale } from './after-sale'
import { concedesByReturn } from './decide/dispute'
import type { RulingOutcome } from './dispute'
import { type Instant, policyOf } from './policy'

/** R4.5 What a ruling leads to, before it is made. Amounts in fen. */
export type RulingConsequence =
  /** The money goes back at once; `keptFen`: what the merchant keeps of what was asked. */
  | { kind: 'REFUND'; amountFen: number; keptFen: number; goods: Goods }
  /** The buyer sends the goods until `dueAt`, and gets the whole amount when they are there. */
  | { kind: 'AWAIT_RETURN'; dueAt: Instant; limitMs: number; amountFen: number }
  /** The goods are on their way: the merchant confirms them until `dueAt`, by the clock that stood still. */
  | { kind: 'AWAIT_RECEIPT'; dueAt: Instant; limitMs: number; amountFen: number }
  | { kind: 'CLOSE' }

/** Where the goods are when the money goes back: never to be returned, sent back, or still with the buyer. */
export type Goods = 'NOT_ASKED' | 'SENT' | 'KEPT'

/**
 * What a ruling is judged by of the case; a view of it has as much. `refundableFen`: what a refund can give at most, the
 * amount or, of what is served, what is left of its lines.
 */
export type RuledCase = Pick<AfterSale, 'type' | 'amountFen' | 'policyVersion' | 'returnShipment'> & {
  refundableFen: number
  dispute: { frozen: { remainingMs: number } | null } | null
}

/** `amountFen`: of the refund; null for the whole, and for outcomes without one. */
export function consequenceOfRuling(
  state: RuledCase,
  { outcome, amountFen }: { outcome: RulingOutcome; amountFen: number | null },
  now: Instant,
): RulingConsequence {
  switch (outcome) {
    case 'REFUND': {
      const paidFen = amountFen ?? state.refundableFen
      return { kind: 'REFUND', amountFen: paidFen, keptFen: state.refundableFen - paidFen, goods: goodsOf(state) }
    }
    case 'RETURN_THEN_REFUND':
      return { ...clockAfter(state, now), amountFen: state.amountFen }
    case 'DISMISS':
      return { kind: 'CLOSE' }
  }
}

/** R4.5 Why the case does not have this outcome at all; null where it does. */
export function rulingMisfit({ type }: Pick<AfterSale, 'type'>, outcome: RulingOutcome): 'returnNotPossible' | null {
  return outcome === 'RETURN_THEN_REFUND' && type !== 'RETURN_REFUND' ? 'returnNotPossible' : null
}

function clockAfter({ returnShipment, dispute, policyVersion }: RuledCase, now: Instant) {
  const onTheWay = returnShipment !== null && dispute?.frozen ? dispute.frozen.remainingMs : null
  const limitMs = onTheWay ?? policyOf(policyVersion).returnMs
  const kind: 'AWAIT_RECEIPT' | 'AWAIT_RETURN' = onTheWay === null ? 'AWAIT_RETURN' : 'AWAIT_RECEIPT'
  return { kind, dueAt: now + limitMs, limitMs }
}

function goodsOf(state: RuledCase): Goods {
  if (concedesByReturn(state)) return 'KEPT'
  return state.returnShipment === null ? 'NOT_ASKED' : 'SENT'
}
