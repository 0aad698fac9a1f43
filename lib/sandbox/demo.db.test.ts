import { expect, it } from 'vitest'
import { STATUSES } from '@/lib/after-sales/domain/after-sale'
import { replay } from '@/lib/after-sales/domain/evolve'
import { loadQueue } from '@/lib/after-sales/queries'
import { mintShopId } from '@/lib/auth/mint'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'
import { loadInstantRefund } from '@/lib/instant-refund/queries'
import { CASE_FLAGS } from '@/lib/marks/domain/mark'
import { loadEntries } from '@/lib/marks/queries'
import { countServices, loadServices } from '@/lib/services/queries'
import { database } from '@/tests/support/access'
import { eventsOf, HOUR, shopScope, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { useFiles } from '@/tests/support/files'
import { isPastBroken, seedDemo } from './demo'
import { NANZHI, XIAOYUAN } from './demo/catalogue'
import { COLLEAGUE } from './demo/people-store'

useDatabase()
const files = useFiles()

it('makes a past with every status, disputes in every lane, each case the sum of its events, and the clock at the present', async () => {
  await seedDemo()
  const { rows: statuses } = await database.query<{ status: string; n: number }>(
    `SELECT "status", count(*) AS n FROM "AfterSale" GROUP BY 1`,
  )
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set(STATUSES))
  expect(await countDisputes({ kind: 'PLATFORM' })).toEqual({ TO_RULE: 4, EVIDENCE: 5, MORE_EVIDENCE: 1, OVER: 5 })
  const { rows: endings } = await database.query<{ ending: string }>(
    `SELECT DISTINCT coalesce("dispute" -> 'ruling' ->> 'outcome', "dispute" ->> 'stage') AS "ending" FROM "AfterSale"
     WHERE "disputeLane" = 'OVER' ORDER BY 1`,
  )
  expect(endings.map(({ ending }) => ending)).toEqual([
    'CONCEDED',
    'DISMISS',
    'REFUND',
    'RETURN_THEN_REFUND',
    'WITHDRAWN',
  ])
  const taken = (await loadDisputes({ kind: 'PLATFORM' }, 'TO_RULE')).rows.filter(({ claim }) => claim)
  expect(taken.map(({ claim }) => claim?.userId)).toEqual([COLLEAGUE.id])
  const total = statuses.reduce((sum, { n }) => sum + n, 0)
  expect(total).toBeGreaterThanOrEqual(85)
  const { rows: counts } = await database.query(
    `SELECT (SELECT count(*) FROM "Shop") AS shops, (SELECT count(*) FROM "Order") > 280 AS "manyOrders",
      (SELECT count(*) FROM "AfterSale" WHERE "dueAt" < app_now() AND "dueKind" <> 'SERVICE_ANSWER') AS overdue,
      (SELECT count(*) FROM "Refund" WHERE "status" = 'STUCK') AS stuck,
      (SELECT "offsetMs" FROM "SandboxClock") AS "offsetMs",
      (SELECT sum("balanceFen") FROM "LedgerAccount")::int AS balance`,
  )
  expect(counts).toEqual([{ shops: 3, manyOrders: true, overdue: 0, stuck: 2, offsetMs: 0, balance: 0 }])
  await expectPhotos()
  await expectServices()
  const { rows: cases } = await database.query<{ no: string }>(`SELECT "no" FROM "AfterSale"`)
  for (const { no } of cases) expect(replay(await eventsOf(no))).toEqual(await stateOf(no))
}, 120_000)

it('R5 shows what one shop would have been spared, another that has it on, and a shipment that met an application', async () => {
  const { replay, ...off } = await loadInstantRefund(mintShopId(NANZHI.id))
  const by = { role: 'MANAGER', name: '周宁' }
  const history = [
    { enabled: false, by },
    { enabled: true, by },
  ]
  expect(off).toMatchObject({ since: null, done: null, history })
  expect(replay.fitting).toBeGreaterThanOrEqual(20)
  expect(replay.judged).toBeGreaterThan(replay.fitting)
  expect(replay.fates).toMatchObject({ REJECTED: { cases: 1 }, WITHDRAWN: { cases: 1 }, TIMED_OUT: { cases: 2 } })
  expect(replay.cases[0]).toMatchObject({ fate: 'REJECTED' })
  const on = await loadInstantRefund(mintShopId(XIAOYUAN.id))
  expect(on).toMatchObject({ since: expect.any(Number), by, replay: { instantly: on.done?.cases } })
  expect(on.done?.cases).toBeGreaterThanOrEqual(5)
  expect(on.done?.declined).toBeGreaterThanOrEqual(2)
  const { rows } = await loadQueue(shopScope(NANZHI.id), { tab: 'MERCHANT' })
  expect(rows.filter(({ shippedSince }) => shippedSince)).toHaveLength(1)
})

