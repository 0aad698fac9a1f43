import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { settleAll } from '@/lib/sandbox/clock'
import { database } from '@/tests/support/access'
import { openCase } from './cases'

/**
 * Many cases at once that are due in so many ms: one real case and `count` copies of it, its order and its first event,
 * under numbers of their own.
 */
export async function createMany(count: number, dueInMs: number): Promise<void> {
  const { no, orderNo, shopId } = await openCase()
  await database.query(`UPDATE "AfterSale" SET "dueAt" = app_now() + $2 * interval '1 ms' WHERE "no" = $1`, [
    no,
    dueInMs,
  ])
  const copy = (table: string, match: string, change: string) =>
    database.query(
      `INSERT INTO "${table}" SELECT r.* FROM "${table}" t, generate_series(1, $2) AS n,
         jsonb_populate_record(NULL::"${table}", to_jsonb(t) || ${change}) AS r WHERE t.${match}`,
      [table === 'Order' || table === 'OrderLine' ? orderNo : no, count],
    )
  await copy('Order', `"no" = $1`, `jsonb_build_object('no', "no" || '-' || n)`)
  await copy('OrderLine', `"orderNo" = $1`, `jsonb_build_object('orderNo', "orderNo" || '-' || n)`)
  const columns = `"shopId","no","orderNo","buyerId","buyerName","type","status","waitingOn","version","seq","attempt","policyVersion","reason","amountFen","currency","dueKind","dueAt","soonMs","openedAt","updatedAt"`
  await database.query(
    `INSERT INTO "AfterSale" (${columns}) SELECT ${columns} FROM (
       SELECT r.* FROM "AfterSale" t, generate_series(1, $2) AS n, jsonb_populate_record(NULL::"AfterSale",
         to_jsonb(t) || jsonb_build_object('no', "no" || '-' || n, 'orderNo', "orderNo" || '-' || n)) AS r WHERE t."no" = $1) q`,
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

/**
 * Three workers sweep the database at `url`; one is killed with -9 once `underWay`, whatever it holds at that moment.
 * Returns when nothing is left to do.
 */
export async function sweepWithVictim(underWay: () => Promise<boolean>, url: string): Promise<void> {
  const workers = [startSweeping(url), startSweeping(url), startSweeping(url)]
  const [victim, ...others] = workers
  await Promise.all(workers.map((worker) => once(worker, 'message')))
  const done = others.map((worker) => once(worker, 'message'))
  for (const worker of workers) worker.send('go')
  while (!(await underWay()));
  victim?.kill('SIGKILL')
  await Promise.all(done)
  // nobody need have come back yet for what the victim held, and its backend may still be about to let go of it
  await settleAll()
}

function startSweeping(url: string): ChildProcess {
  return fork(join(import.meta.dirname, 'sweep-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
  })
}
