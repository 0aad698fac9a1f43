import { perFate, type Replayed, type ReplayFate } from './replay'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Asia/Shanghai is UTC+8 all year. */
const OFFSET = 8 * HOUR

/** The past 30 days, to the millisecond: a day is exactly 24 h (R0.2). */
export const REPLAY_MS = 30 * DAY

/** Every day that the time touches, empty ones too, oldest first; thirty days to the millisecond touch 31 of the calendar. */
export function countByDay(
  replayed: readonly Pick<Replayed, 'openedAt' | 'fate'>[],
  { from, until }: { from: number; until: number },
): { startsAt: number; counts: { [F in ReplayFate]: number } }[] {
  const first = startOfDay(from)
  const length = (startOfDay(until) - first) / DAY + 1
  const days = Array.from({ length }, (_, n) => ({ startsAt: first + n * DAY, counts: perFate(() => 0) }))
  for (const { openedAt, fate } of replayed) {
    const day = days[(startOfDay(openedAt) - first) / DAY]
    if (day) day.counts[fate] += 1
  }
  return days
}

function startOfDay(instant: number): number {
  return Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET
}
