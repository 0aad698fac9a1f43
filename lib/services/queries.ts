import { DISPUTE_LANES } from '@/lib/after-sales/domain/dispute'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { ServiceStep } from '@/lib/after-sales/domain/service'
import { notOverdue } from '@/lib/after-sales/due-store'
import { scopeCondition } from '@/lib/after-sales/filter-queries'
import { settleForList } from '@/lib/after-sales/sweep'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { decodeServiceCursor, encodeServiceCursor, type ServiceCursor } from './cursor'
import { type ListedRow, toServiceRow } from './row'
import {
  OPEN_COLUMNS,
  type OpenColumn,
  type ServiceColumn,
  type ServiceCounts,
  type ServiceFilter,
  type ServicePage,
} from './views'

/** A shop's services, column by column (R3). What depends on now is settled first (R0.3). */

const PAGE = 30
/** Of what is over, the newest of a week: enough to see what has come of it; the rest is among the closed cases. */
const DONE_PAGE = 20
const DONE_FOR = '7 days'

const STEPS: { [C in OpenColumn]: readonly ServiceStep[] } = {
  TODO: ['AGREED'],
  ACTIVE: ['ANSWERED', 'GOODS_RECEIVED'],
  CONFIRM: ['SENT_BACK', 'PERFORMED'],
}
/** What is overdue, then what ends soonest, then the oldest; the number makes it a total order. */
const ORDER = '"dueSort", "openedAt", "no"'

/** `overdueAt`: what is overdue then is left out. */
type Asked = { scope: Scope; filter: ServiceFilter; overdueAt: Instant | null; add: (value: unknown) => string }

/** One page of a column, keyset after `cursor`. What is done comes as one page. */
export async function loadServices(
  scope: Scope,
  column: ServiceColumn,
  filter: ServiceFilter,
  cursor?: string,
): Promise<ServicePage> {
  const { now, left } = await settleForList(scope)
  const params: unknown[] = []
  const asked: Asked = { scope, filter, overdueAt: left ? now : null, add: (value) => `$${params.push(value)}` }
  if (column === 'DONE') {
    const { rows } = await within(scope).query<ListedRow>(
      withFacts(selectDone(asked, now), '"closedAt" DESC, "no" DESC'),
      params,
    )
    return { rows: rows.map(toServiceRow), nextCursor: null, now }
  }
  const { rows } = await within(scope).query<ListedRow>(
    withFacts(selectColumn(asked, column, decodeServiceCursor(cursor)), ORDER),
    params,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map(toServiceRow),
    nextCursor: rows.length > PAGE && last ? encodeServiceCursor(last.cursor) : null,
    now,
  }
}

/** How many services each column holds, and how many are with the platform; none counted beyond COUNT_LIMIT. */
export async function countServices(scope: Scope, filter: ServiceFilter = {}): Promise<ServiceCounts> {
  await settleForList(scope)
  const params: unknown[] = []
  const asked: Asked = { scope, filter, overdueAt: null, add: (value) => `$${params.push(value)}` }
  const columns = OPEN_COLUMNS.map((column) => `(${countUpTo(underWay(asked, STEPS[column]))}) AS "${column}"`)
  const open = DISPUTE_LANES.filter((lane) => lane !== 'OVER')
  const disputed = [...ofShop(asked), `"serviceStep" IS NOT NULL`, `"disputeLane" = ANY (${asked.add(open)}::text[])`]
  const { rows } = await within(scope).query<ServiceCounts>(
    `SELECT ${columns.join(', ')}, (${countUpTo(disputed)}) AS "DISPUTED"`,
    params,
  )
  const [counts] = rows
  if (!counts) throw new Error('a count has one row')
  return counts
}

/** Step by step, so that each comes in the order of its index, and merged then. */
function selectColumn(asked: Asked, column: OpenColumn, after: ServiceCursor | null): string {
  const { add } = asked
  const beyond = after
    ? [`(${ORDER}) > (${add(after.dueSort)}::timestamptz, ${add(after.openedAt)}::timestamptz, ${add(after.no)})`]
    : []
  const steps = STEPS[column].map(
    (step) =>
      `(SELECT * FROM "AfterSale" WHERE ${[...underWay(asked, [step]), ...beyond].join(' AND ')} ORDER BY ${ORDER} LIMIT ${PAGE + 1})`,
  )
  return `SELECT * FROM (${steps.join(' UNION ALL ')}) s ORDER BY ${ORDER} LIMIT ${PAGE + 1}`
}

function selectDone(asked: Asked, now: number): string {
  const since = `${asked.add(new Date(now))}::timestamptz - interval '${DONE_FOR}'`
  const conditions = [...ofShop(asked), `"closedAt" > ${since}`, `"closeReason" = 'SERVICE_DONE'`]
  return `SELECT * FROM "AfterSale" WHERE ${conditions.join(' AND ')} ORDER BY "closedAt" DESC, "no" DESC LIMIT ${DONE_PAGE}`
}

function underWay(asked: Asked, steps: readonly ServiceStep[]): string[] {
  const [one] = steps
  const step =
    steps.length === 1 ? `"serviceStep" = ${asked.add(one)}` : `"serviceStep" = ANY (${asked.add(steps)}::text[])`
  return [...ofShop(asked), `"status" = 'IN_SERVICE'`, step]
}

function ofShop({ scope, filter, overdueAt, add }: Asked): string[] {
  return [
    scopeCondition(scope, add),
    ...(filter.type ? [`"type" = ${add(filter.type)}`] : []),
    ...(overdueAt === null ? [] : [notOverdue(overdueAt, add)]),
  ]
}

function countUpTo(conditions: string[]): string {
  return `SELECT count(*) FROM (SELECT 1 FROM "AfterSale" WHERE ${conditions.join(' AND ')} LIMIT ${COUNT_LIMIT}) q`
}

/** The page with what its rows say of the goods and of the latest step. */
function withFacts(page: string, order: string): string {
  return `WITH page AS MATERIALIZED (${page})
    SELECT p."no", p."type", p."serviceStep", p."buyerName", p."dueKind", p."dueAt", p."policyVersion", p."expiredKind",
      p."unreadByMerchantSince", p."openedAt", p."closedAt", p."description", p."service", l.*, e."data" AS "recorded", e."recordedAt",
      jsonb_build_object('dueSort', p."dueSort"::text, 'openedAt', p."openedAt"::text, 'no', p."no") AS "cursor"
    FROM page p CROSS JOIN LATERAL (
      SELECT (array_agg(o."title" ORDER BY a."lineNo"))[1] AS "title",
        (array_agg(a."quantity" ORDER BY a."lineNo"))[1] AS "quantity", count(*) AS "lineCount"
      FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
      WHERE a."shopId" = p."shopId" AND a."afterSaleNo" = p."no") l
    LEFT JOIN LATERAL (
      SELECT "data", "recordedAt" FROM "AfterSaleEvent"
      WHERE "shopId" = p."shopId" AND "afterSaleNo" = p."no" AND "type" = 'ServiceStepRecorded'
      ORDER BY "seq" DESC LIMIT 1) e ON TRUE
    ORDER BY ${order}`
}
