import { z } from 'zod'
import { commandSchemas } from '@/lib/after-sales/commands'
import { MESSAGE_TEXT } from '@/lib/after-sales/domain/text'
import { identifier, text } from '@/lib/text'
import { BULK_LIMIT } from './domain/run'

/** What the desk sends; form and action share it. Which cases can go along, the domain says. */

// more than an act takes are refused by name
const nos = z.array(identifier()).max(BULK_LIMIT * 2)

export const bulkActSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('approve') }),
  // an empty one is refused by its name
  z.strictObject({ type: z.literal('sendMessage'), text: text({ ...MESSAGE_TEXT, min: 0 }) }),
  commandSchemas.logContact.safeExtend({ type: z.literal('logContact') }),
  z.strictObject({ type: z.literal('assign'), userId: identifier().nullable() }),
])

export const bulkSelectionSchema = z.union([
  z.strictObject({ nos }),
  z.strictObject({ query: z.string().max(2000), except: nos }),
])

export const prepareSchema = z.strictObject({ act: bulkActSchema, selection: bulkSelectionSchema })
export const bulkRunSchema = z.strictObject({ id: z.uuid() })
