const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** R7.2 How often and how long a refund is tried. Durations in ms. */
export type RetryPolicy = {
  /** Attempts of one round; the next failure after them waits for a person. */
  attempts: number
  /** How often the result of an accepted refund is asked for before a person has to. */
  looks: number
  /** The wait after the first attempt or look; every further one waits `factor` times as long, up to `longestDelayMs`. */
  firstDelayMs: number
  factor: number
  longestDelayMs: number
  /** How long one worker has a refund to itself. Longer than the gateway's two time-outs (query, then create) together. */
  leaseMs: number
}

/** Ten attempts within about three hours; an accepted refund, which a bank may take days for, about three days. */
export const REFUND_RETRY: RetryPolicy = {
  attempts: 10,
  looks: 80,
  firstDelayMs: 30 * SECOND,
  factor: 2,
  longestDelayMs: HOUR,
  leaseMs: MINUTE,
}

/** The wait in ms after the `count`-th attempt or look, counted from 1. */
export function delayAfter(count: number, policy: RetryPolicy): number {
  return Math.min(policy.firstDelayMs * policy.factor ** (Math.max(count, 1) - 1), policy.longestDelayMs)
}
