import type { Level } from '@/components/ui/clock'
import { isTarget } from '@/lib/after-sales/domain/deadline'
import type { Clock } from '@/lib/after-sales/views'

const HOUR = 3_600_000

/** How urgent a running clock is at `now`, and how much of its limit remains, 0 to 100 %. */
export function levelOf(
  { dueAt, limitMs }: Pick<Clock, 'dueAt' | 'limitMs'>,
  now: number,
): { level: Level; left: number } {
  const remaining = dueAt - now
  // R0.2 at the deadline itself there is still time
  if (remaining < 0) return { level: 'passed', left: 0 }
  const left = Math.min(100, (remaining / limitMs) * 100)
  if (remaining < HOUR) return { level: 'h1', left }
  if (remaining < 6 * HOUR) return { level: 'h6', left }
  return { level: left <= 50 ? 'half' : 'calm', left }
}

/** R3.4 The same of a mere target: missed, it is as urgent as can be, and stays so. */
export function targetLevelOf(clock: Pick<Clock, 'dueAt' | 'limitMs'>, now: number): { level: Level; left: number } {
  return now > clock.dueAt ? { level: 'h1', left: 100 } : levelOf(clock, now)
}

/** When a clock decides something by itself; undefined where none runs, and for a mere target (R3.4). */
export function decidesAt(clock: Pick<Clock, 'kind' | 'dueAt'> | null): number | undefined {
  return clock && !isTarget(clock.kind) ? clock.dueAt : undefined
}
