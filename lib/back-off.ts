/** How waits grow from failure to failure. Durations in ms. */
export type BackOff = { firstMs: number; factor: number; longestMs: number }

/** The wait in ms after the `count`-th failure, counted from 1. */
export function waitAfter(count: number, { firstMs, factor, longestMs }: BackOff): number {
  return Math.min(firstMs * factor ** (Math.max(count, 1) - 1), longestMs)
}
