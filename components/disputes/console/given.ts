import { gaveOf } from '@/components/disputes/gave'
import type { Side } from '@/lib/after-sales/domain/after-sale'
import { SIDES } from '@/lib/after-sales/domain/dispute'
import type { DisputeRow } from '@/lib/disputes/views'

/** Who gave some evidence and who is waited for, as a key of `console.given`. */
export type Given =
  | 'both'
  | 'none'
  | `only${Side}`
  | `wait${Side | 'Both'}`
  /** The other side has given some. */
  | `then${Side}`
  | 'bothGoOn'
  | `more${Side | 'Both'}`

/** How far a dispute is with its evidence, in one word. */
export function givenOf(row: Pick<DisputeRow, 'stage' | 'askedForMore' | 'evidence'>): Given {
  const { stage, askedForMore, evidence } = row
  const gave = gaveOf(row)
  const [waited, also] = stage === 'EVIDENCE' ? SIDES.filter((side) => evidence[side].open) : []
  if (waited === undefined) return gave === 'both' || gave === 'none' ? gave : `only${gave}`
  if (askedForMore) return `more${also ? 'Both' : waited}`
  // of two that may both go on giving, whoever has not begun is waited for
  if (also) return OPEN_TO_BOTH[gave]
  return gave === 'none' || gave === waited ? `wait${waited}` : `then${waited}`
}

const OPEN_TO_BOTH = {
  both: 'bothGoOn',
  BUYER: 'thenMERCHANT',
  MERCHANT: 'thenBUYER',
  none: 'waitBoth',
} as const satisfies { [G in ReturnType<typeof gaveOf>]: Given }
