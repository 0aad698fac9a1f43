import { setTimeout as wait } from 'node:timers/promises'
import { sweeperState } from '@/lib/after-sales/sweeper'
import { measureLag } from './queries'

/** Who asks for health wants to know now. */
const ANSWER_WITHIN_MS = 2_000

export type Health = {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  /** `lastSweepAt`: this process's; null where the worker is a process of its own. `lagMs`: what the clock is behind. */
  worker: { lastSweepAt: string | null; lagMs: number | null }
}

export async function readHealth(): Promise<Health> {
  const lagMs = await Promise.race([measureLag().catch(() => null), wait(ANSWER_WITHIN_MS, null, { ref: false })])
  const state = lagMs === null ? 'down' : 'ok'
  const lastSweepAt = sweeperState().lastSweepAt?.toISOString() ?? null
  return { status: state, database: state, worker: { lastSweepAt, lagMs } }
}
