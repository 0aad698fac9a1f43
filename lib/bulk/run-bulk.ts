import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { actOnItem } from './act-on-item'
import { type RunKey, scheduleRun } from './jobs-store'
import { dismissRun, finishRun } from './state-store'
import { type Item, lockNextItem, readMandate, recordDefect, recordOutcome } from './turn-store'

/** A worker is at one run for so many cases, then it is the turn of what else waits. Ends within a shutdown's time. */
const CASES_AT_ONCE = 20
/** After a worker that never returned. */
const TAKEN_UP_AFTER_MS = 30_000
/** How often a case may meet a defect of ours. */
const DEFECTS = 3

/**
 * The job of a run: some of its cases, one by one, each in a transaction of its own. Safe to run at any time, any number
 * of times, by any number of workers: a case is done together with its result, or not at all.
 */
export async function runBulk(run: RunKey): Promise<void> {
  await scheduleRun(run, TAKEN_UP_AFTER_MS)
  for (let taken = 0; taken < CASES_AT_ONCE; taken++) {
    const turn = await takeTurn(run)
    if (turn === 'TAKEN') continue
    return turn === 'DISMISSED' ? dismissRun(run) : finishRun(run)
  }
  await scheduleRun(run, 0)
}

/** NONE: there is nothing to do here, or nothing that another worker has not in hand. */
async function takeTurn(run: RunKey): Promise<'TAKEN' | 'NONE' | 'DISMISSED'> {
  const met: { item: Item | null } = { item: null }
  try {
    return await inTransaction(ofShop(run.shopId), async (tx) => {
      const mandate = await readMandate(tx, run)
      if (mandate === 'DISMISSED') return mandate
      const item = mandate && (await lockNextItem(tx, run))
      if (!mandate || !item) return 'NONE'
      met.item = item
      await recordOutcome(tx, run, item, await actOnItem(tx, mandate, item))
      return 'TAKEN'
    })
  } catch (error) {
    const { item } = met
    if (!item) throw error
    logger().error({ err: error, ...run, no: item.no }, 'a case of an act on many met a defect')
    await recordDefect(run, item, DEFECTS)
    return 'TAKEN'
  }
}
