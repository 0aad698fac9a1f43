const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How webhooks are delivered. Durations in ms of real time. */
export type DeliveryPolicy = {
  /** A delivery is tried for so long; a failure after that is the last one. */
  giveUpAfterMs: number
  /** The wait after the first failure; every further one waits `factor` times as long, up to `longestDelayMs`. */
  firstDelayMs: number
  factor: number
  longestDelayMs: number
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
  /** How long it stays open before one delivery is tried; every further pause `circuitFactor` times as long. */
  firstPauseMs: number
  circuitFactor: number
  longestPauseMs: number
  /** How long the secret before the present one signs too. */
  secretOverlapMs: number
  /** How long finished deliveries are kept. */
  keepMs: number
}

/** About 28 attempts in three days: nine in the first hour, then every four hours. */
export const WEBHOOK_DELIVERY: DeliveryPolicy = {
  giveUpAfterMs: 3 * DAY,
  firstDelayMs: 10 * SECOND,
  factor: 2,
  longestDelayMs: 4 * HOUR,
  jitter: 0.2,
  timeoutMs: 15 * SECOND,
  leaseMs: 40 * SECOND,
  inFlight: 5,
  circuitFailures: 5,
  firstPauseMs: 30 * SECOND,
  circuitFactor: 2,
  longestPauseMs: HOUR,
  secretOverlapMs: DAY,
  keepMs: 30 * DAY,
}

/** The wait in ms after the `count`-th failure of a series, counted from 1. `chance`: evenly from 0 to 1. */
export function delayAfter(count: number, chance: number, policy: DeliveryPolicy): number {
  const bare = Math.min(policy.firstDelayMs * policy.factor ** (count - 1), policy.longestDelayMs)
  return Math.round(bare * (1 + policy.jitter * chance))
}

/** How long the circuit stays open the `count`-th time in a row, counted from 1. */
export function pauseOf(count: number, policy: DeliveryPolicy): number {
  return Math.min(policy.firstPauseMs * policy.circuitFactor ** (count - 1), policy.longestPauseMs)
}
