import pg from 'pg'
import { afterAll, afterEach, expect, it } from 'vitest'
import { closeBus, type News, subscribe } from '@/lib/live/bus'
import { database } from '@/tests/support/access'
import { openCase, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Sweeper, startSweeper } from './sweeper'

const { url } = useDatabase()

let sweepers: Sweeper[] = []
afterEach(async () => {
  await Promise.all(sweepers.map((sweeper) => sweeper.stop()))
  sweepers = []
})
afterAll(closeBus)

/** Resolves when the clock has decided the case; the sweeper's own sleep is longer than the test may take. */
function decisionOf(no: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = subscribe(async (_: News) => {
      if ((await stateOf(no)).expired === null) return
      stop()
      resolve()
    })
  })
}

async function bringNear(no: string, ms: number): Promise<void> {
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + $2 * interval '1 ms' WHERE "no" = $1`, [no, ms])
}

it('sleeps until the next deadline and settles it unasked', async () => {
  const { no } = await openCase()
  await bringNear(no, 400)
  const settled = decisionOf(no)
  sweepers = [startSweeper(), startSweeper()]
  await settled
  expect((await stateOf(no)).status).toBe('REFUNDING')
})

it('is woken by a clock that moved while it slept', async () => {
  sweepers = [startSweeper()]
  const { no } = await openCase('RETURN_REFUND')
  const settled = decisionOf(no)
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + 172801000`)
  await database.query(`SELECT pg_notify('afterdesk', '{"clock": true}')`)
  await settled
  expect((await stateOf(no)).status).toBe('AWAITING_RETURN')
})

it('settles at the same moment for everybody, when many fall due together', async () => {
  const cases = await Promise.all(Array.from({ length: 8 }, () => openCase()))
  const settled = Promise.all(cases.map(({ no }) => decisionOf(no)))
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + interval '300 ms' WHERE "no" = ANY ($1)`, [
    cases.map(({ no }) => no),
  ])
  sweepers = [startSweeper(), startSweeper()]
  await settled
  for (const { no } of cases) expect((await stateOf(no)).status).toBe('REFUNDING')
})

it('is calm again when everything is settled', async () => {
  const { no } = await openCase()
  await bringNear(no, -1000)
  const obstacle = new pg.Client({ connectionString: url() })
  await obstacle.connect()
  await obstacle.query('BEGIN; LOCK TABLE "AfterSaleEvent" IN EXCLUSIVE MODE')
  const sweeper = startSweeper()
  sweepers = [sweeper]
  const settledWhenCalm = sweeper.untilCalm().then(() => stateOf(no))
  await waitForLock(obstacle)
  expect((await stateOf(no)).status).toBe('PENDING_REVIEW')
  await obstacle.end()
  expect((await settledWhenCalm).status).toBe('REFUNDING')
})

/** Until somebody waits for what this connection holds. */
async function waitForLock(holder: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await holder.query(
      'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))',
    )
    if (rows.length > 0) return
  }
}
