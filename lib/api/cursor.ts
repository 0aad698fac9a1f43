import { z } from 'zod'

const CURSOR = /^[\w-]{1,500}$/

/** Where a page ended, opaque to the caller: the name of the order and the last row's keys. */
export function encodeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** A cursor whose keys fit `keys`; any other text is a fault of the input. */
export function cursorOf<K>(keys: z.ZodType<K>) {
  return z
    .string()
    .transform((value, context): K => {
      const parsed = keys.safeParse(decode(value))
      if (parsed.success) return parsed.data
      context.addIssue({
        code: 'custom',
        message: 'is not a cursor of this list in this order',
        params: { code: 'invalidCursor' },
      })
      return z.NEVER
    })
    .meta({ pattern: CURSOR.source, description: '`nextCursor` of the page before' })
}

function decode(value: string): unknown {
  if (!CURSOR.test(value)) return undefined
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString())
  } catch {
    return undefined
  }
}
