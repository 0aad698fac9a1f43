import { startSweeper } from '@/lib/after-sales/sweeper'
import { closeBus } from '@/lib/live/bus'
import { database } from '@/tests/support/access'
import { openCase } from '@/tests/support/cases'
import { median, withDatabase } from './database'

/** How long after its deadline a case is settled on an idle machine: `npx tsx bench/deadline.ts [cases]`. */

const cases = Number(process.argv[2] ?? 50)

await withDatabase(async () => {
  const sweeper = startSweeper()
  const late: number[] = []
  for (let index = 0; index < cases; index++) {
    const { no } = await openCase()
    await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + interval '120 ms' WHERE "no" = $1`, [no])
    await database.query(`SELECT pg_notify('afterdesk', '{"clock": true}')`)
    for (;;) {
      const { rows } = await database.query<{ late: number }>(
        `SELECT extract(epoch FROM "recordedAt" - "effectiveAt") * 1000 AS late FROM "AfterSaleEvent" WHERE "afterSaleNo" = $1 AND "type" = 'ReviewExpired'`,
        [no],
      )
      if (rows[0]) {
        late.push(Number(rows[0].late))
        break
      }
    }
  }
  await sweeper.stop()
  await closeBus()
  console.log(
    `${cases} deadlines: settled ${median(late)} ms after the end (median), ${Math.max(...late)} ms (longest)`,
  )
})
