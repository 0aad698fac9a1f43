import type { EventData } from '@/lib/after-sales/domain/events'
import type { CaseView, TimelineEntry } from '@/lib/after-sales/views'

export type InstantJudged = EventData['InstantRefundJudged']

/** R5.2 What this very application was judged by; null where the shop had it off, or it asks for something else. */
export function instantJudgedOf({ no, timeline }: Pick<CaseView, 'no' | 'timeline'>): InstantJudged | null {
  return timeline.filter((entry) => entry.afterSaleNo === no).find(isJudged)?.data ?? null
}

function isJudged(entry: TimelineEntry): entry is TimelineEntry & { data: InstantJudged } {
  return entry.type === 'InstantRefundJudged'
}
