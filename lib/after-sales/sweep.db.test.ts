import pg from 'pg'
import { expect, it } from 'vitest'
import { recordStatements } from '@/bench/plans'
import { database } from '@/tests/support/access'
import { createOrder, makeOverdue, openCase, shopScope, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createMany, sweepWithVictim } from '@/tests/support/many-cases'
import { loadCasePage } from './api-queries'
import { replay } from './domain/evolve'
import { loadQueue } from './queries'
import { BATCH, settleOverdue, sweepDue } from './sweep'

const { url } = useDatabase()

const CASES = 10_000

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
  await createMany(CASES - 1, -60_000)
  await sweepWithVictim(async () => {
    const { rows } = await database.query<{ n: number }>(`SELECT count(*) AS n FROM "Refund"`)
    return (rows[0]?.n ?? 0) > 0
  }, url())
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

it('a list waits for no storm: it settles some, leaves out the rest, and has all of them in the end', async () => {
  await createMany(3 * BATCH, -60_000)
  const shopId = await findStormyShop()
  const scope = shopScope(shopId)
  const first = await loadQueue(scope, { tab: 'MERCHANT' })
  expect(first.rows).toEqual([])
  expect(await countOverdue(shopId)).toBe(BATCH + 1)
  expect(
    await loadCasePage(scope, { filters: { status: 'PENDING_REVIEW' }, order: 'dueAt', limit: 50, after: null }),
  ).toEqual([])
  expect(await countOverdue(shopId)).toBe(0)
  expect((await loadQueue(scope, { tab: 'GATEWAY' })).rows).toHaveLength(50)
})

async function findStormyShop(): Promise<string> {
  const { rows } = await database.query<{ shopId: string }>(
    `SELECT "shopId" FROM "AfterSale" WHERE "dueAt" < app_now() GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )
  return rows[0]?.shopId ?? ''
}

it('a list takes no part in a storm that somebody is at, and none the less shows nothing that is over', async () => {
  await createMany(BATCH, -60_000)
  const shopId = await findStormyShop()
  const sweep = new pg.Client({ connectionString: url() })
  await sweep.connect()
  await sweep.query(`BEGIN; SELECT FROM "AfterSale" WHERE "dueAt" < app_now() FOR UPDATE`)
  expect((await loadQueue(shopScope(shopId), { tab: 'MERCHANT' })).rows).toEqual([])
  await sweep.end()
  expect(await countOverdue(shopId)).toBeGreaterThanOrEqual(BATCH)
  await loadQueue(shopScope(shopId), { tab: 'MERCHANT' })
  expect(await countOverdue(shopId)).toBe(0)
})

async function countOverdue(shopId: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `SELECT count(*) AS n FROM "AfterSale" WHERE "shopId" = $1 AND "dueAt" < app_now()`,
    [shopId],
  )
  return rows[0]?.n ?? 0
}

it('ends between two batches when it is told to, and goes on from there', async () => {
  await createMany(2 * BATCH, -60_000)
  const answers = [true, false]
  expect(await sweepDue(() => answers.shift() ?? false)).toBe(BATCH)
  expect(await sweepDue()).toBeGreaterThanOrEqual(BATCH)
})

it('replays the log of a swept case to its row', async () => {
  const { orderNo } = await createOrder()
  const { apply, eventsOf, mustSucceed } = await import('@/tests/support/cases')
  const { no } = mustSucceed(await apply(orderNo))
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + 200000000`)
  await sweepDue()
  expect(replay(await eventsOf(no))).toEqual(await stateOf(no))
})

it('costs one look where it is time for nothing, and leaves the others alone where it is time for one thing', async () => {
  await sweepDue()
  expect(await recordStatements(sweepDue)).toHaveLength(1)
  const { no } = await openCase('RETURN_REFUND')
  await makeOverdue([no])
  await database.query(`UPDATE "AfterSale" SET "soonMs" = NULL WHERE "no" = $1`, [no])
  const picks = (await recordStatements(sweepDue)).filter(({ sql }) => sql.includes('SKIP LOCKED'))
  expect(picks.map(({ sql }) => /"(dueAt|evidenceDueAt|soonAt|evidenceSoonAt)" <=? /.exec(sql)?.[1])).toEqual(['dueAt'])
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
