import { z } from 'zod'
import { MEDIA_TYPES } from '@/lib/files/views'

/** What many answers are made of. */

/** UTC with milliseconds. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'UTC with milliseconds', examples: ['2026-03-25T08:00:00.000Z'] })

/** Integer fen. */
export const fen = z
  .int()
  .min(0)
  .meta({ description: 'Integer fen: 12800 is ¥128.00', examples: [12_800] })

/** A file of a case. */
export const attachment = z
  .strictObject({
    id: z.string(),
    mediaType: z.enum(MEDIA_TYPES).meta({ description: 'By its content' }),
    bytes: z.int().min(1).meta({ description: 'As it is stored: images are re-encoded' }),
  })
  .meta({ id: 'Attachment' })

/** One page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'For `cursor` of the next page; null on the last one' }),
  })
}
