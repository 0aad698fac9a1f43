import { subscribe } from '@/lib/live/bus'
import { logger } from '@/lib/logger'
import { processWide } from '@/lib/process-wide'
import { createAlarm } from './alarm'
import { sweepDue, timeUntilDue } from './sweep'

/** Looks at least this often, should a notification have been lost. */
const LONGEST_SLEEP_MS = 30_000
/** Many notifications of one burst are one reason to look. */
const GATHER_MS = 20
/** What others hold, or what cannot be decided, is looked at ever more seldom. */
const SHORTEST_RETRY_MS = 20
const AFTER_FAILURE_MS = 1000

/** What health tells of the sweeps of this process. */
export const sweeperState = () => processWide('sweeper', (): { lastSweepAt: Date | null } => ({ lastSweepAt: null }))

export type Sweeper = {
  /** Resolves once nothing is being settled: at once, but for a storm. */
  untilCalm(): Promise<void>
  /** What is being settled is brought to the end of its batch. */
  stop(): Promise<void>
}

/**
 * Settles every deadline within moments of its end, and tells beforehand that it comes: sleeps until the next of it,
 * woken when an earlier one may have come.
 */
export function startSweeper(): Sweeper {
  let stopped = false
  let sweeping: Promise<unknown> = Promise.resolve()
  const alarm = createAlarm()
  // what somebody has read, set or may see brings no deadline nearer
  const unsubscribe = subscribe(
    (news) => 'reader' in news || 'settings' in news || 'standing' in news || alarm.within(GATHER_MS),
  )
  const running = (async () => {
    let retry = SHORTEST_RETRY_MS
    while (!stopped) {
      alarm.clear()
      const sweep = sweepOnce(() => !stopped)
      sweeping = sweep
      const { decided, ms } = await sweep
      if (stopped) return
      const held = decided === 0 && ms <= 0
      await alarm.sleep(held ? retry : Math.max(ms, 0))
      retry = held ? Math.min(2 * retry, AFTER_FAILURE_MS) : SHORTEST_RETRY_MS
    }
  })()

  return {
    async untilCalm() {
      await sweeping
    },
    async stop() {
      stopped = true
      unsubscribe()
      alarm.within(0)
      await running
    },
  }
}

/** Sweeps; how many cases it decided, and how long there is nothing to do, in ms: not above 0 when something is due. */
async function sweepOnce(goOn: () => boolean): Promise<{ decided: number; ms: number }> {
  try {
    const decided = await sweepDue(goOn)
    sweeperState().lastSweepAt = new Date()
    if (decided > 0) logger().info({ decided }, 'deadlines settled or told to come soon')
    const next = await timeUntilDue()
    return { decided, ms: Math.min(next ?? LONGEST_SLEEP_MS, LONGEST_SLEEP_MS) }
  } catch (error) {
    logger().error({ err: error }, 'the sweep failed')
    return { decided: 0, ms: AFTER_FAILURE_MS }
  }
}
