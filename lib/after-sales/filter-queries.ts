import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { DEADLINE_KINDS } from './domain/after-sale'
import { isTarget } from './domain/deadline'
import type { Instant } from './domain/policy'
import { QUEUE_WHERE } from './queue-order'
import type { AssigneeFilter, QueueFilter } from './views'

/** What narrows a list, as SQL conditions; `add` takes a value and gives its placeholder. */

const HOUR = 3_600_000
/** The deadlines whose end decides something. */
const DECIDING = DEADLINE_KINDS.filter((kind) => !isTarget(kind))

/** One shop by equality, so that its index gives the order; several or all by set. */
export function scopeCondition(scope: Scope, add: (value: unknown) => string): string {
  const shopIds = shopIdsOf(scope)
  if (!shopIds) return 'TRUE'
  return shopIds.length === 1 ? `"shopId" = ${add(shopIds[0])}` : `"shopId" = ANY (${add(shopIds)}::text[])`
}

/** Who asks, and when. */
export type Asker = { now: Instant; userId: string | null }

/** All that makes a case one of the filter's list. */
export async function queueConditions(
  scope: Scope,
  filter: QueueFilter,
  asker: Asker,
  add: (value: unknown) => string,
): Promise<string[]> {
  const conditions = [QUEUE_WHERE[filter.tab], scopeCondition(scope, add), ...filterConditions(filter, asker, add)]
  if (filter.search) conditions.push(await searchCondition(scope, filter.search, add))
  return conditions
}

function filterConditions(filter: QueueFilter, { now, userId }: Asker, add: (value: unknown) => string): string[] {
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
    // what the forecast counts: nothing follows from the end of a target
    conditions.push(`"dueSort" >= ${add(from)} AND "dueSort" < ${add(until)} AND "dueKind" = ANY (${add(DECIDING)})`)
  }
  if (filter.assignee) conditions.push(assigneeCondition(filter.assignee, userId, add))
  if (filter.flag) conditions.push(`"flag" = ${add(filter.flag)}`)
  return conditions
}

function assigneeCondition(assignee: AssigneeFilter, userId: string | null, add: (value: unknown) => string): string {
  if (assignee === 'NONE') return '"assigneeId" IS NULL'
  if (assignee === 'OTHERS') return `"assigneeId" <> ${add(userId)}`
  return `"assigneeId" = ${add(assignee === 'ME' ? userId : assignee.userId)}`
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
  const { rows } = await within(scope).query<{ no: string }>(
    `SELECT "no" FROM "Order" WHERE ${inScope} AND ("trackingNo" LIKE $1 OR "trackingNo" LIKE $2) LIMIT 200`,
    params,
  )
  return rows.map(({ no }) => no)
}
