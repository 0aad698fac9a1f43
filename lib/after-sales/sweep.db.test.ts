import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { database } from '@/lib/db/pool'
import { createOrder, makeOverdue, openCase, shopScope, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { replay } from './domain/evolve'
import { settleOverdue, sweepDue } from './sweep'

const { url } = useDatabase()

const CASES = 10_000

/** Many due cases at once: copies of one real case, its order and its first event, under numbers of their own. */
async function createDue(count: number): Promise<void> {
  const { no, orderNo, shopId } = await openCase()
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() - interval '1 minute' WHERE "no" = $1`, [no])
  const copy = (table: string, match: string, change: string) =>
    database.query(
      `INSERT INTO "${table}" (${'' /* every column but the generated ones */}
         SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(t) || ${change})).* FROM "${table}" t, generate_series(1, $2) AS n WHERE ${match})`,
      [table === 'Order' || table === 'OrderLine' ? orderNo : no, count],
    )
  await copy('Order', `"no" = $1`, `jsonb_build_object('no', "no" || '-' || n)`)
  await copy('OrderLine', `"orderNo" = $1`, `jsonb_build_object('orderNo', "orderNo" || '-' || n)`)
  const columns = `"shopId","no","orderNo","buyerId","buyerName","type","status","waitingOn","version","seq","attempt","policyVersion","reason","amountFen","currency","dueKind","dueAt","openedAt","updatedAt"`
  await database.query(
    `INSERT INTO "AfterSale" (${columns}) SELECT ${columns} FROM (
       SELECT (jsonb_populate_record(NULL::"AfterSale", to_jsonb(t) || jsonb_build_object('no', "no" || '-' || n, 'orderNo', "orderNo" || '-' || n))).*
       FROM "AfterSale" t, generate_series(1, $2) AS n WHERE "no" = $1) q`,
    [no, count],
  )
  await copy(
    'AfterSaleLine',
    `"afterSaleNo" = $1`,
    `jsonb_build_object('afterSaleNo', "afterSaleNo" || '-' || n, 'orderNo', "orderNo" || '-' || n)`,
  )
  await copy(
    'AfterSaleEvent',
    `"afterSaleNo" = $1`,
    `jsonb_build_object('afterSaleNo', "afterSaleNo" || '-' || n, 'data', "data" || jsonb_build_object('no', "afterSaleNo" || '-' || n, 'orderNo', "data"->>'orderNo' || '-' || n))`,
  )
  await database.query('DELETE FROM "AfterSaleLine" WHERE "afterSaleNo" = $1', [no])
  await database.query(
    `INSERT INTO "AfterSaleLine" SELECT "shopId", $1, "orderNo", "lineNo", 1, 12800, TRUE FROM "OrderLine" WHERE "shopId" = $2 AND "orderNo" = $3`,
    [no, shopId, orderNo],
  )
}

function startSweeping(): ChildProcess {
  return fork(join(import.meta.dirname, '../../tests/support/sweep-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url(), LOG_LEVEL: 'silent' },
  })
}

async function expectEachDecidedOnce(count: number): Promise<void> {
  const { rows } = await database.query(
    `SELECT (SELECT count(*) FROM "AfterSale" WHERE "status" = 'REFUNDING') AS decided,
       (SELECT count(*) FROM "AfterSale" WHERE "dueAt" IS NOT NULL) AS due,
       (SELECT count(*) FROM "AfterSaleEvent" WHERE "type" = 'ReviewExpired') AS expired,
       (SELECT count(DISTINCT "afterSaleNo") FROM "AfterSaleEvent" WHERE "type" = 'ReviewExpired') AS "expiredCases",
       (SELECT count(*) FROM "AfterSaleEvent" WHERE "type" = 'RefundOrdered') AS ordered,
       (SELECT count(*) FROM "Refund") AS refunds,
       (SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'refund') AS jobs,
       (SELECT count(*) FROM "OrderLine" WHERE "refundedFen" = 12800) AS lines`,
  )
  expect(rows[0]).toEqual({
    decided: count,
    due: 0,
    expired: count,
    expiredCases: count,
    ordered: count,
    refunds: count,
    jobs: count,
    lines: count,
  })
}

it('two workers over 10,000 due cases, and one more killed with -9 in the middle: each is decided once', async () => {
  await createDue(CASES - 1)
  const workers = [startSweeping(), startSweeping(), startSweeping()]
  const [victim, ...others] = workers
  await Promise.all(workers.map((worker) => once(worker, 'message')))
  const done = others.map((worker) => once(worker, 'message'))
  for (const worker of workers) worker.send('go')
  // killed once the sweep is under way, whatever it holds at that moment
  for (;;) {
    const { rows } = await database.query<{ n: number }>(`SELECT count(*) AS n FROM "Refund"`)
    if ((rows[0]?.n ?? 0) > 0) break
  }
  victim?.kill('SIGKILL')
  await Promise.all(done)
  // what the victim held is free again, and nobody need have come back for it yet
  await sweepDue()
  await expectEachDecidedOnce(CASES)
  const { rows } = await database.query<{ no: string }>(`SELECT "no" FROM "AfterSale" ORDER BY random() LIMIT 5`)
  for (const { no } of rows) expect((await stateOf(no)).status).toBe('REFUNDING')
}, 120_000)

it('a read settles the overdue of its own scope, and nobody else’s', async () => {
  const mine = await openCase('RETURN_REFUND')
  const others = await openCase('RETURN_REFUND')
  await makeOverdue([mine.no, others.no])
  await settleOverdue(shopScope(mine.shopId))
  expect((await stateOf(mine.no)).status).toBe('AWAITING_RETURN')
  expect((await stateOf(others.no)).status).toBe('PENDING_REVIEW')
})

it('replays the log of a swept case to its row', async () => {
  const { orderNo } = await createOrder()
  const { apply, eventsOf, mustSucceed } = await import('@/tests/support/cases')
  const { no } = mustSucceed(await apply(orderNo))
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + 200000000`)
  await sweepDue()
  expect(replay(await eventsOf(no))).toEqual(await stateOf(no))
})

it('a case that cannot be settled keeps no other one from it, and no list from being read', async () => {
  const [bad, good] = [await openCase(), await openCase()]
  await database.query(`UPDATE "AfterSale" SET "policyVersion" = 'of another build' WHERE "no" = $1`, [bad.no])
  await makeOverdue([bad.no, good.no])
  await settleOverdue(shopScope(bad.shopId))
  await sweepDue()
  expect((await stateOf(good.no)).status).toBe('REFUNDING')
  expect((await stateOf(bad.no)).status).toBe('PENDING_REVIEW')
  await expect(settleOverdue(shopScope(bad.shopId), { no: bad.no })).rejects.toThrow('of another build')
})
