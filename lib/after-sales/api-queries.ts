import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import type { AfterSaleType, Status, WaitingOn } from './domain/after-sale'
import { isOverdue } from './domain/decide'
import type { Instant } from './domain/policy'
import { notOverdue } from './due-store'
import { type CaseFacts, type CaseRow, readCase, SELECT_FACTS, toFacts } from './facts-queries'
import { scopeCondition } from './filter-queries'
import { settleForList, settleOverdue } from './sweep'

export type CaseFilters = {
  shopId?: string | undefined
  status?: Status | undefined
  waitingOn?: WaitingOn | undefined
  type?: AfterSaleType | undefined
  orderNo?: string | undefined
}
/** Where a page ended: what it is ordered by in ms (null: no clock runs) and the number. */
export type CaseKey = { at: Instant | null; no: string }
/** `newest`: opened last first. `dueAt`: running clocks first, soonest first. */
export type CaseOrder = 'newest' | 'dueAt'

/** One case of the scope, its overdue clock settled first (R0.3). */
export async function loadCaseFacts(scope: Scope, no: string): Promise<CaseFacts | null> {
  for (;;) {
    const facts = await readCase(within(scope), scope, no)
    if (!facts || !isOverdue(facts.state, facts.now)) return facts
    await settleOverdue(scope, { no })
  }
}

/** At most `limit` cases after `after`, overdue clocks of the scope settled first (R0.3). */
export async function loadCasePage(
  scope: Scope,
  page: { filters: CaseFilters; order: CaseOrder; limit: number; after: CaseKey | null },
): Promise<CaseFacts[]> {
  const { now, left } = await settleForList(scope)
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = [scopeCondition(scope, add), ...filterConditions(page.filters, add)]
  const order = page.order === 'dueAt' ? '"dueSort", "no"' : '"openedAt" DESC, "no" DESC'
  if (left) conditions.push(notOverdue(now, add))
  if (page.after) conditions.push(afterCondition(page.order, page.after, add))
  const { rows } = await within(scope).query<CaseRow>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${add(page.limit)})
     ${SELECT_FACTS} FROM c ORDER BY ${order}`,
    params,
  )
  return rows.map(toFacts)
}

/** Whether the scope has such a case. */
export async function isCaseIn(scope: Scope, no: string): Promise<boolean> {
  const { rows } = await within(scope).query(
    `SELECT FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
    { prepared: true },
  )
  return rows.length > 0
}

function filterConditions({ orderNo, ...filters }: CaseFilters, add: (value: unknown) => string): string[] {
  const columns = ['shopId', 'status', 'waitingOn', 'type'] as const
  const conditions = columns.flatMap((column) =>
    filters[column] === undefined ? [] : [`"${column}" = ${add(filters[column])}`],
  )
  // with the order's shop, so that the index by shop and order finds them across all shops too
  if (orderNo !== undefined) {
    const no = add(orderNo)
    conditions.push(`"orderNo" = ${no} AND "shopId" = (SELECT "shopId" FROM "Order" WHERE "no" = ${no})`)
  }
  return conditions
}

function afterCondition(order: CaseOrder, { at, no }: CaseKey, add: (value: unknown) => string): string {
  const instant = at === null ? `'infinity'::timestamptz` : `${add(new Date(at))}::timestamptz`
  return order === 'dueAt'
    ? `("dueSort", "no") > (${instant}, ${add(no)})`
    : `("openedAt", "no") < (${instant}, ${add(no)})`
}
