import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@/lib/db/embedded'
import { migrate } from '@/lib/db/migrate'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { closeAccess, database } from '@/tests/support/access'

/** Runs `measure` on an empty, migrated database of its own, which is gone afterwards. */
export async function withDatabase(measure: () => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'afterdesk-bench-'))
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false })
  Object.assign(process.env, { DATABASE_URL: server.appUrl, AFTERDESK_OWNER_URL: server.url, LOG_LEVEL: 'silent' })
  forgetEnv()
  try {
    await migrate(server.url)
    await measure()
  } finally {
    await Promise.all([closePool(), closeAccess()])
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const OPEN = `'PENDING_REVIEW', 'AWAITING_RETURN', 'AWAITING_RECEIPT'`

/**
 * Fills the tables with `count` cases for measuring only: one shop of 30 % of them, all open, and a hundred further
 * shops whose cases are open by a third. No events: nothing that is measured reads them.
 */
export async function fillCases(count: number): Promise<void> {
  const run = (sql: string) => database.query(sql.replaceAll(':count', String(count)))
  await database.query('SET statement_timeout = 0')
  const shop = `CASE WHEN n % 10 < 3 THEN 'big' ELSE 'shop-' || n % 100 END`
  await run(
    `INSERT INTO "Shop" ("id", "name") SELECT 'shop-' || n, '店 ' || n FROM generate_series(0, 99) n UNION SELECT 'big', '大店'`,
  )
  await run(`INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "currency", "totalFen", "paidAt")
    SELECT ${shop}, 'O' || n, 'buyer-' || n % 50000, chr(19968 + n % 400) || '小明', 'CNY', 12800, app_now() - interval '20 days' FROM generate_series(1, :count) n`)
  await run(`INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "quantity", "paidFen")
    SELECT "shopId", "no", 1, 'SKU', '羊毛围巾 浅灰', 1, 12800 FROM "Order"`)
  await run(`INSERT INTO "AfterSale" ("shopId", "no", "orderNo", "buyerId", "buyerName", "type", "status", "waitingOn", "version", "seq",
      "attempt", "policyVersion", "reason", "amountFen", "currency", "dueKind", "dueAt", "soonMs", "openedAt", "updatedAt", "closedAt", "closeReason")
    SELECT "shopId", 'AS' || lpad(n::text, 9, '0'), "no", "buyerId", "buyerName",
      CASE WHEN s = 'PENDING_REVIEW' AND n % 2 = 0 THEN 'REFUND_ONLY' ELSE 'RETURN_REFUND' END, s,
      CASE s WHEN 'AWAITING_RETURN' THEN 'BUYER' WHEN 'CLOSED' THEN NULL ELSE 'MERCHANT' END, 1, 1, 1, 'kuaishou-2021-03-25',
      'OTHER', 12800, 'CNY', CASE s WHEN 'PENDING_REVIEW' THEN 'REVIEW' WHEN 'AWAITING_RETURN' THEN 'RETURN' WHEN 'AWAITING_RECEIPT' THEN 'RECEIPT' END,
      CASE WHEN s <> 'CLOSED' THEN app_now() + interval '1 day' + n % 700000 * interval '1 second' END,
      CASE WHEN s <> 'CLOSED' THEN 86400000 END,
      at, at, CASE WHEN s = 'CLOSED' THEN at END, CASE WHEN s = 'CLOSED' THEN 'BUYER_WITHDRAWN' END
    FROM (SELECT *, substr("no", 2)::int AS n, now() - interval '15 days' + substr("no", 2)::int % 900000 * interval '1 second' AS at,
      CASE WHEN "shopId" = 'big' OR substr("no", 2)::int % 3 = 0 THEN (ARRAY[${OPEN}])[1 + substr("no", 2)::int / 10 % 3] ELSE 'CLOSED' END AS s FROM "Order") o`)
  // one of fifty reviews is disputed: half of them wait for a ruling, half are heard
  await run(`UPDATE "AfterSale" SET "status" = 'IN_DISPUTE', "waitingOn" = 'PLATFORM', "dueKind" = NULL, "dueAt" = NULL, "soonMs" = NULL,
      "disputeLane" = CASE WHEN heard THEN 'EVIDENCE' ELSE 'TO_RULE' END, "disputeAt" = "at",
      "evidenceDueAt" = CASE WHEN heard THEN "at" END, "dispute" = jsonb_build_object('openedBy', 'BUYER', 'reason', 'OTHER', 'statement', '',
        'openedAt', 0, 'stage', CASE WHEN heard THEN 'EVIDENCE' ELSE 'UNDER_REVIEW' END, 'from', 'PENDING_REVIEW', 'frozen', NULL,
        'askedAt', NULL, 'underReviewSince', NULL, 'ruling', NULL, 'endedAt', NULL, 'evidence', jsonb_build_object('MERCHANT', clock, 'BUYER', clock))
    FROM (SELECT "no" AS d, right("no", 3)::int % 100 = 0 AS heard, "openedAt" + interval '40 days' AS "at",
        jsonb_build_object('dueAt', 0, 'done', FALSE, 'open', right("no", 3)::int % 100 = 0, 'submissions', 0, 'soonMs', NULL) AS clock
      FROM "AfterSale" WHERE "status" = 'PENDING_REVIEW' AND right("no", 3)::int % 50 = 0) x WHERE "no" = d`)
  await run(`INSERT INTO "AfterSaleLine" ("shopId", "afterSaleNo", "orderNo", "lineNo", "quantity", "amountFen", "occupying")
    SELECT "shopId", "no", "orderNo", 1, 1, 12800, "occupying" FROM "AfterSale"`)
  await database.query('VACUUM ANALYZE')
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The median time of one run in ms, after a few to warm up. */
export async function timeOf(run: () => Promise<unknown>, rounds = 30): Promise<number> {
  for (let round = 0; round < 3; round++) await run()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return median(times)
}
