import { shopSchema } from '@/lib/shops/commands'
import { saveShop } from '@/lib/shops/store'
import { admitPlatform } from './admission'
import { answer } from './answer'
import { type Handler, writing } from './endpoint'

/** `PUT /shops/{shopId}` */
export const putShop: Handler<{ shopId: string }> = writing({
  admit: async ({ key, params }) => admitPlatform(key, params.shopId),
  body: shopSchema,
  run: async (tx, { params, body }) => answer(200, await saveShop(tx, params.shopId, body)),
})
