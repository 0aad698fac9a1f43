import { z } from 'zod'
import { isSqlInstant } from '@/lib/after-sales/queue-cursor'
import { identifier } from '@/lib/text'

/** Where a page of a column ended: when it ends and when it was opened, as the database writes them, and its number. */
export type ServiceCursor = { dueSort: string; openedAt: string; no: string }

const instant = z.string().refine(isSqlInstant)
const schema = z.tuple([instant, instant, identifier()])

export function encodeServiceCursor({ dueSort, openedAt, no }: ServiceCursor): string {
  return Buffer.from(JSON.stringify([dueSort, openedAt, no])).toString('base64url')
}

/** Null for none and for nonsense: a column begins at its beginning then. */
export function decodeServiceCursor(cursor: string | undefined): ServiceCursor | null {
  if (!cursor) return null
  try {
    const [dueSort, openedAt, no] = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { dueSort, openedAt, no }
  } catch {
    return null
  }
}
