import { cache } from 'react'
import { mintShopId } from '@/lib/auth/mint'
import { type Scope, type ShopId, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import { consequenceOf, limitOf } from './domain/deadline'
import { proposalOf } from './domain/decide/service'
import { policyOf } from './domain/policy'
import { notOverdue } from './due-store'
import { queueConditions, scopeCondition } from './filter-queries'
import { decodeQueueCursor, encodeQueueCursor } from './queue-cursor'
import { orderOf, QUEUE_WHERE } from './queue-order'
import { type AfterSaleRow, instant } from './row'
import { settleForList } from './sweep'
import {
  type Clock,
  COUNT_LIMIT,
  QUEUE_TABS,
  type QueueCounts,
  type QueueDispute,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
} from './views'

/** The desk's lists. What depends on now is settled first (R0.3) and never cached. */

const PAGE = 50

/** For SQL: whether the order of a page's row was shipped although its buyer wanted, and wants, the money back. */
const SHIPPED_SINCE = `COALESCE(p."occupying" AND p."type" IN ('REFUND_ONLY', 'RETURN_REFUND') AND (SELECT o."shippedAt" > p."openedAt"
  FROM "Order" o WHERE o."shopId" = p."shopId" AND o."no" = p."orderNo"), FALSE)`

const ASSIGNEE = `(SELECT jsonb_build_object('userId', u."id", 'name', u."name") FROM "User" u WHERE u."id" = p."assigneeId")`

type ListedRow = Pick<
  AfterSaleRow,
  | 'no'
  | 'version'
  | 'type'
  | 'status'
  | 'amountFen'
  | 'currency'
  | 'refundFen'
  | 'attempt'
  | 'dueKind'
  | 'dueAt'
  | 'policyVersion'
  | 'awareAt'
  | 'unreadByMerchantSince'
  | 'closeReason'
  | 'closedAt'
  | 'dispute'
  | 'service'
> & {
  waitingOn: QueueRow['waitingOn']
  buyerName: string
  title: string
  quantity: number
  lineCount: number
  shippedSince: boolean
  assignee: QueueRow['assignee']
  flag: QueueRow['flag']
  cursorKey: string
}

/** One page of the queue in its order, keyset after `cursor`; `userId`: who asks. */
export async function loadQueue(
  scope: Scope,
  filter: QueueFilter,
  { cursor, userId = null }: { cursor?: string | undefined; userId?: string | null } = {},
): Promise<QueuePage> {
  const { now, left } = await settleForList(scope)
  const order = orderOf(filter)
  const { key, type, direction } = order
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = queueConditions(scope, filter, userId, add)
  if (left) conditions.push(notOverdue(now, add))
  const after = decodeQueueCursor(order, cursor)
  if (after)
    conditions.push(
      `("${key}", "no") ${direction === 'ASC' ? '>' : '<'} (${add(after.key)}::${type}, ${add(after.no)})`,
    )
  const { rows } = await within(scope).query<ListedRow>(
    `WITH page AS MATERIALIZED (
       SELECT *, "${key}"::text AS "cursorKey" FROM "AfterSale" WHERE ${conditions.join(' AND ')}
       ORDER BY "${key}" ${direction}, "no" ${direction} LIMIT ${PAGE + 1})
     SELECT p."no", p."version", p."type", p."status", p."waitingOn", p."buyerName", p."amountFen", p."currency", p."refundFen", p."attempt",
       p."dueKind", p."dueAt", p."policyVersion", p."awareAt", p."unreadByMerchantSince", p."closeReason", p."closedAt", p."dispute", p."service",
       p."cursorKey", p."flag", l.*, ${SHIPPED_SINCE} AS "shippedSince", ${ASSIGNEE} AS "assignee"
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
    nextCursor: rows.length > PAGE && last ? encodeQueueCursor(order, { key: last.cursorKey, no: last.no }) : null,
    now,
  }
}

/**
 * How many cases each tab holds, none counted beyond COUNT_LIMIT so that it costs the same at a million. As the cases
 * stand: whoever shows it settles first (`settleForList`). Once for a page.
 */
export const countQueue = cache(async (scope: Scope): Promise<QueueCounts> => {
  const params: unknown[] = []
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const columns = QUEUE_TABS.filter((tab) => tab !== 'ALL').map(
    (tab) =>
      `(SELECT count(*) FROM (SELECT 1 FROM "AfterSale" WHERE ${inScope} AND ${QUEUE_WHERE[tab]} LIMIT ${COUNT_LIMIT}) q) AS "${tab}"`,
  )
  const { rows } = await within(scope).query<Omit<QueueCounts, 'ALL'>>(`SELECT ${columns.join(', ')}`, params)
  const counts = rows[0]
  if (!counts) throw new Error('a count has one row')
  // somebody is waited for, or the case is over: a CHECK of the table says so
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { ...counts, ALL: Math.min(all, COUNT_LIMIT) }
})

/** The most urgent case that waits for the merchant, other than these. */
export async function findNextUrgent(scope: Scope, except: readonly string[]): Promise<string | null> {
  const params: unknown[] = [except]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await within(scope).query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE ${inScope} AND "waitingOn" = 'MERCHANT' AND "no" <> ALL ($1::text[]) ORDER BY "dueSort", "no" LIMIT 1`,
    params,
  )
  return rows[0]?.no ?? null
}

/** The shop of a case within the scope; null when there is no such case there. */
export async function findShopOf(scope: Scope, no: string): Promise<ShopId | null> {
  const { rows } = await within(scope).query<{ shopId: string }>(
    `SELECT "shopId" FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? mintShopId(rows[0].shopId) : null
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
    refundFen: row.refundFen,
    attempt: row.attempt,
    shippedSince: row.shippedSince,
    clock,
    consequence: consequenceOf({ type: row.type, amountFen: row.amountFen, deadline: clock }),
    dispute: queueDisputeOf(row),
    serviceStep: row.service?.step ?? null,
    proposed: proposalOf(row)?.kind ?? null,
    unread: row.unreadByMerchantSince !== null,
    aware: row.awareAt !== null,
    assignee: row.assignee,
    flag: row.flag,
    closeReason: row.closeReason,
    closedAt: instant(row.closedAt),
  }
}

/** The dispute that a row's case is in; null when there is none, or it is over. */
function queueDisputeOf({ status, dispute, policyVersion }: ListedRow): QueueDispute | null {
  if (status !== 'IN_DISPUTE' || !dispute) return null
  const { stage, frozen, evidence } = dispute
  return {
    stage,
    frozen: frozen && {
      remainingMs: frozen.remainingMs,
      limitMs: limitOf(frozen.kind, policyOf(policyVersion)),
    },
    evidence: evidence.MERCHANT,
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
