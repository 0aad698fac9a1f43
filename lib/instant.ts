import { z } from 'zod'

/** What the database can hold and four digits can name. */
const FIRST = Date.UTC(1970, 0, 1)
const LAST = Date.UTC(9999, 11, 31)

/** An instant with its zone, kept to the millisecond. */
export function instantSchema() {
  return z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 instant with its zone, such as 2026-03-25T08:00:00.000Z' })
    .transform((value) => new Date(value))
    .refine((at) => at.getTime() >= FIRST && at.getTime() <= LAST, {
      error: 'must lie between the years 1970 and 9999',
      params: { code: 'outOfRange' },
    })
}
