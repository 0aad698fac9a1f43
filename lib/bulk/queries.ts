import { readNow } from '@/lib/after-sales/store'
import { database } from '@/lib/db/pool'
import { ofShops } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import type { RunOwner } from './state-store'
import type { BulkItemState, BulkProgress, BulkResult, BulkResultPage, BulkRuns } from './views'

/** How far somebody's acts on many cases are, and what became of each case. */

const RUNS = 10
const RESULTS = 50
const SHOWN_FOR = `INTERVAL '24 hours'`

type ProgressRow = Omit<BulkProgress, 'startedAt' | 'finishedAt' | 'by'> & {
  startedAt: Date
  finishedAt: Date | null
  userId: string
  name: string
}

/** For SQL: `$1` whose runs, `$2` of which shops; counted are only those that `which` leaves. */
const progressOf = (
  which: string,
) => `SELECT r."id", r."act", r."state", r."startedAt", r."finishedAt", r."userId", u."name", i.*
  FROM (SELECT * FROM "BulkRun" WHERE "userId" = $1 AND "shopId" = ANY ($2) AND "state" <> 'PREPARED' AND ${which}) r
  JOIN "User" u ON u."id" = r."userId" CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE "state" <> 'EXCLUDED') AS "goes", count(*) FILTER (WHERE "state" = 'DONE') AS "done",
      count(*) FILTER (WHERE "state" = 'REFUSED') AS "refused", count(*) FILTER (WHERE "state" = 'STOPPED') AS "stopped"
    FROM "BulkItem" WHERE "shopId" = r."shopId" AND "runId" = r."id") i
  ORDER BY r."createdAt" DESC, r."id"`
const LATEST = `("createdAt" > app_now() - ${SHOWN_FOR} OR "state" = 'RUNNING') ORDER BY "createdAt" DESC, "id" LIMIT ${RUNS}`

/** What this person has started in these shops within a day, or is not over, the newest first. */
export async function loadRuns({ userId, shopIds }: RunOwner): Promise<BulkRuns> {
  const { rows } = await within(ofShops(shopIds)).query<ProgressRow>(progressOf(LATEST), [userId, shopIds])
  return { runs: rows.map(toProgress), now: await readNow(database) }
}

type ResultRow = BulkResult & { position: number }
/** `states`: only these, all when none is named; `after`: behind this place. */
type Asked = { states: readonly BulkItemState[]; after: number | null }

/** A page of a run's results in the order of the selection; null when the run is not this person's. */
export async function loadResults(owner: RunOwner, runId: string, asked: Asked): Promise<BulkResultPage | null> {
  const found = await within(ofShops(owner.shopIds)).query<{ shopId: string }>(
    `SELECT "shopId" FROM "BulkRun" WHERE "id" = $1 AND "userId" = $2 AND "shopId" = ANY ($3)`,
    [runId, owner.userId, owner.shopIds],
  )
  const shopId = found.rows[0]?.shopId
  if (shopId === undefined) return null
  const progress = await within(ofShops(owner.shopIds)).query<ProgressRow>(progressOf(`"id" = $3`), [
    owner.userId,
    [shopId],
    runId,
  ])
  const { rows } = await within(ofShops(owner.shopIds)).query<ResultRow>(
    `SELECT i."position", i."afterSaleNo" AS "no", i."state", i."refusal", i."amountFen", c."currency", c."buyerName",
       (SELECT o."title" FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
        WHERE a."shopId" = c."shopId" AND a."afterSaleNo" = c."no" ORDER BY a."lineNo" LIMIT 1) AS "title"
     FROM "BulkItem" i JOIN "AfterSale" c ON c."shopId" = i."shopId" AND c."no" = i."afterSaleNo"
     WHERE i."shopId" = $1 AND i."runId" = $2 AND (cardinality($3::text[]) = 0 OR i."state" = ANY ($3)) AND i."position" > $4
     ORDER BY i."position" LIMIT ${RESULTS + 1}`,
    [shopId, runId, asked.states, asked.after ?? -1],
  )
  const page = rows.slice(0, RESULTS)
  const last = page.at(-1)
  return {
    run: progress.rows.map(toProgress)[0] ?? null,
    rows: page.map(({ position: _, buyerName, ...result }) => ({ ...result, buyerName: maskName(buyerName) })),
    nextCursor: rows.length > RESULTS && last ? String(last.position) : null,
    now: await readNow(database),
  }
}

function toProgress({ startedAt, finishedAt, userId, name, ...run }: ProgressRow): BulkProgress {
  return {
    ...run,
    startedAt: startedAt.getTime(),
    finishedAt: finishedAt?.getTime() ?? null,
    by: { userId, name },
  }
}
