/** What an endpoint is known to be like. Closed: everything goes. Open: one delivery at a time is tried, from `openUntil` on. */
export type Circuit = {
  /** Attempts that failed since the last success. */
  failures: number
  failingSince: number | null
  openUntil: number | null
  /** How often it opened in a row; 0 exactly while it is closed. */
  pauses: number
}

export const CLOSED: Circuit = { failures: 0, failingSince: null, openUntil: null, pauses: 0 }

type Limits = { failures: number; pauseOf: (count: number) => number }

/**
 * The circuit after a failed attempt. `probe`: it was the one that an open circuit lets through, and the next pause
 * begins; another's failure, begun before it opened, changes no pause.
 */
export function afterFailure(
  circuit: Circuit,
  { probe, now, limits }: { probe: boolean; now: number; limits: Limits },
): Circuit {
  const failing = { failures: circuit.failures + 1, failingSince: circuit.failingSince ?? now }
  const opens = circuit.openUntil === null ? failing.failures >= limits.failures : probe
  if (!opens) return { ...circuit, ...failing }
  const pauses = circuit.pauses + 1
  return { ...failing, pauses, openUntil: now + limits.pauseOf(pauses) }
}
