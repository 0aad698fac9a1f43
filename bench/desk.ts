import { loadCase } from '@/lib/after-sales/case-queries'
import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { countQueue, findNextUrgent, findShopOf, loadQueue } from '@/lib/after-sales/queries'
import { QUEUE_TABS, type QueueFilter, type QueueTab, SORTS_OF } from '@/lib/after-sales/views'
import type { Scope, ShopId } from '@/lib/auth/scope'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'
import { countUnread, listNotices } from '@/lib/notifications/queries'
import { countFilters } from '@/lib/saved-filters/count-queries'
import { FILTERS_MAX } from '@/lib/saved-filters/domain/filter-list'
import { filterOf } from '@/lib/saved-filters/params'
import { BUILT_IN } from '@/lib/saved-filters/views'
import { countServices } from '@/lib/services/queries'

export type Asked = { name: string; run: () => Promise<unknown> }
export type Asker = { shopId: ShopId; userId: string; no: string }

/** A filter of each kind. */
const FILTERS: QueueFilter[] = [
  { tab: 'MERCHANT', assignee: 'ME' },
  { tab: 'MERCHANT', assignee: 'OTHERS' },
  { tab: 'MERCHANT', assignee: 'NONE' },
  { tab: 'MERCHANT', assignee: { userId: 'member-7' } },
  { tab: 'ALL', assignee: 'ME' },
  { tab: 'MERCHANT', flag: 'RISK' },
  { tab: 'ALL', flag: 'PRIORITY' },
  { tab: 'MERCHANT', type: 'REFUND_ONLY' },
  { tab: 'MERCHANT', reason: 'OTHER', minFen: 100, maxFen: 20_000 },
  { tab: 'MERCHANT', dueWithinHours: 24 },
  { tab: 'ALL', search: 'AS00000001' },
  { tab: 'ALL', search: '丁小' },
  { tab: 'ALL', search: 'O1234' },
]

const builtIn = Object.values(BUILT_IN).map(filterOf)
/** The built-in filters and as many saved ones as somebody can have, of every kind. */
export const SAVED: QueueFilter[] = [
  ...builtIn,
  ...Array.from({ length: FILTERS_MAX }, (_, n) => FILTERS[n % FILTERS.length] ?? filterOf('')),
]

/** Everything that the desk asks of the database to show a queue and a case of it. */
export function listAsked({ shopId, userId, no }: Asker): Asked[] {
  const scope: Scope = { kind: 'SHOPS', shopIds: [shopId] }
  const queue = (filter: QueueFilter, pages: number) => async () => {
    let cursor: string | undefined
    for (let page = 0; page < pages; page++)
      cursor = (await loadQueue(scope, filter, { cursor, userId })).nextCursor ?? cursor
  }
  const orders = QUEUE_TABS.flatMap((tab: QueueTab) => SORTS_OF[tab].map((sort) => ({ tab, sort })))
  const hour = Math.floor(Date.now() / 3_600_000 + 30) * 3_600_000
  return [
    ...orders.map((filter) => ({ name: `queue ${filter.tab} by ${filter.sort}`, run: queue(filter, 3) })),
    ...[...FILTERS, { tab: 'MERCHANT', dueHour: hour } as const].map((filter) => ({
      name: `queue ${JSON.stringify(filter)}`,
      run: queue(filter, 1),
    })),
    { name: 'counts of the tabs', run: () => countQueue(scope) },
    { name: 'forecast', run: () => forecastQueue(scope) },
    { name: 'counts of saved filters', run: () => countFilters(scope, SAVED, userId) },
    { name: 'next urgent case', run: () => findNextUrgent(scope, [no]) },
    { name: 'shop of a case', run: () => findShopOf(scope, no) },
    { name: 'case', run: () => loadCase(scope, 'AGENT', no) },
    { name: 'disputes', run: () => loadDisputes(scope, 'TO_RULE') },
    { name: 'counts of disputes', run: () => countDisputes(scope) },
    { name: 'counts of services', run: () => countServices(scope) },
    { name: 'notices', run: () => listNotices({ userId, owners: [shopId] }, null) },
    { name: 'unread notices', run: () => countUnread({ userId, owners: [shopId] }) },
  ]
}
