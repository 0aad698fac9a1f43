import { subscribe } from '@/lib/live/bus'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { sweepDue, timeUntilDue } from './sweep'

/** Looks at least this often, should a notification have been lost. */
const LONGEST_SLEEP_MS = 30_000
/** Never turns faster than this, should others hold what is due. */
const SHORTEST_SLEEP_MS = 20
const AFTER_FAILURE_MS = 1000

/** What health tells of the sweeps of this process. */
export const sweeperState = () => processWide('sweeper', (): { lastSweepAt: Date | null } => ({ lastSweepAt: null }))

export type Sweeper = { stop(): Promise<void> }

/** Settles every deadline within moments of its end: sleeps until the next one, woken when an earlier one may have come. */
export function startSweeper(): Sweeper {
  let stopped = false
  let woken = false
  let wake: (() => void) | undefined
  const rouse = () => {
    woken = true
    wake?.()
  }
  const unsubscribe = subscribe(rouse)
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
    while (!stopped) {
      woken = false
      const ms = await sweepOnce()
      if (stopped) return
      await sleep(ms)
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

/** Sweeps and says how long there is nothing to do, in ms. */
async function sweepOnce(): Promise<number> {
  try {
    const settled = await sweepDue()
    sweeperState().lastSweepAt = new Date()
    if (settled > 0) logger().info({ settled }, 'deadlines settled')
    const next = await timeUntilDue()
    return Math.min(Math.max(next ?? LONGEST_SLEEP_MS, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS)
  } catch (error) {
    logger().error({ err: error }, 'the sweep failed')
    return AFTER_FAILURE_MS
  }
}
