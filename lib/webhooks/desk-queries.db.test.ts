import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { createOrder, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, listen, workOff } from '@/tests/support/webhooks'
import { loadEndpointList, loadEndpointPage } from './desk-queries'

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

/** Two shops with an endpoint each. */
async function arrange() {
  const [mine, theirs] = [await createOrder(), await createOrder()]
  const own = await listen(receiver, { shopId: mine.shopId })
  const other = await listen(receiver, { shopId: theirs.shopId })
  return { mine, theirs, own, other, shop: mintShopId(mine.shopId) }
}

test('each endpoint of the shop is listed with its newest delivery', async () => {
  const { mine, theirs, own, shop } = await arrange()
  const silent = await listen(receiver, { shopId: mine.shopId, types: ['dispute.opened'] })
  await openCase('REFUND_ONLY', mine.shopId)
  await workOff()
  await openCase('REFUND_ONLY', mine.shopId)
  await openCase('REFUND_ONLY', theirs.shopId)
  const { endpoints, now } = await loadEndpointList(shop)
  expect(endpoints).toMatchObject([
    { id: own, waiting: 1, last: { status: 'PENDING' } },
    { id: silent, waiting: 0, last: null },
  ])
  expect(endpoints[0]?.last?.createdAt).toBeLessThanOrEqual(now)
})

test('an endpoint comes with its deliveries, and another shop’s not at all', async () => {
  const { mine, own, other, shop } = await arrange()
  const { no } = await openCase('REFUND_ONLY', mine.shopId)
  await workOff()
  const [delivery] = await deliveriesOf(own)
  expect(await loadEndpointPage(shop, own, {})).toMatchObject({
    endpoint: { id: own, health: { state: 'OK' } },
    rows: [{ id: delivery?.id, subject: no, status: 'DELIVERED' }],
    nextCursor: null,
  })
  expect(await loadEndpointPage(shop, own, { status: 'FAILED' })).toMatchObject({ endpoint: { id: own }, rows: [] })
  expect(await loadEndpointPage(shop, other, {})).toBeNull()
})
