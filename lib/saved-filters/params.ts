import { parseQueueParams } from '@/lib/after-sales/params'
import { type QueueFilter, SORTS_OF } from '@/lib/after-sales/views'

/** Which of the saved filters an address came from: it stays while the filter is changed, so that it can be kept so. */
export const SAVED_PARAM = 'saved'

/**
 * What is kept of an address of the queue: the filter, written in one way only, so that two addresses that show the same
 * are the same text. An hour of the forecast is not kept: it will be over.
 */
export function keptQuery(params: URLSearchParams): string {
  const { tab, sort, search, type, reason, minFen, maxFen, dueWithinHours, assignee, flag } = parseQueueParams(params)
  const kept = {
    tab,
    sort: sort === SORTS_OF[tab][0] ? undefined : sort,
    search,
    type,
    reason,
    min: yuan(minFen),
    max: yuan(maxFen),
    within: dueWithinHours,
    assignee: typeof assignee === 'object' ? assignee.userId : assignee,
    flag,
  }
  const written = Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return new URLSearchParams(written).toString()
}

/** The filter that a kept query stands for. */
export function filterOf(query: string): QueueFilter {
  return parseQueueParams(new URLSearchParams(query))
}

/** Where a kept query is shown; `id`: of the saved filter. */
export function addressOf(query: string, id?: string): string {
  const params = new URLSearchParams(query)
  if (id !== undefined) params.set(SAVED_PARAM, id)
  return `/cases?${params}`
}

function yuan(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : String(fen / 100)
}
