import { mintShopId } from '@/lib/auth/mint'
import { type Scope, type ShopId, shopIdsOf } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { maskName } from '@/lib/i18n/mask'
import { consequenceOf, limitOf } from './domain/deadline'
import { policyOf } from './domain/policy'
import { decodeQueueCursor, encodeQueueCursor } from './queue-cursor'
import { type AfterSaleRow, instant } from './row'
import { readNow } from './store'
import { settleOverdue } from './sweep'
import {
  type Clock,
  COUNT_LIMIT,
  type Forecast,
  QUEUE_TABS,
  type QueueCounts,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
  type QueueTab,
} from './views'

/** The desk's lists. What depends on now is settled first (R0.3) and never cached. */

const PAGE = 50
const HOUR = 3_600_000

/** How each tab is ordered, by the index that serves it. The key and the number make a total order. */
const ORDER: { [T in QueueTab]: { key: string; direction: 'ASC' | 'DESC'; where: string } } = {
  MERCHANT: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'MERCHANT'` },
  BUYER: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'BUYER'` },
  PLATFORM: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'PLATFORM'` },
  GATEWAY: { key: 'dueSort', direction: 'ASC', where: `"waitingOn" = 'GATEWAY'` },
  CLOSED: { key: 'closedAt', direction: 'DESC', where: `"closedAt" IS NOT NULL` },
  ALL: { key: 'openedAt', direction: 'DESC', where: 'TRUE' },
}

type ListedRow = Pick<
  AfterSaleRow,
  | 'no'
  | 'version'
  | 'type'
  | 'status'
  | 'amountFen'
  | 'currency'
  | 'attempt'
  | 'dueKind'
  | 'dueAt'
  | 'policyVersion'
  | 'awareAt'
  | 'unreadByMerchantSince'
  | 'closeReason'
  | 'closedAt'
> & {
  waitingOn: QueueRow['waitingOn']
  buyerName: string
  title: string
  quantity: number
  lineCount: number
  cursorKey: string
}

/** One page of the queue in the tab's order, keyset after `cursor`. */
export async function loadQueue(scope: Scope, filter: QueueFilter, cursor?: string): Promise<QueuePage> {
  await settleOverdue(scope)
  const now = await readNow(database)
  const { key, direction, where } = ORDER[filter.tab]
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = [where, scopeCondition(scope, add), ...filterConditions(filter, now, add)]
  if (filter.search) conditions.push(await searchCondition(scope, filter.search, add))
  const after = decodeQueueCursor(cursor)
  if (after)
    conditions.push(
      `("${key}", "no") ${direction === 'ASC' ? '>' : '<'} (${add(after.key)}::timestamptz, ${add(after.no)})`,
    )
  const { rows } = await database.query<ListedRow>(
    `WITH page AS MATERIALIZED (
       SELECT *, "${key}"::text AS "cursorKey" FROM "AfterSale" WHERE ${conditions.join(' AND ')}
       ORDER BY "${key}" ${direction}, "no" ${direction} LIMIT ${PAGE + 1})
     SELECT p."no", p."version", p."type", p."status", p."waitingOn", p."buyerName", p."amountFen", p."currency", p."attempt",
       p."dueKind", p."dueAt", p."policyVersion", p."awareAt", p."unreadByMerchantSince", p."closeReason", p."closedAt",
       p."cursorKey", l.*
     FROM page p CROSS JOIN LATERAL (
       SELECT (array_agg(o."title" ORDER BY a."lineNo"))[1] AS "title",
         (array_agg(a."quantity" ORDER BY a."lineNo"))[1] AS "quantity", count(*) AS "lineCount"
       FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
       WHERE a."shopId" = p."shopId" AND a."afterSaleNo" = p."no") l
     ORDER BY p."${key}" ${direction}, p."no" ${direction}`,
    params,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map(toQueueRow),
    nextCursor: rows.length > PAGE && last ? encodeQueueCursor({ key: last.cursorKey, no: last.no }) : null,
    now,
  }
}

/** How many cases each tab holds, none counted beyond COUNT_LIMIT so that it costs the same at a million. */
export async function countQueue(scope: Scope): Promise<QueueCounts> {
  const params: unknown[] = []
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const columns = QUEUE_TABS.map(
    (tab) =>
      `(SELECT count(*) FROM (SELECT 1 FROM "AfterSale" WHERE ${inScope} AND ${ORDER[tab].where} LIMIT ${COUNT_LIMIT}) q) AS "${tab}"`,
  )
  const { rows } = await database.query<QueueCounts>(`SELECT ${columns.join(', ')}`, params)
  const counts = rows[0]
  if (!counts) throw new Error('a count has one row')
  return counts
}

/** What the clock will decide in the next 48 hours if nobody acts; what each kind leads to, the domain says. */
export async function forecastQueue(scope: Scope): Promise<Forecast> {
  const now = await readNow(database)
  const params: unknown[] = [new Date(now), new Date(now + 48 * HOUR)]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await database.query<
    Pick<AfterSaleRow, 'type' | 'dueKind'> & { hour: Date; soon: boolean; cases: number; fen: number }
  >(
    // the hours of Asia/Shanghai begin when those of UTC do
    `SELECT date_trunc('hour', "dueAt") AS "hour", "dueAt" <= $1::timestamptz + interval '24 hours' AS "soon", "type", "dueKind",
       count(*) AS "cases", sum("amountFen") AS "fen"
     FROM "AfterSale" WHERE ${inScope} AND "waitingOn" = 'MERCHANT' AND "dueSort" BETWEEN $1 AND $2
     GROUP BY 1, 2, 3, 4`,
    params,
  )
  const first = Math.floor(now / HOUR) * HOUR
  const hours = Array.from({ length: 49 }, (_, index) => ({
    startsAt: first + index * HOUR,
    refundCases: 0,
    refundFen: 0,
    returnCases: 0,
    returnFen: 0,
  }))
  const within24h = { cases: 0, refundFen: 0, refundCases: 0, returnCases: 0 }
  for (const { hour, soon, type, dueKind, cases, fen } of rows) {
    const slot = hours[(hour.getTime() - first) / HOUR]
    const deadline = dueKind && { kind: dueKind, dueAt: hour.getTime() }
    const consequence = consequenceOf({ type, amountFen: fen, deadline })
    if (!slot || !consequence) continue
    const isRefund = consequence.outcome === 'REFUND'
    slot[isRefund ? 'refundCases' : 'returnCases'] += cases
    slot[isRefund ? 'refundFen' : 'returnFen'] += fen
    if (!soon) continue
    within24h.cases += cases
    within24h[isRefund ? 'refundCases' : 'returnCases'] += cases
    within24h.refundFen += consequence.amountFen ?? 0
  }
  return { hours: hours.slice(0, 48), within24h, now }
}

/** The most urgent case that waits for the merchant, other than `no`. */
export async function findNextUrgent(scope: Scope, no: string): Promise<string | null> {
  const params: unknown[] = [no]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE ${inScope} AND "waitingOn" = 'MERCHANT' AND "no" <> $1 ORDER BY "dueSort", "no" LIMIT 1`,
    params,
  )
  return rows[0]?.no ?? null
}

