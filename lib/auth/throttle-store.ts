import { createHash } from 'node:crypto'
import { limitersOf } from './limiters-store'
import { networkOf } from './network'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S

/** Failed attempts that are allowed within a window, before the next one has to wait for the window's end. */
export const LIMITS = {
  /** in a browser that has signed in to the account before: its own failures, and nobody else's */
  device: { points: 10, duration: 15 * MINUTE_S },
  /** a stranger who mistypes, or tries one account's passwords */
  pair: { points: 5, duration: 15 * MINUTE_S },
  /** one machine that tries many accounts */
  address: { points: 60, duration: 15 * MINUTE_S },
  /** one account tried by strangers from everywhere */
  account: { points: 100, duration: HOUR_S },
  /** beyond that each place still has one attempt: the owner in a new browser waits no longer than that */
  lone: { points: 1, duration: HOUR_S },
  /** an address is only as true as the proxy that reports it: those attempts, all together */
  crowd: { points: 1000, duration: HOUR_S },
} as const

/** `lane`: of a browser that knows the account; null for a stranger. */
export type Attempt = { email: string; address: string; lane: string | null }
/** `crowded`: others have tried the account too often. */
export type AttemptTaken =
  | { ok: true; succeeded: () => Promise<void> }
  | { ok: false; retryAfterMs: number; crowded: boolean }

const limiter = limitersOf(LIMITS)

/**
 * Counts an attempt as failed until it has `succeeded`. Says how long to wait when it may not even be made. What is counted
 * goes by what was typed, whether or not there is such an account.
 */
export function takeAttempt(attempt: Attempt): Promise<AttemptTaken> {
  return attempt.lane === null ? takeAsStranger(attempt) : takeInLane(attempt.lane)
}

async function takeInLane(lane: string): Promise<AttemptTaken> {
  const key = digest(lane)
  const taken = await limiter('device').take(key)
  return taken.ok ? { ok: true, succeeded: () => limiter('device').forget(key) } : { ...taken, crowded: false }
}

async function takeAsStranger({ email, address }: Attempt): Promise<AttemptTaken> {
  const place = networkOf(address)
  const keys = { pair: digest(`${email} ${place}`), address: digest(place), account: digest(email) }
  for (const name of ['pair', 'address'] as const) {
    const taken = await limiter(name).take(keys[name])
    if (!taken.ok) return { ...taken, crowded: false }
  }
  const succeeded = async () => {
    await limiter('pair').forget(keys.pair)
    await limiter('address').giveBack(keys.address)
    // what others failed meanwhile still counts
    await limiter('account').giveBack(keys.account)
  }
  const open = await limiter('account').take(keys.account)
  if (open.ok) return { ok: true, succeeded }
  const lone = await limiter('lone').take(keys.pair)
  if (!lone.ok) return { ...lone, crowded: true }
  const crowd = await limiter('crowd').take(keys.account)
  if (!crowd.ok) return { ...crowd, crowded: true }
  const lonely = async () => {
    await succeeded()
    await limiter('lone').forget(keys.pair)
    await limiter('crowd').giveBack(keys.account)
  }
  return { ok: true, succeeded: lonely }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