it('shows every flag, cases of both colleagues, and notes as old as their stories', async () => {
  const { rows, now } = await loadQueue(shopScope(NANZHI.id), { tab: 'MERCHANT' })
  expect(new Set(rows.flatMap(({ flag }) => flag ?? []))).toEqual(new Set(CASE_FLAGS))
  const names = new Set(rows.flatMap(({ assignee }) => assignee?.name ?? []))
  expect(names).toEqual(new Set(['林晓', '周宁']))
  expect(rows.some(({ assignee }) => assignee === null)).toBe(true)
  const noted = rows.find(({ flag }) => flag === 'RISK')
  const entries = await loadEntries(mintShopId(NANZHI.id), noted?.no ?? '')
  expect(entries.map(({ kind, by }) => `${by.name} ${kind}`)).toEqual([
    '林晓 ASSIGNED',
    '林晓 NOTED',
    '周宁 NOTED',
    '周宁 FLAGGED',
  ])
  expect(Math.round((now - (entries[0]?.at ?? 0)) / HOUR)).toBe(26)
})

it('leaves a database that has shops as it is', async () => {
  const before = await database.query(`SELECT count(*) FROM "AfterSaleEvent"`)
  await seedDemo()
  expect((await database.query(`SELECT count(*) FROM "AfterSaleEvent"`)).rows).toEqual(before.rows)
})

it('tells a past whose making was broken off', async () => {
  expect(await isPastBroken()).toBe(false)
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = -1`)
  expect(await isPastBroken()).toBe(true)
})

/** A service at every step on the first shop's board, an answer overdue by three hours, and a proposal to be answered. */
async function expectServices(): Promise<void> {
  const scope = shopScope(NANZHI.id)
  expect(await countServices(scope)).toEqual({ TODO: 3, ACTIVE: 2, CONFIRM: 2, DISPUTED: 1 })
  const { rows, now } = await loadServices(scope, 'TODO', {})
  expect(rows.map(({ type }) => type)).toEqual(['COMPLAINT', 'INSTALLATION', 'EXCHANGE'])
  const late = now - (rows[0]?.clock?.dueAt ?? now)
  expect(Math.round(late / HOUR)).toBe(3)
  expect((await loadServices(scope, 'DONE', {})).rows.map(({ byItself }) => byItself).sort()).toEqual([false, true])
  const { rows: returns } = await database.query(
    `SELECT "status", "closeReason", "service" ->> 'kind' AS "proposed" FROM "AfterSale"
     WHERE "shopId" = $1 AND "serviceStep" IS NULL AND ("service" IS NOT NULL OR "closeReason" LIKE 'OFFLINE%') ORDER BY 1`,
    [NANZHI.id],
  )
  expect(returns).toEqual([
    { status: 'CLOSED', closeReason: 'OFFLINE_EXCHANGE', proposed: null },
    { status: 'PENDING_REVIEW', closeReason: null, proposed: 'EXCHANGE' },
  ])
}

/** Buyers' and merchants' with whatever takes them; every one of them with its thumbnail. */
async function expectPhotos(): Promise<void> {
  const { rows } = await database.query<{ type: string; side: string; n: number }>(
    `SELECT DISTINCT e."type", a."side" FROM "Attachment" a JOIN "AfterSaleAttachment" l ON l."attachmentId" = a."id"
     JOIN "AfterSaleEvent" e ON e."shopId" = l."shopId" AND e."afterSaleNo" = l."afterSaleNo" AND e."seq" = l."seq" ORDER BY 1, 2`,
  )
  expect(rows).toEqual([
    { type: 'Applied', side: 'BUYER' },
    { type: 'DisputeOpened', side: 'BUYER' },
    { type: 'EvidenceSubmitted', side: 'BUYER' },
    { type: 'EvidenceSubmitted', side: 'MERCHANT' },
    { type: 'MessageSent', side: 'BUYER' },
    { type: 'MessageSent', side: 'MERCHANT' },
    { type: 'ReceiptConfirmed', side: 'MERCHANT' },
  ])
  const { rows: all } = await database.query(
    `SELECT 1 FROM "Attachment" WHERE "state" = 'READY' AND "afterSaleNo" IS NOT NULL`,
  )
  expect(await files.stored()).toHaveLength(2 * all.length)
}
