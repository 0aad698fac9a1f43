import type { AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import { DISPUTE_LANES, type Dispute, type DisputeLane, evidenceDueAt } from '@/lib/after-sales/domain/dispute'
import { notOverdue } from '@/lib/after-sales/due-store'
import { scopeCondition } from '@/lib/after-sales/filter-queries'
import { decodeQueueCursor, encodeQueueCursor } from '@/lib/after-sales/queue-cursor'
import { settleForList } from '@/lib/after-sales/sweep'
import { COUNT_LIMIT } from '@/lib/after-sales/views'
import type { Scope } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import type { Colleague, DisputeCounts, DisputeLists, DisputePage, DisputeRow } from './views'

/** The disputes of the support's console and of a merchant's list, lane by lane, each by an index of its own order. */

const PAGE = 50

const ORDER = { key: 'disputeAt', type: 'timestamptz' } as const

/** The longest waiting and the first due come first; of what is over, the newest. */
const DIRECTION: { [L in DisputeLane]: 'ASC' | 'DESC' } = {
  TO_RULE: 'ASC',
  EVIDENCE: 'ASC',
  MORE_EVIDENCE: 'ASC',
  OVER: 'DESC',
}

type ListedRow = {
  no: string
  shop: DisputeRow['shop']
  type: AfterSaleType
  title: string
  buyerName: string
  amountFen: number
  currency: string
  dispute: Dispute
  claim: Colleague | null
  cursorKey: string
}

/** One page of a lane, keyset after `cursor`; evidence whose time is over is closed first (R0.3). */
export async function loadDisputes(scope: Scope, lane: DisputeLane, cursor?: string): Promise<DisputePage> {
  const { now, left } = await settleForList(scope)
  const direction = DIRECTION[lane]
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = [scopeCondition(scope, add), `"disputeLane" = ${add(lane)}`]
  if (left) conditions.push(notOverdue(now, add))
  const after = decodeQueueCursor(ORDER, cursor)
  if (after)
    conditions.push(
      `("disputeAt", "no") ${direction === 'ASC' ? '>' : '<'} (${add(after.key)}::timestamptz, ${add(after.no)})`,
    )
  const { rows } = await within(scope).query<ListedRow>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE ${conditions.join(' AND ')}
       ORDER BY "disputeAt" ${direction}, "no" ${direction} LIMIT ${PAGE + 1})
     SELECT p."no", p."type", p."buyerName", p."amountFen", p."currency", p."dispute", p."disputeAt"::text AS "cursorKey",
       jsonb_build_object('id', s."id", 'name', s."name") AS "shop",
       (SELECT o."title" FROM "AfterSaleLine" a JOIN "OrderLine" o USING ("shopId", "orderNo", "lineNo")
        WHERE a."shopId" = p."shopId" AND a."afterSaleNo" = p."no" ORDER BY a."lineNo" LIMIT 1) AS "title",
       (SELECT jsonb_build_object('userId', u."id", 'name', u."name") FROM "DisputeClaim" d JOIN "User" u ON u."id" = d."userId"
        WHERE d."shopId" = p."shopId" AND d."afterSaleNo" = p."no") AS "claim"
     FROM page p JOIN "Shop" s ON s."id" = p."shopId"
     ORDER BY p."disputeAt" ${direction}, p."no" ${direction}`,
    params,
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map((row) => toDisputeRow(row, scope)),
    nextCursor: rows.length > PAGE && last ? encodeQueueCursor(ORDER, { key: last.cursorKey, no: last.no }) : null,
    now,
  }
}

/** How many disputes each lane holds, none counted beyond COUNT_LIMIT. */
export async function countDisputes(scope: Scope): Promise<DisputeCounts> {
  await settleForList(scope)
  const params: unknown[] = []
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const columns = DISPUTE_LANES.map(
    (lane) =>
      `(SELECT count(*) FROM (SELECT 1 FROM "AfterSale" WHERE ${inScope} AND "disputeLane" = '${lane}' LIMIT ${COUNT_LIMIT}) q) AS "${lane}"`,
  )
  const { rows } = await within(scope).query<DisputeCounts>(`SELECT ${columns.join(', ')}`, params)
  const [counts] = rows
  if (!counts) throw new Error('a count has one row')
  return counts
}

/** What a list begins with: in order, for the pages settle what is overdue and the counts come after them. */
export async function loadLists(scope: Scope, lanes: readonly DisputeLane[]): Promise<DisputeLists> {
  const pages: DisputeLists['pages'] = []
  for (const lane of lanes) pages.push({ lane, page: await loadDisputes(scope, lane) })
  return { pages, counts: await countDisputes(scope) }
}

/** The dispute that has waited longest for a ruling, other than `no`, and that no colleague of `userId` has taken. */
export async function findNextDispute(scope: Scope, userId: string, no: string): Promise<string | null> {
  const params: unknown[] = [userId, no]
  const inScope = scopeCondition(scope, (value) => `$${params.push(value)}`)
  const { rows } = await within(scope).query<{ no: string }>(
    `SELECT c."no" FROM "AfterSale" c WHERE ${inScope} AND "disputeLane" = 'TO_RULE' AND "no" <> $2
       AND NOT EXISTS (SELECT 1 FROM "DisputeClaim" d
         WHERE d."shopId" = c."shopId" AND d."afterSaleNo" = c."no" AND d."userId" <> $1)
     ORDER BY "disputeAt", "no" LIMIT 1`,
    params,
  )
  return rows[0]?.no ?? null
}

function toDisputeRow({ dispute, claim, cursorKey: _, buyerName, ...row }: ListedRow, scope: Scope): DisputeRow {
  const { stage, askedAt, openedBy, reason, openedAt, evidence, underReviewSince, ruling, endedAt } = dispute
  return {
    ...row,
    buyerName: maskName(buyerName),
    stage,
    askedForMore: askedAt !== null,
    openedBy,
    reason,
    openedAt,
    evidence,
    dueAt: evidenceDueAt(dispute),
    underReviewSince,
    ruling,
    endedAt,
    claim: scope.kind === 'PLATFORM' ? claim : null,
  }
}
