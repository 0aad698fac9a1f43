import { type BackOff, waitAfter } from '@/lib/back-off'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How webhooks are delivered. Durations in ms of real time. */
export type DeliveryPolicy = {
  /** A delivery is tried for so long; a failure after that is the last one. */
  giveUpAfterMs: number
  /** The waits between attempts. */
  retry: BackOff
  /** Waits are longer by up to this part of them, so that what failed together does not come back together. */
  jitter: number
  /** For the whole of an attempt: name, connection, answer. */
  timeoutMs: number
  /** How long one worker has a lane to itself. Longer than an attempt can take. */
  leaseMs: number
  /** How many deliveries an endpoint gets at once, over all workers. */
  inFlight: number
  /** After so many failures in a row the circuit opens. */
  circuitFailures: number
  /** How long it stays open each time before one delivery is tried. */
  pause: BackOff
  /** How long the secret before the present one signs too. */
  secretOverlapMs: number
  /** How long finished deliveries are kept. */
  keepMs: number
}

/** About 28 attempts in three days: nine in the first hour, then every four hours. */
export const WEBHOOK_DELIVERY: DeliveryPolicy = {
  giveUpAfterMs: 3 * DAY,
  retry: { firstMs: 10 * SECOND, factor: 2, longestMs: 4 * HOUR },
  jitter: 0.2,
  timeoutMs: 15 * SECOND,
  leaseMs: 40 * SECOND,
  inFlight: 5,
  circuitFailures: 5,
  pause: { firstMs: 30 * SECOND, factor: 2, longestMs: HOUR },
  secretOverlapMs: DAY,
  keepMs: 30 * DAY,
}

/** The wait in ms after the `count`-th failure of a series, counted from 1. `chance`: evenly from 0 to 1. */
export function delayAfter(count: number, chance: number, policy: DeliveryPolicy): number {
  return Math.round(waitAfter(count, policy.retry) * (1 + policy.jitter * chance))
}
