import { z } from 'zod'
import { identifier } from '@/lib/text'

/** Where a page of the queue ended: the ordering column as the database writes it, and the case number. */
const cursorSchema = z.tuple([z.string().refine(isSqlInstant), identifier()])

export function encodeQueueCursor({ key, no }: { key: string; no: string }): string {
  return Buffer.from(JSON.stringify([key, no])).toString('base64url')
}

/** Null for none and for nonsense: a list begins at its beginning then. */
export function decodeQueueCursor(cursor: string | undefined): { key: string; no: string } | null {
  if (!cursor) return null
  try {
    const [key, no] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { key, no }
  } catch {
    return null
  }
}

/** `2026-03-12 06:32:00.123+00`, as a session in UTC writes it. */
export function isSqlInstant(text: string): boolean {
  if (text === 'infinity') return true
  const written = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(\.\d{1,6})?)\+00$/.exec(text)
  return written !== null && !Number.isNaN(Date.parse(`${written[1]}T${written[2]}Z`))
}
