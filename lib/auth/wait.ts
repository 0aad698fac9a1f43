const MINUTE_MS = 60_000

/** How long to wait, as it is told: whole minutes, at least one. */
export function inMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS))
}
