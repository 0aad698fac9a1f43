import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { processWide } from '@/lib/process-wide'

/** So many within so long, in seconds. */
export type Limit = { points: number; duration: number }
export type Taken = { ok: true } | { ok: false; retryAfterMs: number }

/** Counts for all processes: one statement each, so that two at once count as two. */
export class Limiter {
  private readonly limiter: RateLimiterPostgres
  constructor(limiter: RateLimiterPostgres) {
    this.limiter = limiter
  }

  /** Says how long to wait when there is no more. */
  async take(key: string): Promise<Taken> {
    try {
      await this.limiter.consume(key)
      return { ok: true }
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return { ok: false, retryAfterMs: refused.msBeforeNext }
    }
  }

  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key)
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(key)
  }
}

/** Limits of this process's database, by their names, which are also the beginnings of their keys. */
export function limitersOf<Name extends string>(limits: Record<Name, Limit>): (name: Name) => Limiter {
  return (name) => {
    const known = processWide('sign-in-limiters', () => new WeakMap<pg.Pool, Map<string, Limiter>>())
    const connections = pool()
    const limiters = known.get(connections) ?? new Map<string, Limiter>()
    known.set(connections, limiters)
    const found = limiters.get(name) ?? create(connections, name, limits[name], limiters.size === 0)
    limiters.set(name, found)
    return found
  }
}

/** `sweeps`: one of a process sweeps the table for all. */
function create(storeClient: pg.Pool, keyPrefix: string, limit: Limit, sweeps: boolean): Limiter {
  return new Limiter(
    new RateLimiterPostgres({
      ...limit,
      storeClient,
      storeType: 'pool',
      tableName: 'SignInThrottle',
      tableCreated: true,
      keyPrefix,
      clearExpiredByTimeout: sweeps,
    }),
  )
}
