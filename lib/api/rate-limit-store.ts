import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'

/** A count begins with the first request after the last one ended, and ends after so long. */
export const WINDOW_S = 60

/** What a key has left. `allowed` is false for a request that was one too many. `resetMs`: until the count ends. */
export type Count = { allowed: boolean; remaining: number; resetMs: number }

type Limiters = { shared: RateLimiterPostgres; alone: RateLimiterMemory }

/** Counts a request of the key against `limit` a window, together with every other process on this database. */
export async function countRequest(keyId: string, limit: number): Promise<Count> {
  const { shared, alone } = limitersOf(limit)
  try {
    return toCount(true, await shared.consume(keyId))
  } catch (error) {
    if (error instanceof RateLimiterRes) return toCount(false, error)
    return countAlone(alone, keyId, error)
  }
}

/** Who cannot be counted by all is counted by this process: an ailing count stops nobody who works. */
async function countAlone(alone: RateLimiterMemory, keyId: string, error: unknown): Promise<Count> {
  try {
    const count = await alone.consume(keyId)
    if (count.isFirstInDuration) logger().warn({ err: error }, 'requests are counted by this process alone')
    return toCount(true, count)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return toCount(false, refused)
  }
}

function toCount(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Count {
  return { allowed, remaining: allowed ? remainingPoints : 0, resetMs: msBeforeNext }
}

/** Of a pool and a limit, as the environment has them now. */
function limitersOf(limit: number): Limiters {
  const known = processWide('api-rate-limits', () => new WeakMap<pg.Pool, Map<number, Limiters>>())
  const connections = pool()
  const ofPool = known.get(connections) ?? new Map<number, Limiters>()
  const found = ofPool.get(limit) ?? createLimiters(connections, limit, ofPool.size === 0)
  known.set(connections, ofPool.set(limit, found))
  return found
}

/** `sweeps`: one of a process clears the table for all. */
export function createLimiters(storeClient: pg.Pool, points: number, sweeps: boolean): Limiters {
  const window = { points, duration: WINDOW_S, keyPrefix: 'key' }
  return {
    shared: new RateLimiterPostgres({
      ...window,
      storeClient,
      storeType: 'pool',
      tableName: 'ApiRateLimit',
      tableCreated: true,
      clearExpiredByTimeout: sweeps,
      // a key that has used up its window is refused without asking the database, until the window ends
      inMemoryBlockOnConsumed: points,
    }),
    alone: new RateLimiterMemory(window),
  }
}
