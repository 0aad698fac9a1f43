import { z } from 'zod'
import { REJECTION_REASONS } from '@/lib/after-sales/domain/after-sale'
import { LOCALES } from '@/lib/i18n/locale'
import { identifier, text } from '@/lib/text'
import { REPLY_KINDS } from './domain/quick-reply'
import { DIRECTIONS } from './domain/reply-list'

/** As somebody typed it; the domain says what is wrong with it. */
const replyText = z.strictObject({
  title: text({ min: 0, max: 200 }),
  text: text({ min: 0, max: 5000 }),
  reasonCode: z.enum(REJECTION_REASONS).nullable(),
})

/** `locale`: the language in which the screen showed what comes with the product. */
const list = { shopId: identifier(), kind: z.enum(REPLY_KINDS), locale: z.enum(LOCALES) }
const hasNoStrayReason = ({ kind, reply }: { kind: string; reply: { reasonCode: string | null } }) =>
  kind === 'REJECTION' || reply.reasonCode === null

export const newReplySchema = z.strictObject({ ...list, reply: replyText }).refine(hasNoStrayReason)
/** `seen`: how it read when the form was opened. */
export const replyChangeSchema = z
  .strictObject({ ...list, id: identifier(), seen: replyText, reply: replyText })
  .refine(hasNoStrayReason)
export const replyRemovalSchema = z.strictObject({ ...list, id: identifier() })
export const replyMoveSchema = z.strictObject({ ...list, id: identifier(), direction: z.enum(DIRECTIONS) })
