import { z } from 'zod'
import { identifier } from '@/lib/text'

const LAST_INSTANT = Date.UTC(9999, 11, 31)

/** Where a page of endpoints or deliveries ended, newest first: when its last one was made (epoch ms), and its id. */
export const newestCursorSchema = z.tuple([z.int().min(0).max(LAST_INSTANT), identifier()])
export type NewestCursor = z.infer<typeof newestCursorSchema>

export function encodeNewest(cursor: NewestCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Null for none and for nonsense: a list begins at its beginning then. */
export function decodeNewest(cursor: string | undefined): NewestCursor | null {
  try {
    return cursor ? newestCursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString())) : null
  } catch {
    return null
  }
}
