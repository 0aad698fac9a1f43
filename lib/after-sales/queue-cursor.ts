import { z } from 'zod'

/** Where a page of the queue ended: the ordering column as the database writes it, and the case number. */
const cursorSchema = z.tuple([
  z
    .string()
    .max(40)
    .regex(/^(infinity|[\d:.+ -]+)$/),
  z.string().max(64),
])

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
