import type { BackOff } from '@/lib/back-off'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** R7.2 How often and how long a refund is tried. Durations in ms. */
export type RetryPolicy = {
  /** Attempts of one round; the next failure after them waits for a person. */
  attempts: number
  /** How often the result of an accepted refund is asked for before a person has to. */
  looks: number
  /** The waits between attempts, and between looks. */
  retry: BackOff
  /** How long one worker has a refund to itself. Longer than the gateway's two time-outs (query, then create) together. */
  leaseMs: number
}

/** Ten attempts within about three hours; an accepted refund, which a bank may take days for, about three days. */
export const REFUND_RETRY: RetryPolicy = {
  attempts: 10,
  looks: 80,
  retry: { firstMs: 30 * SECOND, factor: 2, longestMs: HOUR },
  leaseMs: MINUTE,
}
