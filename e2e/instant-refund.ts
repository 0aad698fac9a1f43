import { randomUUID } from 'node:crypto'
import type { Api } from './fixtures'

const MINUTE = 60_000

export type Wish = { paidMinutesAgo?: number; totalFen?: number; type?: 'REFUND_ONLY' | 'RETURN_REFUND' }
export type Opened = { no: string; orderNo: string; status: string }

/** An application on an order of its own of 南栀; as it stands it fits instant refund. */
export async function applyFor(
  api: Api,
  { paidMinutesAgo = 134, totalFen = 12_800, type = 'REFUND_ONLY' }: Wish = {},
): Promise<Opened> {
  const orderNo = `E2E-${randomUUID()}`
  const { now } = await api.call('GET', 'sandbox/clock')
  await api.call('PUT', `orders/${orderNo}`, {
    shopId: 'nanzhi',
    buyer: { id: `buyer-${orderNo}`, name: '沈清和', phone: '13800006021' },
    currency: 'CNY',
    totalFen,
    paidAt: new Date(Date.parse(String(now)) - paidMinutesAgo * MINUTE).toISOString(),
    lines: [{ lineNo: 1, sku: 'E2E', title: '测试用羊毛毯', quantity: 1, paidFen: totalFen }],
  })
  const { no, status } = await api.call('POST', 'after-sales', {
    orderNo,
    type,
    lines: [{ lineNo: 1, quantity: 1, amountFen: totalFen }],
    reason: 'NO_LONGER_WANTED',
    description: '拍错了',
  })
  return { no: String(no), orderNo, status: String(status) }
}

export async function ship(api: Api, orderNo: string): Promise<void> {
  await api.call('POST', `orders/${orderNo}/shipment`, { carrier: '顺丰速运', trackingNo: 'SF1448896620117' })
}

/** As the platform; the journeys share the shop, and the others count on it being off. */
export async function switchShop(api: Api, enabled: boolean): Promise<void> {
  await api.call('PUT', 'shops/nanzhi/instant-refund', { enabled })
}
