import { z } from 'zod'
import { MAX_FEN } from '@/lib/money'
import { identifier } from '@/lib/text'
import type { QueueOrder } from './queue-order'

/** Where a page of the queue ended: the ordering column as the database writes it, and the case number. */
const cursorSchema = z.tuple([z.string(), identifier()])

export function encodeQueueCursor({ key, no }: { key: string; no: string }): string {
  return Buffer.from(JSON.stringify([key, no])).toString('base64url')
}

/** Null for none, for nonsense and for another order's: a list begins at its beginning then. */
export function decodeQueueCursor(
  cursor: string | undefined,
  type: QueueOrder['type'] = 'timestamptz',
): { key: string; no: string } | null {
  if (!cursor) return null
  try {
    const [key, no] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    const isKey = type === 'int4' ? /^\d{1,10}$/.test(key) && Number(key) <= MAX_FEN : isSqlInstant(key)
    return isKey ? { key, no } : null
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
