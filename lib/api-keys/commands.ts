import { z } from 'zod'
import { identifier, line } from '@/lib/text'
import { KEY_NAME_MAX, OVERLAP_CHOICES, SHOP_KEY_ROLES } from './domain/api-key'

export const keyNameSchema = line({ max: KEY_NAME_MAX })

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
