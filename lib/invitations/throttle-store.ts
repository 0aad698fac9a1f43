import { createHash } from 'node:crypto'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { processWide } from '@/lib/process-wide'

/** Links that lead nowhere, from one address, before the next one is not even looked up. */
export const LINK_LIMIT = { points: 30, duration: 15 * 60 } as const

/** Counts a link as wrong until it is given back. Says how long to wait when it may not even be tried. */
export async function takeLinkAttempt(address: string): Promise<{ ok: true } | { ok: false; retryAfterMs: number }> {
  try {
    await limiter().consume(digest(address))
    return { ok: true }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { ok: false, retryAfterMs: refused.msBeforeNext }
  }
}

/** The link was a real one: its address is not held to it. */
export async function giveBackLinkAttempt(address: string): Promise<void> {
  await limiter().reward(digest(address))
}

function digest(address: string): string {
  return createHash('sha256').update(address).digest('base64url')
}

/** Counted beside failed sign-ins, whose limiter sweeps the table for all. */
function limiter(): RateLimiterPostgres {
  const known = processWide('link-throttle', () => new WeakMap<pg.Pool, RateLimiterPostgres>())
  const storeClient = pool()
  const found =
    known.get(storeClient) ??
    new RateLimiterPostgres({
      ...LINK_LIMIT,
      storeClient,
      storeType: 'pool',
      tableName: 'SignInThrottle',
      tableCreated: true,
      keyPrefix: 'link',
      clearExpiredByTimeout: false,
    })
  known.set(storeClient, found)
  return found
}
