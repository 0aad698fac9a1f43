import { z } from 'zod'

const LAST_INSTANT = Date.UTC(9999, 11, 31)

/** The keys of a cursor of refunds: when the page's last one was ordered (epoch ms), and its number. */
export const refundCursorSchema = z.tuple([
  z.int().min(0).max(LAST_INSTANT),
  z
    .string()
    .max(64)
    .regex(/^[\w.:-]+$/),
])
export type RefundCursor = z.infer<typeof refundCursorSchema>
