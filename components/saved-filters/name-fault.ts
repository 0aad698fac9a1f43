import { FILTER_NAME_MAX } from '@/lib/saved-filters/domain/filter-list'

/** What is wrong with a name before it is sent. */
export function nameFault(name: string): 'missing' | 'tooLong' | null {
  const length = [...name.trim()].length
  if (length === 0) return 'missing'
  return length > FILTER_NAME_MAX ? 'tooLong' : null
}
