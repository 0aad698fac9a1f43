import { z } from 'zod'
import { cursorOf, encodeCursor } from './cursor'

const DEFAULT_LIMIT = 50

/** `limit` of every list. */
export const limitSchema = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, { error: 'must be a whole number from 1 to 100' })
  .transform(Number)
  .pipe(z.int().max(100, { error: 'must be a whole number from 1 to 100' }))
  .default(DEFAULT_LIMIT)
  .meta({
    description: 'How many at most',
    override: { type: 'integer', minimum: 1, maximum: 100, default: DEFAULT_LIMIT, pattern: undefined },
  })

/** The query of a list that goes back by a running number. */
export const logQuery = z.strictObject({
  limit: limitSchema,
  cursor: cursorOf(z.tuple([z.literal('seq'), z.int().min(1).max(2_147_483_647)])).optional(),
})

/** One page of `rows`, which hold one more than `limit` where there is a next page. */
export function toPage<R, J>(
  rows: readonly R[],
  limit: number,
  { json, cursor }: { json: (row: R) => J; cursor: (last: R) => readonly (string | number | null)[] },
): { data: J[]; nextCursor: string | null } {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { data: rows.slice(0, limit).map(json), nextCursor: last === undefined ? null : encodeCursor(cursor(last)) }
}
