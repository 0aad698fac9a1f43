const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How many days a time is, in full ones. */
export function daysIn(ms: number): number {
  return Math.round(ms / DAY_MS)
}

/** As a limit is told: `6`, `1.5`. */
export function hoursIn(ms: number): number {
  return ms / HOUR_MS
}

/** With one decimal: `18.7`. */
export function tellHours(ms: number): string {
  return (ms / HOUR_MS).toFixed(1)
}

/** In hours and minutes as they were full: `0:52`. */
export function tellSpan(ms: number): string {
  return `${Math.floor(ms / HOUR_MS)}:${String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, '0')}`
}

/** The part in per cent with one decimal: `32.5`. */
export function tellShare(part: number, whole: number): string {
  return whole === 0 ? '0' : ((part / whole) * 100).toFixed(1)
}
