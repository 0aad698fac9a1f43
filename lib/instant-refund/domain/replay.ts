/**
 * What became of an application in truth: approved by the merchant, decided by the clock, ruled by the platform, rejected,
 * won in a dispute, taken back, or still open.
 */
export const REPLAY_FATES = ['APPROVED', 'TIMED_OUT', 'RULED', 'REJECTED', 'WON', 'WITHDRAWN', 'OPEN'] as const
export type ReplayFate = (typeof REPLAY_FATES)[number]

/** Instants in epoch ms. `refundedAt`: when its refund was ordered; null where none was. */
export type Outcome = {
  status: string
  refundOrigin: keyof typeof REFUNDED_AS | null
  closeReason: string | null
  refundedAt: number | null
}
export type PastApplication = Outcome & {
  no: string
  orderNo: string
  openedAt: number
  paidAt: number
  totalFen: number
  shippedAt: number | null
  amountFen: number
}
/** One that would have been refunded at once. `savedMs`: how much sooner; null where it was not refunded (yet). */
export type Replayed = Pick<PastApplication, 'no' | 'openedAt' | 'amountFen' | 'totalFen'> & {
  sincePaidMs: number
  fate: ReplayFate
  savedMs: number | null
}
export type Tally = { cases: number; amountFen: number }

/** What was refunded at once is not replayed: it happened. */
const REFUNDED_AS = {
  MERCHANT: 'APPROVED',
  REVIEW_TIMEOUT: 'TIMED_OUT',
  RECEIPT_TIMEOUT: 'TIMED_OUT',
  DISPUTE_RULING: 'RULED',
} as const satisfies Record<string, ReplayFate>

/** What a manager should look at first: money that the shop kept, then what it was refused or left to others. */
const WORTH: { [F in ReplayFate]: number } = {
  REJECTED: 0,
  WON: 0,
  RULED: 1,
  TIMED_OUT: 2,
  APPROVED: 3,
  WITHDRAWN: 3,
  OPEN: 3,
}

/** How it ended, or stands. A rejection that led to a ruling counts as that, a concession as an approval. */
export function fateOf({ status, refundOrigin, closeReason }: Outcome): ReplayFate {
  if (refundOrigin !== null) return REFUNDED_AS[refundOrigin]
  if (status === 'REJECTED') return 'REJECTED'
  if (closeReason === 'DISPUTE_DISMISSED') return 'WON'
  return closeReason === null ? 'OPEN' : 'WITHDRAWN'
}

/** R5.2 The application as it would have been refunded: at its own instant. Gateways take as long either way. */
export function replayOne({ no, openedAt, paidAt, totalFen, amountFen, ...outcome }: PastApplication): Replayed {
  const savedMs = outcome.refundedAt === null ? null : outcome.refundedAt - openedAt
  return { no, openedAt, totalFen, amountFen, sincePaidMs: openedAt - paidAt, fate: fateOf(outcome), savedMs }
}

/**
 * Leaves out what would not have come to be: a later application for a line that an earlier one would have got the money
 * for. `linesOf`: the order's lines that an application is about.
 */
export function leaveOutRepeats<A extends Pick<PastApplication, 'no' | 'orderNo' | 'openedAt'>>(
  fitting: readonly A[],
  linesOf: (no: string) => readonly number[],
): A[] {
  const refunded = new Set<string>()
  const inOrder = [...fitting].sort((a, b) => a.openedAt - b.openedAt || (a.no < b.no ? -1 : 1))
  return inOrder.filter(({ no, orderNo }) => {
    const lines = linesOf(no).map((line) => `${orderNo} ${line}`)
    if (lines.some((line) => refunded.has(line))) return false
    for (const line of lines) refunded.add(line)
    return true
  })
}

/** The orders' applications that may be about the same line. */
export function findRivals<A extends Pick<PastApplication, 'no' | 'orderNo'>>(fitting: readonly A[]): string[] {
  const byOrder = new Map<string, string[]>()
  for (const { no, orderNo } of fitting) byOrder.set(orderNo, [...(byOrder.get(orderNo) ?? []), no])
  return [...byOrder.values()].filter((nos) => nos.length > 1).flat()
}

export function byWorth(a: Replayed, b: Replayed): number {
  return WORTH[a.fate] - WORTH[b.fate] || b.openedAt - a.openedAt || (a.no < b.no ? 1 : -1)
}

/** The sums of a replay. `savedMs`, `refundedLater`: over what was refunded later anyway. */
export function sumUp(replayed: readonly Replayed[]) {
  const fates = perFate((): Tally => ({ cases: 0, amountFen: 0 }))
  const sums = { fitting: replayed.length, amountFen: 0, largestFen: 0, savedMs: 0, refundedLater: 0, fates }
  for (const { fate, amountFen, savedMs } of replayed) {
    sums.amountFen += amountFen
    sums.largestFen = Math.max(sums.largestFen, amountFen)
    fates[fate].cases += 1
    fates[fate].amountFen += amountFen
    if (savedMs === null) continue
    sums.savedMs += savedMs
    sums.refundedLater += 1
  }
  return sums
}

export function perFate<V>(make: () => V): { [F in ReplayFate]: V } {
  return {
    APPROVED: make(),
    TIMED_OUT: make(),
    RULED: make(),
    REJECTED: make(),
    WON: make(),
    WITHDRAWN: make(),
    OPEN: make(),
  }
}
