import { subscribe } from '@/lib/live/bus'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { sweepDue, timeUntilDue } from './sweep'

/** Looks at least this often, should a notification have been lost. */
const LONGEST_SLEEP_MS = 30_000
/** Never turns faster than this; what others hold, or what cannot be decided, is looked at ever more seldom. */
const SHORTEST_SLEEP_MS = 20
const AFTER_FAILURE_MS = 1000

/** What health tells of the sweeps of this process. */
export const sweeperState = () => processWide('sweeper', (): { lastSweepAt: Date | null } => ({ lastSweepAt: null }))

export type Sweeper = { stop(): Promise<void> }

/**
 * Settles every deadline within moments of its end, and tells beforehand that it comes: sleeps until the next of it,
 * woken when an earlier one may have come.
 */
export function startSweeper(): Sweeper {
  let stopped = false
  let woken = false
  let wake: (() => void) | undefined
  const rouse = () => {
    woken = true
    wake?.()
  }
  // what somebody has read or set brings no deadline nearer
  const unsubscribe = subscribe((news) => 'reader' in news || 'settings' in news || rouse())
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (stopped || woken) wake()
    })

  const running = (async () => {
    let pause = SHORTEST_SLEEP_MS
    while (!stopped) {
      woken = false
      const { decided, ms } = await sweepOnce()
      if (stopped) return
      pause = decided === 0 && ms <= 0 ? Math.min(2 * pause, AFTER_FAILURE_MS) : SHORTEST_SLEEP_MS
      await sleep(Math.max(ms, pause))
      // many notifications of one burst are one reason to look
      if (woken && !stopped) await new Promise((resolve) => setTimeout(resolve, SHORTEST_SLEEP_MS))
    }
  })()

  return {
    async stop() {
      stopped = true
      unsubscribe()
      wake?.()
      await running
    },
  }
}

/** Sweeps; how many cases it decided, and how long there is nothing to do, in ms: not above 0 when something is due. */
async function sweepOnce(): Promise<{ decided: number; ms: number }> {
  try {
    const decided = await sweepDue()
    sweeperState().lastSweepAt = new Date()
    if (decided > 0) logger().info({ decided }, 'deadlines settled or told to come soon')
    const next = await timeUntilDue()
    return { decided, ms: Math.min(next ?? LONGEST_SLEEP_MS, LONGEST_SLEEP_MS) }
  } catch (error) {
    logger().error({ err: error }, 'the sweep failed')
    return { decided: 0, ms: AFTER_FAILURE_MS }
  }
}
