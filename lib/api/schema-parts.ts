import { z } from 'zod'

/** What many answers are made of. */

/** UTC with milliseconds. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'UTC with milliseconds', example: '2026-03-25T08:00:00.000Z' })

/** Integer fen. */
export const fen = z.int().min(0).meta({ description: 'Integer fen: 12800 is ¥128.00', example: 12800 })

/** One page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'For `cursor` of the next page; null on the last one' }),
  })
}
