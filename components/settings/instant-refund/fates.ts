import type { ReplayFate } from '@/lib/instant-refund/domain/replay'
import type { Replay } from '@/lib/instant-refund/views'

/** As the days are stacked, from the ground up: what the shop agreed with first, what it did not on top. */
export const STACKED: readonly ReplayFate[] = ['APPROVED', 'TIMED_OUT', 'RULED', 'WITHDRAWN', 'OPEN', 'WON', 'REJECTED']

const HATCHED =
  'bg-[repeating-linear-gradient(135deg,var(--fate)_0_2px,transparent_2px_4px)] shadow-[inset_0_0_0_1px_var(--fate)]'
const STRIPED = 'bg-[repeating-linear-gradient(0deg,var(--fate)_0_3px,transparent_3px_4px)]'

/** Solid is what the shop agreed to or left to the clock; what it did not has a pattern, what is not decided an edge only. */
export const FATE_LOOK: { readonly [F in ReplayFate]: string } = {
  APPROVED: 'bg-accent',
  TIMED_OUT: 'bg-half',
  RULED: `[--fate:var(--color-frozen)] ${STRIPED}`,
  REJECTED: `[--fate:var(--color-danger)] ${HATCHED}`,
  WON: `[--fate:var(--color-frozen)] ${HATCHED}`,
  WITHDRAWN: 'shadow-[inset_0_0_0_1px_var(--color-calm)]',
  OPEN: 'border border-dashed border-calm',
}

/** In the list; what the shop agreed to is nothing to look at. */
export const FATE_INK: { readonly [F in ReplayFate]: string } = {
  APPROVED: 'text-ink',
  TIMED_OUT: 'text-half',
  RULED: 'text-frozen',
  REJECTED: 'text-danger',
  WON: 'text-frozen',
  WITHDRAWN: 'text-ink-3',
  OPEN: 'text-ink-3',
}

/** What was not refunded in the end: money that the shop kept. Amounts in fen. */
export function keptOf({ REJECTED, WON }: Replay['fates']): { cases: number; amountFen: number } {
  return { cases: REJECTED.cases + WON.cases, amountFen: REJECTED.amountFen + WON.amountFen }
}
