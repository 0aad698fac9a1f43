import { sweepDue } from '@/lib/after-sales/sweep'
import { closePool } from '@/lib/db/pool'

/** A worker process for tests: sweeps until nothing is due, prints how many it settled, and ends. */
process.send?.('ready')
process.once('message', async () => {
  const settled = await sweepDue()
  await closePool()
  process.send?.({ settled })
  process.disconnect()
})
