import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { shopWebhookBodySchema } from '@/lib/api/webhook-schema'
import { switchShop } from '@/lib/instant-refund/switch'
import { database, inTransaction } from '@/tests/support/access'
import { createOrder, MANAGER, PLATFORM } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, listen, workOff } from '@/tests/support/webhooks'

/** What is about a shop, and no case. */

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = now()`)
  await receiver.close()
})

const turn = (shopId: string, enabled: boolean, actor: Parameters<typeof switchShop>[1]['actor'] = MANAGER) =>
  inTransaction((tx) => switchShop(tx, { scope: PLATFORM, actor, shopId, enabled }))

test.each([
  ['the shop', false],
  ['the platform', true],
])('R5.1 %s hears of every switch in its order, and of nothing that did not change', async (_, ofPlatform) => {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId: ofPlatform ? null : shopId })
  const on = await turn(shopId, true)
  await turn(shopId, true)
  await turn(shopId, false, { role: 'SUPPORT', id: 'key:platform' })
  await workOff()
  const since = on.ok && on.since !== null ? new Date(on.since).toISOString() : ''
  expect(receiver.seen.map(({ body }) => shopWebhookBodySchema.parse(body))).toMatchObject([
    {
      type: 'shop.instant_refund_changed',
      timestamp: since,
      data: { shopId, enabled: true, since, changedBy: 'MANAGER' },
    },
    { data: { shopId, enabled: false, since: null, changedBy: 'PLATFORM' } },
  ])
  expect(await deliveriesOf(endpointId)).toMatchObject([
    { subject: shopId, status: 'DELIVERED' },
    { subject: shopId, status: 'DELIVERED' },
  ])
})

test('a later switch waits until the earlier one has arrived', async () => {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId })
  receiver.plan('fail')
  await turn(shopId, true)
  await turn(shopId, false)
  await workOff()
  expect((await deliveriesOf(endpointId)).map(({ attempts }) => attempts)).toEqual([1, 0])
})

test('neither another shop nor who chose other types hears of it, and what is undone nobody', async () => {
  const [{ shopId }, { shopId: other }] = await Promise.all([createOrder(), createOrder()])
  await listen(receiver, { shopId: other })
  await listen(receiver, { shopId, types: ['after_sale.created'] })
  await turn(shopId, true)
  await listen(receiver, { shopId })
  const undone = inTransaction(async (tx) => {
    await switchShop(tx, { scope: PLATFORM, actor: MANAGER, shopId, enabled: false })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await workOff()
  expect(receiver.seen).toEqual([])
  const { rows } = await database.query<{ since: Date | null }>(
    `SELECT "instantRefundSince" AS "since" FROM "Shop" WHERE "id" = $1`,
    [shopId],
  )
  expect(rows[0]?.since).toBeInstanceOf(Date)
})
