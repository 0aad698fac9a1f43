import { cache } from 'react'
import type { Scope, ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { countFilters } from './count-queries'
import type { CaseCount } from './domain/case-count'
import { filterOf } from './params'
import { readFilters } from './store'
import { BUILT_IN, type BuiltIn, type SavedFilters } from './views'

const NONE: CaseCount = { cases: 0, more: true }
const KEYS: readonly BuiltIn[] = ['MINE', 'UNASSIGNED']

/**
 * The filters that stand beside the queue of this shop for this member, with how many cases each shows him, as they stand:
 * whoever shows it settles first (`settleForList`). Once for a page.
 */
export const loadSavedFilters = cache(async (shopId: ShopId, userId: string): Promise<SavedFilters> => {
  const scope: Scope = { kind: 'SHOPS', shopIds: [shopId] }
  const own = await readFilters(within(ofShop(shopId)), { shopId, userId })
  const queries = [...KEYS.map((key) => BUILT_IN[key]), ...own.map(({ query }) => query)]
  const counts = await countFilters(scope, queries.map(filterOf), userId)
  return {
    builtIn: KEYS.map((key, at) => ({ key, query: BUILT_IN[key], count: counts[at] ?? NONE })),
    own: own.map((filter, at) => ({ ...filter, count: counts[KEYS.length + at] ?? NONE })),
  }
})
