import type { AfterSale, Side } from './after-sale'
import { DISPUTE_REASONS, type DisputeReason } from './dispute'

export type { DisputeReason } from './dispute'

const SAID_OF_MERCHANTS: readonly DisputeReason[] = ['REFUND_REFUSED', 'RECEIPT_NOT_CONFIRMED']
const SAID_OF_BUYERS: readonly DisputeReason[] = [
  'CLAIM_UNFOUNDED',
  'RETURN_USED_OR_DAMAGED',
  'RETURN_INCOMPLETE_OR_WRONG',
]
const SAID_OF_RETURNS: readonly DisputeReason[] = [
  'RECEIPT_NOT_CONFIRMED',
  'RETURN_USED_OR_DAMAGED',
  'RETURN_INCOMPLETE_OR_WRONG',
]

/** R4.1 The reasons that make sense from this side on this case, for choosing; any of the list is taken. */
export function reasonsOf(side: Side, { returnShipment }: Pick<AfterSale, 'returnShipment'>): readonly DisputeReason[] {
  const own = side === 'MERCHANT' ? SAID_OF_MERCHANTS : SAID_OF_BUYERS
  const returned = returnShipment !== null
  return DISPUTE_REASONS.filter((reason) => !own.includes(reason) && (returned || !SAID_OF_RETURNS.includes(reason)))
}
