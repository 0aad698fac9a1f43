import { z } from 'zod'
import { MAX_FEN } from '@/lib/money'
import { identifier } from '@/lib/text'
import type { QueueOrder } from './queue-order'

/** Where a page ended: the ordering column, its value as the database writes it, and the case number. */
const cursorSchema = z.tuple([z.string(), z.string(), identifier()])

export type Order = Pick<QueueOrder, 'key' | 'type'>

export function encodeQueueCursor(order: Order, { key, no }: { key: string; no: string }): string {
  return Buffer.from(JSON.stringify([order.key, key, no])).toString('base64url')
}

/** Null for none, for nonsense and for another order's: a list begins at its beginning then. */
export function decodeQueueCursor(order: Order, cursor: string | undefined): { key: string; no: string } | null {
  if (!cursor) return null
  try {
    const [column, key, no] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (column !== order.key) return null
    const isKey = order.type === 'int4' ? /^\d{1,10}$/.test(key) && Number(key) <= MAX_FEN : isSqlInstant(key)
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
