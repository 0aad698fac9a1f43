import { z } from 'zod'
import { identifier } from '@/lib/text'

/** What a browser tab says. `tabId`: 16 random bytes of its own; `no`: the case that it shows, null for none any more. */
export const lookSchema = z.strictObject({
  tabId: z.string().regex(/^[0-9a-f]{32}$/),
  no: identifier().nullable(),
})
