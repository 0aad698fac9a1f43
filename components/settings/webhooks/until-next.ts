import type { EndpointPage } from './fetch'

const SECOND = 1000
/** Without news this often. */
const LONGEST_MS = 30 * SECOND
/** An attempt is under way or about to be. */
const SHORTEST_MS = 2 * SECOND
/** Not done by now, it waits for something else than its turn. */
const STUCK_MS = 30 * SECOND

/** After how many ms it is worth asking again what became of the deliveries. */
export function untilNext(pages: readonly EndpointPage[]): number {
  const [newest] = pages
  if (!newest) return LONGEST_MS
  const { now, endpoint } = newest
  const { health } = endpoint
  const due =
    health.state === 'OPEN'
      ? [health.until]
      : pages.flatMap(({ rows }) => rows.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []))
  const soonest = Math.min(LONGEST_MS, ...due.map((at) => waitFor(at - now)))
  // every page is fetched anew
  return soonest * pages.length
}

function waitFor(left: number): number {
  if (left > 0) return Math.max(left + SECOND, SHORTEST_MS)
  return left > -STUCK_MS ? SHORTEST_MS : LONGEST_MS
}
