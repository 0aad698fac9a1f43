import type { Instant } from '@/lib/after-sales/domain/policy'
import type { ReplayFate } from './domain/replay'

/** What screens are given of instant refund (R5). Instants are epoch milliseconds of the server's clock, amounts are fen. */

/** A case of the last 30 days that would have been refunded at once. `savedMs`: how much sooner; null where it was not refunded (yet). */
export type ReplayedCase = {
  no: string
  openedAt: Instant
  title: string
  furtherLines: number
  sincePaidMs: number
  totalFen: number
  amountFen: number
  currency: string
  fate: ReplayFate
  savedMs: number | null
}

/** One day of Asia/Shanghai; `counts` by what became of the cases. */
export type ReplayedDay = { startsAt: Instant; counts: { [F in ReplayFate]: number } }

/**
 * The last 30 days as if it had been on. `judged`: the refund-only applications that waited for somebody; `fitting`: those
 * of them that would not have; `instantly`: those that were refunded at once in truth, in none of the other numbers.
 */
export type Replay = {
  from: Instant
  until: Instant
  judged: number
  instantly: number
  fitting: number
  amountFen: number
  largestFen: number
  currency: string
  /** Review time saved, summed over what was refunded later anyway; and how many those are. */
  savedMs: number
  refundedLater: number
  fates: { [F in ReplayFate]: { cases: number; amountFen: number } }
  days: ReplayedDay[]
  /** Worth looking at first (rejected or won, then ruled, then timed out, then newest); at most 200, `more`: there are more. */
  cases: ReplayedCase[]
  more: boolean
}

/** `name`: of the manager, or of the API key that did it. */
export type SwitchRecord = {
  id: string
  enabled: boolean
  by: { role: 'MANAGER' | 'PLATFORM'; name: string | null }
  at: Instant
}

export type InstantRefundPage = {
  shopId: string
  /** R5.1 Null: off. */
  since: Instant | null
  by: SwitchRecord['by'] | null
  /** What it did since then; null while it is off. */
  done: { cases: number; amountFen: number; declined: number; currency: string } | null
  /** R5.2 The limits, to show them. */
  conditions: { paidWithinMs: number; totalBelowFen: number }
  replay: Replay
  /** Newest first. */
  history: SwitchRecord[]
  now: Instant
}

/** What a screen is told of the switch. `gone`: no such shop for this viewer. */
export type SwitchOutcome =
  | { ok: true; enabled: boolean; since: Instant | null }
  | { ok: false; refusal: { code: 'notPermitted' } }
  | { ok: false; refusal: { code: 'switchedMeanwhile'; enabled: boolean } }
  | { ok: false; gone: true }
