import { z } from 'zod'
import { text } from '@/lib/text'

export const shopSchema = z.strictObject({
  name: text({ max: 100 }),
  returnAddress: z.strictObject({
    name: text({ max: 64 }),
    phone: text({ max: 32 }),
    region: text({ max: 100 }),
    detail: text({ max: 200 }),
  }),
})

/** What the platform says of a shop: its name, and where its goods go back to by default (R2.2). */
export type ShopRequest = z.output<typeof shopSchema>