/** The shop of a case within the scope; null when there is no such case there. */
export async function findShopOf(scope: Scope, no: string): Promise<ShopId | null> {
  const { rows } = await database.query<{ shopId: string }>(
    `SELECT "shopId" FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? mintShopId(rows[0].shopId) : null
}

/** One shop by equality, so that its index gives the order; several or all by set. */
function scopeCondition(scope: Scope, add: (value: unknown) => string): string {
  const shopIds = shopIdsOf(scope)
  if (!shopIds) return 'TRUE'
  return shopIds.length === 1 ? `"shopId" = ${add(shopIds[0])}` : `"shopId" = ANY (${add(shopIds)}::text[])`
}

function filterConditions(filter: QueueFilter, now: number, add: (value: unknown) => string): string[] {
  const conditions: string[] = []
  if (filter.type) conditions.push(`"type" = ${add(filter.type)}`)
  if (filter.reason) conditions.push(`"reason" = ${add(filter.reason)}`)
  if (filter.minFen !== undefined) conditions.push(`"amountFen" >= ${add(filter.minFen)}`)
  if (filter.maxFen !== undefined) conditions.push(`"amountFen" <= ${add(filter.maxFen)}`)
  if (filter.dueWithinHours !== undefined)
    conditions.push(`"dueAt" <= ${add(new Date(now + filter.dueWithinHours * HOUR))}`)
  if (filter.dueHour !== undefined) {
    const from = new Date(filter.dueHour)
    const until = new Date(filter.dueHour + HOUR)
    conditions.push(`"dueSort" >= ${add(from)} AND "dueSort" < ${add(until)}`)
  }
  return conditions
}

/** Beginnings only: every alternative is one index range, at a million cases as at a hundred. */
async function searchCondition(scope: Scope, search: string, add: (value: unknown) => string): Promise<string> {
  const [asIs, upper] = [search, search.toUpperCase()].map((text) => `${text.replace(/[\\%_]/g, '\\$&')}%`)
  const name = add(asIs)
  const number = add(upper)
  return `("no" LIKE ${number} OR "buyerName" LIKE ${name} OR "orderNo" LIKE ${name}
    OR "returnTrackingNo" LIKE ${name} OR "returnTrackingNo" LIKE ${number}
    OR "orderNo" = ANY (${add(await findShippedAs(scope, [asIs, upper]))}))`
}

/** The orders that went out under a tracking number with one of these beginnings. */
async function findShippedAs(scope: Scope, patterns: (string | undefined)[]): Promise<string[]> {
  const params: unknown[] = patterns
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "Order" WHERE ${inScope} AND ("trackingNo" LIKE $1 OR "trackingNo" LIKE $2) LIMIT 200`,
    params,
  )
  return rows.map(({ no }) => no)
}

function toQueueRow(row: ListedRow): QueueRow {
  const clock = clockOf(row)
  return {
    no: row.no,
    version: row.version,
    type: row.type,
    status: row.status,
    waitingOn: row.waitingOn,
    title: row.title,
    furtherLines: row.lineCount - 1,
    quantity: row.quantity,
    buyerName: maskName(row.buyerName),
    amountFen: row.amountFen,
    currency: row.currency,
    attempt: row.attempt,
    clock,
    consequence: consequenceOf({ type: row.type, amountFen: row.amountFen, deadline: clock }),
    unread: row.unreadByMerchantSince !== null,
    aware: row.awareAt !== null,
    closeReason: row.closeReason,
    closedAt: instant(row.closedAt),
  }
}

/** The running clock of a row with its whole limit; null when none runs. */
export function clockOf({
  dueKind,
  dueAt,
  policyVersion,
}: Pick<AfterSaleRow, 'dueKind' | 'dueAt' | 'policyVersion'>): Clock | null {
  if (!dueKind || !dueAt) return null
  return { kind: dueKind, dueAt: dueAt.getTime(), limitMs: limitOf(dueKind, policyOf(policyVersion)) }
}
