import { shopSchema } from '@/lib/shops/commands'
import { saveShop } from '@/lib/shops/store'
import { admitPlatform } from './admission'
import { answer } from './answer'
import { writing } from './endpoint'
import type { Operation } from './operation'
import { shopAnswer } from './order-schema'

/** `PUT /shops/{shopId}` */
export const putShop: Operation<{ shopId: string }> = writing({
  summary: 'Make or change a shop',
  description: 'The address becomes the one that goods go back to by default (R2.2).',
  answer: shopAnswer,
  admit: async ({ key, params }) => admitPlatform(key, params.shopId),
  body: shopSchema,
  run: async (tx, { key, params, body }) => {
    const platform = { role: 'SUPPORT', id: `key:${key.id}` } as const
    return answer(200, await saveShop(tx, platform, params.shopId, body))
  },
})
