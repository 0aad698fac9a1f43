import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { beginsWith } from './beginning'
import { DEADLINE_KINDS } from './domain/after-sale'
import { isTarget } from './domain/deadline'
import { QUEUE_WHERE } from './queue-order'
import type { AssigneeFilter, QueueFilter } from './views'

/** What narrows a list, as SQL conditions; `add` takes a value and gives its placeholder. */

const HOUR = 3_600_000
/** As many orders as a tracking number finds. */
const MOST_SHIPPED = 200
/** The deadlines whose end decides something. */
const DECIDING = DEADLINE_KINDS.filter((kind) => !isTarget(kind))

/** One shop by equality, so that its index gives the order; several or all by set. */
export function scopeCondition(scope: Scope, add: (value: unknown) => string): string {
  const shopIds = shopIdsOf(scope)
  if (!shopIds) return 'TRUE'
  return shopIds.length === 1 ? `"shopId" = ${add(shopIds[0])}` : `"shopId" = ANY (${add(shopIds)}::text[])`
}

/** All that makes a case one of the filter's list; `userId`: who asks. */
export function queueConditions(
  scope: Scope,
  filter: QueueFilter,
  userId: string | null,
  add: (value: unknown) => string,
): string[] {
  return [QUEUE_WHERE[filter.tab], scopeCondition(scope, add), ...filterConditions(scope, filter, userId, add)]
}

/** All that makes a case of the filter's tab in the scope one of its list. */
export function filterConditions(
  scope: Scope,
  filter: QueueFilter,
  userId: string | null,
  add: (value: unknown) => string,
): string[] {
  const conditions: string[] = []
  if (filter.type) conditions.push(`"type" = ${add(filter.type)}`)
  if (filter.reason) conditions.push(`"reason" = ${add(filter.reason)}`)
  if (filter.minFen !== undefined) conditions.push(`"amountFen" >= ${add(filter.minFen)}`)
  if (filter.maxFen !== undefined) conditions.push(`"amountFen" <= ${add(filter.maxFen)}`)
  if (filter.dueWithinHours !== undefined)
    conditions.push(`"dueSort" <= (SELECT app_now()) + ${add(filter.dueWithinHours)}::int * interval '1 hour'`)
  if (filter.dueHour !== undefined) {
    const from = new Date(filter.dueHour)
    const until = new Date(filter.dueHour + HOUR)
    // what the forecast counts: nothing follows from the end of a target
    conditions.push(`"dueSort" >= ${add(from)} AND "dueSort" < ${add(until)} AND "dueKind" = ANY (${add(DECIDING)})`)
  }
  if (filter.assignee) conditions.push(assigneeCondition(filter.assignee, userId, add))
  if (filter.flag) conditions.push(`"flag" = ${add(filter.flag)}`)
  if (filter.search) conditions.push(searchCondition(scope, filter.search, add))
  return conditions
}

function assigneeCondition(assignee: AssigneeFilter, userId: string | null, add: (value: unknown) => string): string {
  if (assignee === 'NONE') return '"assigneeId" IS NULL'
  if (assignee === 'OTHERS') return `"assigneeId" <> ${add(userId)}`
  return `"assigneeId" = ${add(assignee === 'ME' ? userId : assignee.userId)}`
}

/** Beginnings only: every alternative is one index range, at a million cases as at a hundred. */
function searchCondition(scope: Scope, search: string, add: (value: unknown) => string): string {
  const begins = (column: string, text: string) => beginsWith(column, text, add)
  const number = search.toUpperCase()
  const spellings = [...new Set([search, number])]
  const anyOf = (column: string) => spellings.map((text) => begins(column, text)).join(' OR ')
  // the orders that went out under a tracking number that begins so
  const shipped = `SELECT "no" FROM "Order" WHERE ${scopeCondition(scope, add)} AND (${anyOf('trackingNo')}) LIMIT ${MOST_SHIPPED}`
  return `(${begins('no', number)} OR ${begins('buyerName', search)} OR ${begins('orderNo', search)}
    OR ${anyOf('returnTrackingNo')} OR "orderNo" = ANY (ARRAY(${shipped})))`
}
