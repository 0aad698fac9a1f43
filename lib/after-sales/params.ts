import { CASE_FLAGS } from '@/lib/marks/domain/mark'
import { AFTER_SALE_TYPES, APPLICATION_REASONS } from './domain/after-sale'
import { ASSIGNEES, type AssigneeFilter, QUEUE_TABS, type QueueFilter, SORTS_OF } from './views'

/** The queue's filters as they stand in the URL, for server and browser. Amounts are in yuan there. */
export const QUEUE_PARAMS = [
  'tab',
  'sort',
  'search',
  'type',
  'reason',
  'min',
  'max',
  'within',
  'hour',
  'assignee',
  'flag',
] as const
export type QueueParam = (typeof QUEUE_PARAMS)[number]

const HOUR = 3_600_000
/** As much as anybody types; the rest cannot begin a number or a name. */
const LONGEST_SEARCH = 64

/** Never throws: what makes no sense is as if it were not there. A search goes over all tabs unless one is named. */
export function parseQueueParams(params: URLSearchParams): QueueFilter {
  const search = params.get('search')?.trim().slice(0, LONGEST_SEARCH).replaceAll('\0', '') || undefined
  const tab = oneOf(QUEUE_TABS, params.get('tab')) ?? (search ? 'ALL' : 'MERCHANT')
  return {
    tab,
    sort: oneOf(SORTS_OF[tab], params.get('sort')),
    search,
    type: oneOf(AFTER_SALE_TYPES, params.get('type')),
    reason: oneOf(APPLICATION_REASONS, params.get('reason')),
    minFen: parseYuan(params.get('min')),
    maxFen: parseYuan(params.get('max')),
    dueWithinHours: parseHours(params.get('within')),
    dueHour: parseHour(params.get('hour')),
    assignee: parseAssignee(params.get('assignee')),
    flag: oneOf(CASE_FLAGS, params.get('flag')),
  }
}

/** The same URL with these parameters changed; null takes one away. Begins with `?` unless nothing is left. */
export function withQueueParams(params: URLSearchParams, changes: { [P in QueueParam]?: string | null }): string {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next.size > 0 ? `?${next}` : '?'
}

/** Only what the queue understands, in one order: the same filters are the same key. */
export function queueKey(params: URLSearchParams): string {
  const known = new URLSearchParams()
  for (const name of QUEUE_PARAMS) {
    const value = params.get(name)
    if (value) known.set(name, value)
  }
  return known.toString()
}

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((one) => one === value)
}

/** `29.90` → 2990 */
function parseYuan(text: string | null): number | undefined {
  if (!text || !/^\d{1,8}(\.\d{1,2})?$/.test(text)) return undefined
  const fen = Math.round(Number(text) * 100)
  return fen <= 2_000_000_000 ? fen : undefined
}

function parseHours(text: string | null): number | undefined {
  const hours = text && /^\d{1,3}$/.test(text) ? Number(text) : 0
  return hours > 0 ? hours : undefined
}

/** `ME`, `OTHERS`, `NONE`, or a member's id. */
function parseAssignee(text: string | null): AssigneeFilter | undefined {
  return oneOf(ASSIGNEES, text) ?? (text && /^[\w-]{1,64}$/.test(text) ? { userId: text } : undefined)
}

function parseHour(text: string | null): number | undefined {
  const instant = text && /^\d{12,14}$/.test(text) ? Number(text) : 0
  return instant > 0 && instant % HOUR === 0 ? instant : undefined
}
