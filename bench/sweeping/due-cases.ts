import { database } from '@/tests/support/access'

/** Where the clock has not come yet: deadlines from here on are over when somebody moves it there. */
export const LATER = '2030-01-01T00:00:00Z'

/** Moves the clock of the database that we are turned to, so that it is LATER in so many ms, and tells everybody. */
export async function moveClockBefore(ms: number): Promise<void> {
  await database.query(
    `UPDATE "SandboxClock" SET "offsetMs" = extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000 - $2`,
    [LATER, ms],
  )
  await database.query(`SELECT pg_notify('afterdesk', '{"clock": true}')`)
}

/** What the end of a deadline leads to: money (R1.1, REVIEW), or nothing but the case's end (R2.4, RETURN). */
export type Ending = 'refund' | 'close'

/** As SQL of the case's number n: what runs out, and when. */
export type Due = { ending: Ending | 'both'; at: string }

/** A hundred shops, one of which has 30 % of the cases. */
const SHOP = `CASE WHEN n % 10 < 3 THEN 'big' ELSE 'shop-' || n % 100 END`
const NO = `'AS' || lpad(n::text, 9, '0')`

/**
 * Fills empty tables with `count` open cases on orders of their own, as the product would have opened them: with their
 * lines, their first events, and money in the shops' accounts for their refunds.
 */
export async function fillDue(count: number, { ending, at }: Due): Promise<void> {
  const closes = ending === 'both' ? 'n % 2 = 0' : ending === 'close' ? 'TRUE' : 'FALSE'
  const run = (sql: string) => database.query(sql.replaceAll(':count', String(count)).replaceAll(':closes', closes))
  await run(
    `INSERT INTO "Shop" ("id", "name") SELECT 'shop-' || n, '店 ' || n FROM generate_series(0, 99) n UNION SELECT 'big', '大店'`,
  )
  await run(`INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
    SELECT "id", 'main', '售后', '0575-8411', '浙江省 绍兴市 柯桥区', '纺都路 88 号', TRUE FROM "Shop"`)
  await run(`INSERT INTO "LedgerAccount" ("shopId", "account", "currency", "balanceFen")
    SELECT "id", a, 'CNY', CASE a WHEN 'SHOP_BALANCE' THEN 100000000000 ELSE 0 END FROM "Shop", unnest(ARRAY['SHOP_BALANCE', 'BUYERS']) a`)
  await run(`INSERT INTO "Order" ("shopId", "no", "buyerId", "buyerName", "currency", "totalFen", "paidAt")
    SELECT ${SHOP}, 'O' || n, 'buyer-' || n % 50000, chr(19968 + n % 400) || '小明', 'CNY', 12800, app_now() - interval '20 days'
    FROM generate_series(1, :count) n`)
  await run(`INSERT INTO "OrderLine" ("shopId", "orderNo", "lineNo", "sku", "title", "quantity", "paidFen")
    SELECT "shopId", "no", 1, 'SKU', '羊毛围巾 浅灰', 1, 12800 FROM "Order"`)
  await insertCases(run, at)
  await database.query('VACUUM ANALYZE')
}

async function insertCases(run: (sql: string) => Promise<unknown>, at: string): Promise<void> {
  await run(`INSERT INTO "AfterSale" ("shopId", "no", "orderNo", "buyerId", "buyerName", "type", "status", "waitingOn", "version",
      "seq", "attempt", "policyVersion", "reason", "amountFen", "currency", "dueKind", "dueAt", "openedAt", "updatedAt")
    SELECT ${SHOP}, ${NO}, 'O' || n, 'buyer-' || n % 50000, chr(19968 + n % 400) || '小明',
      CASE WHEN :closes THEN 'RETURN_REFUND' ELSE 'REFUND_ONLY' END,
      CASE WHEN :closes THEN 'AWAITING_RETURN' ELSE 'PENDING_REVIEW' END,
      CASE WHEN :closes THEN 'BUYER' ELSE 'MERCHANT' END,
      CASE WHEN :closes THEN 2 ELSE 1 END, CASE WHEN :closes THEN 2 ELSE 1 END, 1, 'kuaishou-2021-03-25', 'NOT_AS_DESCRIBED',
      12800, 'CNY', CASE WHEN :closes THEN 'RETURN' ELSE 'REVIEW' END, ${at}, opened, opened
    FROM generate_series(1, :count) n, (SELECT app_now() - interval '12 days' AS opened) o`)
  await run(`INSERT INTO "AfterSaleLine" ("shopId", "afterSaleNo", "orderNo", "lineNo", "quantity", "amountFen")
    SELECT "shopId", "no", "orderNo", 1, 1, 12800 FROM "AfterSale"`)
  await run(`INSERT INTO "AfterSaleEvent" ("shopId", "afterSaleNo", "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data")
    SELECT "shopId", "no", 1, 'Applied', 'BUYER', "buyerId", CASE "type" WHEN 'REFUND_ONLY' THEN 'R1.1' ELSE 'R2.1' END, "openedAt", "openedAt",
      jsonb_build_object('no', "no", 'shopId', "shopId", 'orderNo', "orderNo", 'buyerId', "buyerId", 'type', "type", 'lines',
        jsonb_build_array(jsonb_build_object('lineNo', 1, 'quantity', 1, 'amountFen', 12800)), 'amountFen', 12800, 'currency', 'CNY',
        'reason', "reason", 'description', NULL, 'attempt', 1, 'previousNo', NULL, 'policyVersion', "policyVersion", 'attachmentIds', '[]'::jsonb)
    FROM "AfterSale"
    UNION ALL SELECT "shopId", "no", 2, 'Approved', 'AGENT', 'agent-1', 'R2.2', "openedAt", "openedAt", '{"returnAddress": null}'
    FROM "AfterSale" WHERE "status" = 'AWAITING_RETURN'`)
}
