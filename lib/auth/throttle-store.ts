import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { processWide } from '@/lib/process-wide'

/** Failed attempts that are allowed within a window, before the next one has to wait for the window's end. */
export const LIMITS = {
  /** somebody who mistypes, or tries one account's passwords */
  pair: { points: 5, duration: 15 * 60 },
  /** one machine that tries many accounts */
  address: { points: 60, duration: 15 * 60 },
  /** one account tried from everywhere: an address is only as true as the proxy that reports it */
  account: { points: 100, duration: 60 * 60 },
} as const

type Attempt = { email: string; address: string }
type Limiters = Record<keyof typeof LIMITS, RateLimiterPostgres>

/** Counts an attempt as failed until it is given back. Says how long to wait when it may not even be made. */
export async function takeAttempt(attempt: Attempt): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
  const { pair, address, account } = limiters()
  const keys = keysOf(attempt)
  try {
    await pair.consume(keys.pair)
    await address.consume(keys.address)
    await account.consume(keys.account)
    return { ok: true }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { ok: false, retryAfterMs: refused.msBeforeNext }
  }
}

/** The attempt succeeded: the account starts anew, and the address is not held to it. */
export async function giveBackAttempt(attempt: Attempt): Promise<void> {
  const { pair, address, account } = limiters()
  const keys = keysOf(attempt)
  await Promise.all([pair.delete(keys.pair), address.reward(keys.address), account.delete(keys.account)])
}

function keysOf({ email, address }: Attempt): Record<keyof typeof LIMITS, string> {
  return { pair: digest(`${email} ${address}`), address: digest(address), account: digest(email) }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function limiters(): Limiters {
  const known = processWide('sign-in-throttle', () => new WeakMap<pg.Pool, Limiters>())
  const connections = pool()
  const found = known.get(connections) ?? createLimiters(connections)
  known.set(connections, found)
  return found
}

function createLimiters(storeClient: pg.Pool): Limiters {
  const create = (name: keyof typeof LIMITS, clearExpiredByTimeout: boolean) =>
    new RateLimiterPostgres({
      ...LIMITS[name],
      storeClient,
      storeType: 'pool',
      tableName: 'SignInThrottle',
      tableCreated: true,
      keyPrefix: name,
      clearExpiredByTimeout,
    })
  // One of them sweeps the table for all.
  return { pair: create('pair', true), address: create('address', false), account: create('account', false) }
}
