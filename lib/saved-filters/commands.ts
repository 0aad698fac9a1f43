import { z } from 'zod'
import { identifier, line } from '@/lib/text'
import { DIRECTIONS, FILTER_NAME_MAX, FILTERS_MAX } from './domain/filter-list'

const name = line({ max: FILTER_NAME_MAX })
/** An address's search as a browser sends it; what is kept of it is shorter. */
const query = z.string().max(2000)
const shopId = identifier()

/** `id` and `at` (from 0): of one that was removed and comes back. */
export const newFilterSchema = z.strictObject({
  shopId,
  name,
  query,
  id: z.uuid().optional(),
  at: z.int().min(0).max(FILTERS_MAX).optional(),
})
export const filterNameSchema = z.strictObject({ shopId, id: identifier(), name })
export const filterQuerySchema = z.strictObject({ shopId, id: identifier(), query })
export const filterRemovalSchema = z.strictObject({ shopId, id: identifier() })
export const filterMoveSchema = z.strictObject({ shopId, id: identifier(), direction: z.enum(DIRECTIONS) })
