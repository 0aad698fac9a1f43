import type { CaseCount } from './domain/case-count'
import type { FilterRefusal, SavedFilter } from './domain/filter-list'

/** Those that everybody has, before his own. */
export const BUILT_IN = {
  MINE: 'tab=MERCHANT&assignee=ME',
  UNASSIGNED: 'tab=MERCHANT&assignee=NONE',
} as const
export type BuiltIn = keyof typeof BUILT_IN

/** With how many cases each shows now. */
export type SavedFilters = {
  builtIn: { key: BuiltIn; query: string; count: CaseCount }[]
  own: (SavedFilter & { count: CaseCount })[]
}

/** `list`: the member's own as they are now. */
export type FilterSaved = { ok: true; id: string; list: SavedFilter[] }
export type FilterRefused = { ok: false; refusal: FilterRefusal }
/** What was sent is no request of the screen's. */
export type FilterInvalid = { ok: false; invalid: true }
export type FilterOutcome = FilterSaved | FilterRefused | FilterInvalid
