'use server'

import type { z } from 'zod'
import { membershipIn, requireViewer } from '@/lib/auth/gate'
import { deleteFilter, enterFilter, nameFilter, rewriteFilter, shiftFilter } from './change-filters'
import { filterMoveSchema, filterNameSchema, filterQuerySchema, filterRemovalSchema, newFilterSchema } from './commands'
import type { FilterOwner } from './store'
import type { FilterOutcome } from './views'

/** Everybody keeps his own, of the shop that the screen showed. */

export async function saveFilter(input: z.input<typeof newFilterSchema>): Promise<FilterOutcome> {
  return run(newFilterSchema, input, (owner, filter) => enterFilter(owner, filter))
}

/** Under another name. */
export async function renameFilter(input: z.input<typeof filterNameSchema>): Promise<FilterOutcome> {
  return run(filterNameSchema, input, (owner, { id, name }) => nameFilter(owner, id, name))
}

/** Under its name another filter. */
export async function updateFilter(input: z.input<typeof filterQuerySchema>): Promise<FilterOutcome> {
  return run(filterQuerySchema, input, (owner, { id, query }) => rewriteFilter(owner, id, query))
}

export async function removeFilter(input: z.input<typeof filterRemovalSchema>): Promise<FilterOutcome> {
  return run(filterRemovalSchema, input, (owner, { id }) => deleteFilter(owner, id))
}

export async function moveFilter(input: z.input<typeof filterMoveSchema>): Promise<FilterOutcome> {
  return run(filterMoveSchema, input, (owner, { id, direction }) => shiftFilter(owner, id, direction))
}

async function run<T extends { shopId: string }>(
  schema: z.ZodType<T>,
  input: unknown,
  act: (owner: FilterOwner, request: T) => Promise<FilterOutcome>,
): Promise<FilterOutcome> {
  const request = schema.safeParse(input)
  if (!request.success) return { ok: false, invalid: true }
  const viewer = await requireViewer()
  const membership = membershipIn(viewer, request.data.shopId)
  if (!membership) return { ok: false, refusal: { code: 'shopUnknown' } }
  return act({ shopId: membership.shopId, userId: viewer.userId }, request.data)
}
