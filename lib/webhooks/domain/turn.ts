import type { Circuit } from './circuit'

/** What an endpoint's lane begins with. Instants in epoch ms of the real time. */
export type Head = {
  nextAttemptAt: number
  giveUpAt: number
  /** Until when somebody has this lane to himself; null when nobody does. */
  leasedUntil: number | null
}

/**
 * SEND: now; `probe` as the one delivery that an open circuit lets through. LATER: come back then. WAIT: until the
 * endpoint has a place or its circuit closes. GIVE_UP: it waited for an open circuit until its time was over.
 */
export type Turn =
  | { kind: 'SEND'; probe: boolean }
  | { kind: 'LATER'; at: number }
  | { kind: 'WAIT' }
  | { kind: 'GIVE_UP' }

/** `inFlight`: what the endpoint is being sent at this moment; `limit`: how much that may be. */
export function takeTurn(
  head: Head,
  circuit: Pick<Circuit, 'openUntil'>,
  { now, inFlight, limit }: { now: number; inFlight: number; limit: number },
): Turn {
  if (head.leasedUntil !== null && head.leasedUntil > now) return { kind: 'LATER', at: head.leasedUntil }
  if (circuit.openUntil !== null) {
    // the probe asks whether the endpoint is back, and does not wait for the delivery's own time
    if (now >= circuit.openUntil && inFlight === 0) return { kind: 'SEND', probe: true }
    return now >= head.giveUpAt ? { kind: 'GIVE_UP' } : { kind: 'WAIT' }
  }
  if (head.nextAttemptAt > now) return { kind: 'LATER', at: head.nextAttemptAt }
  return inFlight < limit ? { kind: 'SEND', probe: false } : { kind: 'WAIT' }
}
