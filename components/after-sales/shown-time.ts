const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
const SHANGHAI = 8 * 60 * MINUTE

/** The time that a countdown to `dueAt` shows at `now`: it turns by the second, from 24 h on by the minute. */
export function shownTime(dueAt: number, now: number): number {
  const left = dueAt - now
  if (left < 0) return dueAt + 1
  const step = left >= DAY ? MINUTE : SECOND
  return dueAt - Math.floor(left / step) * step
}

/** When the day of `now` began in Shanghai: enough to tell today from tomorrow. */
export function startOfDay(now: number): number {
  return Math.floor((now + SHANGHAI) / DAY) * DAY - SHANGHAI
}
