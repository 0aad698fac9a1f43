import { startSweeper } from '@/lib/after-sales/sweeper'
import { closePool } from '@/lib/db/pool'
import { closeBus } from '@/lib/live/bus'

/** A worker process that does nothing but sweep, and tells what it has cost when it is asked; it ends with its parent. */

const sweeper = startSweeper()
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1000 })
})
process.on('disconnect', async () => {
  await sweeper.stop()
  await closeBus()
  await closePool()
})
