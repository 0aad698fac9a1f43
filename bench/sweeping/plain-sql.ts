import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { Ending } from './due-cases'

/**
 * What the sweep is held against: one statement that writes for every overdue case the rows that the sweep would write,
 * and knows no rule. It is wrong for every case but those that `fillDue` makes.
 */

const PICKED = `now AS MATERIALIZED (SELECT app_now() AS at),
  picked AS MATERIALIZED (SELECT "shopId", "no", "dueAt" FROM "AfterSale"
    WHERE "dueAt" < (SELECT at FROM now) AND "dueKind" <> 'SERVICE_ANSWER' FOR UPDATE SKIP LOCKED)`

const EVENT =
  '"shopId", "afterSaleNo", "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data"'

const NEWS = `news AS (SELECT count(pg_notify('afterdesk', text)) AS told FROM (
    SELECT json_build_object('shopId', "shopId", 'nos', json_agg("no"))::text AS text
    FROM (SELECT "shopId", "no", (row_number() OVER (PARTITION BY "shopId") - 1) / 200 AS part FROM decided) q
    GROUP BY "shopId", part) n)`

const REFUND = `WITH ${PICKED},
  decided AS (UPDATE "AfterSale" c SET "status" = 'REFUNDING', "waitingOn" = 'GATEWAY', "version" = c."version" + 2, "seq" = c."seq" + 2,
      "dueKind" = NULL, "dueAt" = NULL, "soonMs" = NULL, "expiredKind" = 'REVIEW', "refundOrigin" = 'REVIEW_TIMEOUT', "updatedAt" = now.at
    FROM picked p, now WHERE c."shopId" = p."shopId" AND c."no" = p."no"
    RETURNING c.*, p."dueAt" AS due, 'RF' || c."no" AS refund, now.at),
  claimed AS MATERIALIZED (SELECT d."shopId", d."no", l."orderNo", l."lineNo", l."quantity", l."amountFen"
    FROM decided d JOIN "AfterSaleLine" l ON l."shopId" = d."shopId" AND l."afterSaleNo" = d."no"),
  lines AS (SELECT "shopId", "no", jsonb_agg(jsonb_build_object('lineNo', "lineNo", 'quantity', "quantity", 'amountFen', "amountFen")) AS lines
    FROM claimed GROUP BY 1, 2),
  expired AS (INSERT INTO "AfterSaleEvent" (${EVENT})
    SELECT "shopId", "no", "seq" - 1, 'ReviewExpired', 'SYSTEM', NULL, 'R1.1', due, at, '{"returnAddress": null}'::jsonb FROM decided
    UNION ALL SELECT d."shopId", d."no", "seq", 'RefundOrdered', 'SYSTEM', NULL, 'R7.1', due, at,
      jsonb_build_object('refundNo', refund, 'origin', 'REVIEW_TIMEOUT', 'amountFen', "amountFen", 'lines', lines)
    FROM decided d JOIN lines USING ("shopId", "no")),
  refunds AS (INSERT INTO "Refund" ("no", "shopId", "afterSaleNo", "orderNo", "buyerId", "amountFen", "currency", "origin", "orderedAt", "updatedAt")
    SELECT refund, "shopId", "no", "orderNo", "buyerId", "amountFen", "currency", "refundOrigin", at, at FROM decided),
  paid AS (UPDATE "OrderLine" l SET "refundedFen" = l."refundedFen" + c."amountFen" FROM claimed c
    WHERE l."shopId" = c."shopId" AND l."orderNo" = c."orderNo" AND l."lineNo" = c."lineNo"),
  jobs AS (SELECT count(*) AS made FROM (SELECT graphile_worker.add_jobs(array_agg(ROW('refund', json_build_object('refundNo', refund),
      NULL, NULL, NULL, refund, NULL, NULL)::graphile_worker.job_spec)) FROM decided) j),
  ${NEWS}
  SELECT (SELECT count(*) FROM decided) AS decided, jobs.made, news.told FROM jobs, news`

const CLOSE = `WITH ${PICKED},
  decided AS (UPDATE "AfterSale" c SET "status" = 'CLOSED', "waitingOn" = NULL, "version" = c."version" + 1, "seq" = c."seq" + 1,
      "dueKind" = NULL, "dueAt" = NULL, "soonMs" = NULL, "expiredKind" = 'RETURN', "closeReason" = 'RETURN_TIMEOUT', "updatedAt" = now.at, "closedAt" = now.at
    FROM picked p, now WHERE c."shopId" = p."shopId" AND c."no" = p."no" RETURNING c.*, p."dueAt" AS due, now.at),
  expired AS (INSERT INTO "AfterSaleEvent" (${EVENT})
    SELECT "shopId", "no", "seq", 'ReturnExpired', 'SYSTEM', NULL, 'R2.4', due, at, '{}'::jsonb FROM decided),
  ${NEWS}
  SELECT (SELECT count(*) FROM decided) AS decided, news.told FROM news`

/** Returns how many cases it wrote. */
export async function decideByPlainSql(ending: Ending): Promise<number> {
  const { rows } = await within(EVERYWHERE).query<{ decided: number }>(ending === 'refund' ? REFUND : CLOSE)
  return rows[0]?.decided ?? 0
}
