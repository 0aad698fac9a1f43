import { z } from 'zod'
import { identifier, text } from '@/lib/text'
import { KEY_NAME_MAX, OVERLAP_CHOICES, SHOP_KEY_ROLES } from './domain/api-key'

/** A name stands on one line of a list, also on that of a terminal: nothing in it steers one, nor turns the line round. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

export const keyNameSchema = text({ max: KEY_NAME_MAX }).refine((name) => !UNPRINTABLE.test(name), {
  error: 'contains a control character',
  params: { code: 'invalidText' },
})

export const newShopKeySchema = z.strictObject({
  shopId: identifier(),
  name: keyNameSchema,
  role: z.enum(SHOP_KEY_ROLES),
})

export const keyRotationSchema = z.strictObject({
  shopId: identifier(),
  id: identifier(),
  overlap: z.enum(OVERLAP_CHOICES),
})

export const keyRevocationSchema = z.strictObject({ shopId: identifier(), id: identifier() })
