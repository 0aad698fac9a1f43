import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { finishAttempts } from './deliver-lane'
import type { Attempt } from './lane-store'

/**
 * Deliveries under way in this process. A job only takes a lane and hands it over here: receivers that answer slowly hold
 * neither a place in the job runner nor a connection to the database. Who dies with a lane in hand leaves a lease that ends.
 */

/** As many sockets as a process keeps open for it. */
export const CAPACITY = 256

const courier = () =>
  processWide('webhook-courier', (): { inHand: Set<Promise<void>>; stopping: AbortController } => ({
    inHand: new Set(),
    stopping: new AbortController(),
  }))

export function hasRoom(): boolean {
  const { inHand, stopping } = courier()
  return inHand.size < CAPACITY && !stopping.signal.aborted
}

/** Sees the attempt through, and what follows it in its place. A defect, or a database out of reach, is logged; once the lease has ended the lane is taken up again. */
export function carry(attempt: Attempt): void {
  const { inHand, stopping } = courier()
  const carried: Promise<void> = finishAttempts(attempt, { signal: stopping.signal })
    .catch((error: unknown) => logger().error({ err: error, ...attempt.lane }, 'a webhook delivery failed in itself'))
    .finally(() => inHand.delete(carried))
  inHand.add(carried)
}

/** Once nothing is in hand. */
export async function settled(): Promise<void> {
  const { inHand } = courier()
  while (inHand.size > 0) await Promise.all(inHand)
}

/** Lets go of everything in hand, for another process to send again. */
export async function stopCourier(): Promise<void> {
  const state = courier()
  state.stopping.abort()
  await settled()
  // whoever starts a worker in this process again, delivers again
  state.stopping = new AbortController()
}
