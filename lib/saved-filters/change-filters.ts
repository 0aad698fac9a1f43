import { randomUUID } from 'node:crypto'
import { ofShop } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import {
  addFilter,
  type ChangedFilters,
  type Direction,
  moveFilter,
  removeFilter,
  renameFilter,
  replaceQuery,
  type SavedFilter,
} from './domain/filter-list'
import { keptQuery } from './params'
import { type FilterOwner, lockFilters, saveFilters } from './store'
import type { FilterRefused, FilterSaved } from './views'

/** `id` and `at`: of one that was removed and comes back where it stood. */
export type NewFilter = { name: string; query: string; id?: string | undefined; at?: number | undefined }
type Outcome = Promise<FilterSaved | FilterRefused>

export function enterFilter(owner: FilterOwner, { name, query, id = randomUUID(), at }: NewFilter): Outcome {
  const filter = { id, name, query: keep(query) }
  return changeList(owner, id, (list) => addFilter(list, filter, at))
}

export function nameFilter(owner: FilterOwner, id: string, name: string): Outcome {
  return changeList(owner, id, (list) => renameFilter(list, id, name))
}

export function rewriteFilter(owner: FilterOwner, id: string, query: string): Outcome {
  return changeList(owner, id, (list) => replaceQuery(list, id, keep(query)))
}

export function deleteFilter(owner: FilterOwner, id: string): Outcome {
  return changeList(owner, id, (list) => removeFilter(list, id))
}

export function shiftFilter(owner: FilterOwner, id: string, direction: Direction): Outcome {
  return changeList(owner, id, (list) => moveFilter(list, id, direction))
}

function keep(query: string): string {
  return keptQuery(new URLSearchParams(query))
}

async function changeList(owner: FilterOwner, id: string, change: (list: SavedFilter[]) => ChangedFilters): Outcome {
  return inTransaction(ofShop(owner.shopId), async (tx): Promise<FilterSaved | FilterRefused> => {
    const before = await lockFilters(tx, owner)
    if (before === null) return { ok: false, refusal: { code: 'shopUnknown' } }
    const changed = change(before)
    if (!changed.ok) return changed
    await saveFilters(tx, owner, changed.list)
    return { ok: true, id, list: changed.list }
  })
}
