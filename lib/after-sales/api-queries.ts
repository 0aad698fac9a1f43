import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'
import type {
  AfterSale,
  AfterSaleType,
  ClaimedLine,
  RefundOrigin,
  ReturnAddress,
  Status,
  WaitingOn,
} from './domain/after-sale'
import { hasPassed } from './domain/deadline'
import type { Instant } from './domain/policy'
import { scopeCondition } from './filter-queries'
import { type AfterSaleRow, STATE_COLUMNS, toState } from './row'
import { settleOverdue } from './sweep'
import type { RefundStatus } from './views'

/** A case as the API shows it: its state, what stands beside it, and the time at which it was read. */
export type CaseFacts = {
  state: AfterSale
  buyerName: string
  nextNo: string | null
  refund: { no: string; origin: RefundOrigin; amountFen: number; status: RefundStatus; attempts: number } | null
  returnAddresses: ReturnAddress[]
  now: Instant
}
type CaseRow = AfterSaleRow &
  Omit<CaseFacts, 'state' | 'returnAddresses' | 'now'> & {
    lines: ClaimedLine[]
    returnAddresses: ReturnAddress[] | null
    now: Date
  }

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

/** Only an approval of a return asks for the addresses. */
const SELECT_FACTS = `SELECT ${STATE_COLUMNS.map((column) => `c."${column}"`).join(', ')}, c."buyerName", (SELECT app_now()) AS "now",
  (SELECT jsonb_agg(jsonb_build_object('lineNo', l."lineNo", 'quantity', l."quantity", 'amountFen', l."amountFen") ORDER BY l."lineNo")
     FROM "AfterSaleLine" l WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no") AS "lines",
  CASE WHEN c."type" = 'RETURN_REFUND' AND c."status" = 'PENDING_REVIEW' THEN
    (SELECT jsonb_agg(to_jsonb(a) - 'shopId' - 'createdAt') FROM "ReturnAddress" a WHERE a."shopId" = c."shopId")
  END AS "returnAddresses",
  (SELECT n."no" FROM "AfterSale" n WHERE n."shopId" = c."shopId" AND n."previousNo" = c."no"
     ORDER BY n."openedAt", n."no" LIMIT 1) AS "nextNo",
  (SELECT jsonb_build_object('no', r."no", 'origin', r."origin", 'amountFen', r."amountFen", 'status', r."status", 'attempts', r."attempts")
     FROM "Refund" r WHERE r."afterSaleNo" = c."no") AS "refund"`

/** One case of the scope as it stands in this transaction; null when there is none. Its clock is not settled here. */
export async function readCase(tx: Tx, scope: Scope, no: string): Promise<CaseFacts | null> {
  const { rows } = await tx.query<CaseRow>(
    `${SELECT_FACTS} FROM "AfterSale" c WHERE c."no" = $1 AND ($2::text[] IS NULL OR c."shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? toFacts(rows[0]) : null
}

/** One case of the scope, its overdue clock settled first (R0.3). */
export async function loadCaseFacts(scope: Scope, no: string): Promise<CaseFacts | null> {
  for (;;) {
    await settleOverdue(scope, { no })
    const facts = await readCase(database, scope, no)
    // its time may have run out between the two
    if (!facts || !hasPassed(facts.state.deadline, facts.now)) return facts
  }
}

/** At most `limit` cases after `after`, overdue clocks of the scope settled first (R0.3). */
export async function loadCasePage(
  scope: Scope,
  page: { filters: CaseFilters; order: CaseOrder; limit: number; after: CaseKey | null },
): Promise<CaseFacts[]> {
  await settleOverdue(scope)
  const params: unknown[] = []
  const add = (value: unknown) => `$${params.push(value)}`
  const conditions = [scopeCondition(scope, add), ...filterConditions(page.filters, add)]
  const order = page.order === 'dueAt' ? '"dueSort", "no"' : '"openedAt" DESC, "no" DESC'
  if (page.after) conditions.push(afterCondition(page.order, page.after, add))
  const { rows } = await database.query<CaseRow>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${add(page.limit)})
     ${SELECT_FACTS} FROM c ORDER BY ${order}`,
    params,
  )
  return rows.map(toFacts)
}

/** Who applied and in which shop; null when the scope has no such case. */
export async function findCaseParties(scope: Scope, no: string): Promise<{ shopId: string; buyerId: string } | null> {
  const { rows } = await database.query<{ shopId: string; buyerId: string }>(
    `SELECT "shopId", "buyerId" FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ?? null
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

function toFacts({ lines, returnAddresses, buyerName, nextNo, refund, now, ...row }: CaseRow): CaseFacts {
  const state = toState(row, lines)
  return { state, buyerName, nextNo, refund, returnAddresses: returnAddresses ?? [], now: now.getTime() }
}
