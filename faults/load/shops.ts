import { z } from 'zod'
import type { Receiver } from '../receiver'
import type { Call, Client } from './client'

export type ShopKeys = { shopId: string; agent: string; manager: string }

const keySchema = z.object({ key: z.string() })
const endpointSchema = z.object({ id: z.string(), secret: z.string() })
const SHOPS = ['nanzhi', 'baichuan', 'yunshan']

/** Three shops with keys, one of them with instant refund, and who listens: the platform to all, two shops to their own. */
export async function openShops(client: Client, platform: string, receiver: Receiver): Promise<ShopKeys[]> {
  const shops: ShopKeys[] = []
  for (const shopId of SHOPS) {
    const returnAddress = { name: '售后', phone: '13800006021', region: '浙江省杭州市', detail: '西湖路 1 号' }
    await must(client, { method: 'PUT', path: `shops/${shopId}`, key: platform, body: { name: shopId, returnAddress } })
    shops.push({ shopId, agent: await takeKey(shopId, 'AGENT'), manager: await takeKey(shopId, 'MANAGER') })
  }
  const [first, second, third] = shops
  await must(client, {
    method: 'PUT',
    path: `shops/${third?.shopId}/instant-refund`,
    key: platform,
    body: { enabled: true },
  })
  await listen('platform', platform)
  if (first) await listen(first.shopId, first.manager)
  if (second) await listen(second.shopId, second.manager)
  return shops

  async function takeKey(shopId: string, role: string): Promise<string> {
    const call: Call = { method: 'POST', path: 'sandbox/shop-keys', key: platform, body: { shopId, role } }
    return keySchema.parse(await must(client, call)).key
  }

  async function listen(name: string, key: string): Promise<void> {
    const call: Call = { method: 'POST', path: 'webhook-endpoints', key, body: { url: receiver.urlOf(name) } }
    const { id, secret } = endpointSchema.parse(await must(client, call))
    receiver.listen(name, id, secret)
  }
}

async function must(client: Client, call: Call): Promise<unknown> {
  const answer = await client.call(call)
  if (answer.kind === 'done') return answer.body
  throw new Error(`${call.method} ${call.path}: ${JSON.stringify(answer)}`)
}
