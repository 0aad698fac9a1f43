import { COUNT_LIMIT } from '@/lib/after-sales/views'
import type { Queue } from './use-queue'

/**
 * How many cases the queue holds, COUNT_LIMIT for that many or more and while nobody has counted. `counted`: how many the
 * tab holds without filters.
 */
export function queueTotal({ rows, hasMore, filter }: Queue, counted: number | undefined): number {
  const { tab: _, sort: __, ...filters } = filter
  const narrowed = Object.values(filters).some((value) => value !== undefined)
  const all = narrowed ? (hasMore ? undefined : rows.length) : counted
  return all === undefined ? COUNT_LIMIT : Math.max(all, rows.length)
}
