/** A member's own filters of the queue in their order, each under a name, and how the list changes. Pure. */

/** `query`: the filter as it stands in the address of the queue. */
export type SavedFilter = { id: string; name: string; query: string }

/** In code points. */
export const FILTER_NAME_MAX = 20
/** They stand in the side bar, and each is counted. */
export const FILTERS_MAX = 20

export type FilterRefusal =
  /** There is none, or it is somebody else's. */
  | { code: 'filterUnknown' }
  /** `name`: as the one that has it is written. */
  | { code: 'nameTaken'; name: string }
  | { code: 'tooMany'; max: number }
  | { code: 'shopUnknown' }

export type ChangedFilters = { ok: true; list: SavedFilter[] } | { ok: false; refusal: FilterRefusal }

export const DIRECTIONS = ['UP', 'DOWN'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** At this place, counted from 0; at the end without one, or when there are fewer. */
export function addFilter(list: readonly SavedFilter[], filter: SavedFilter, at = list.length): ChangedFilters {
  // what was asked for twice is there once
  if (list.some(({ id }) => id === filter.id)) return changed(list)
  if (list.length >= FILTERS_MAX) return refused({ code: 'tooMany', max: FILTERS_MAX })
  return refuseName(list, filter.name) ?? changed([...list.slice(0, at), filter, ...list.slice(at)])
}

export function renameFilter(list: readonly SavedFilter[], id: string, name: string): ChangedFilters {
  const others = list.filter((one) => one.id !== id)
  if (others.length === list.length) return refused({ code: 'filterUnknown' })
  return refuseName(others, name) ?? changed(list.map((one) => (one.id === id ? { ...one, name } : one)))
}

/** Under its name, in its place, it is this query from now on. */
export function replaceQuery(list: readonly SavedFilter[], id: string, query: string): ChangedFilters {
  if (list.every((one) => one.id !== id)) return refused({ code: 'filterUnknown' })
  return changed(list.map((one) => (one.id === id ? { ...one, query } : one)))
}

export function removeFilter(list: readonly SavedFilter[], id: string): ChangedFilters {
  const rest = list.filter((one) => one.id !== id)
  return rest.length === list.length ? refused({ code: 'filterUnknown' }) : changed(rest)
}

/** By one place; the first goes no higher and the last no lower. */
export function moveFilter(list: readonly SavedFilter[], id: string, direction: Direction): ChangedFilters {
  const at = list.findIndex((one) => one.id === id)
  if (at === -1) return refused({ code: 'filterUnknown' })
  const to = direction === 'UP' ? at - 1 : at + 1
  const [moved, passed] = [list[at], list[to]]
  if (!moved || !passed) return changed(list)
  return changed(list.map((one, n) => (n === at ? passed : n === to ? moved : one)))
}

/** One finds a filter by its name. */
function refuseName(others: readonly SavedFilter[], name: string): ChangedFilters | null {
  const taken = others.find((one) => one.name.toLowerCase() === name.toLowerCase())
  return taken ? refused({ code: 'nameTaken', name: taken.name }) : null
}

function changed(list: readonly SavedFilter[]): ChangedFilters {
  return { ok: true, list: [...list] }
}

function refused(refusal: FilterRefusal): ChangedFilters {
  return { ok: false, refusal }
}
