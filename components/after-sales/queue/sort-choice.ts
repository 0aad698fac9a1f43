import { type QueueFilter, type QueueSort, type QueueTab, SORTS_OF } from '@/lib/after-sales/views'

/** An order as people name it. Where nothing falls due, what was applied for first comes first. */
export type OrderWord = QueueSort | 'OLDEST'

const WITHOUT_DEADLINES: ReadonlySet<QueueTab> = new Set(['PLATFORM', 'GATEWAY'])

/** What the list is ordered by. */
export function orderWord({ tab, sort }: Pick<QueueFilter, 'tab' | 'sort'>): OrderWord {
  const chosen = sort ?? SORTS_OF[tab][0]
  return chosen === 'DUE' && WITHOUT_DEADLINES.has(tab) ? 'OLDEST' : chosen
}
