import { z } from 'zod'
import { identifier, text } from '@/lib/text'

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

/** As somebody typed it; the domain says what is wrong with it. */
const written = text({ min: 0, max: 1000 })
const addressTextSchema = z.strictObject({ name: written, phone: written, region: written, detail: written })

export const newAddressSchema = z.strictObject({ shopId: identifier(), address: addressTextSchema })
/** `seen`: how it read when the form was opened. */
export const addressChangeSchema = z.strictObject({
  shopId: identifier(),
  id: identifier(),
  seen: addressTextSchema,
  address: addressTextSchema,
})
export const addressChoiceSchema = z.strictObject({ shopId: identifier(), id: identifier() })
