import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import { createOrder, DAY, MANAGER, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, letPass, listen, workOff } from '@/tests/support/webhooks'
import { deleteEndpoint } from './endpoint-store'
import { purgeFinished } from './tidy-store'

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

async function count(table: 'WebhookEvent' | 'WebhookAttempt', shopId: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(`SELECT count(*) AS n FROM "${table}" WHERE "shopId" = $1`, [
    shopId,
  ])
  return rows[0]?.n ?? 0
}

test('what was finished 30 days ago is forgotten with its log; what is younger or waits is kept', async () => {
  const { shopId } = await createOrder()
  const [slow, quick] = [await startReceiver(), receiver]
  try {
    const waiting = await listen(slow, { shopId, types: ['after_sale.created'] })
    const done = await listen(quick, { shopId, types: ['after_sale.created'] })
    slow.decide = () => 'fail'
    await openCase('REFUND_ONLY', shopId)
    await workOff()
    await letPass(done, 30 * DAY)
    await openCase('REFUND_ONLY', shopId)
    await workOff()
    await purgeFinished(30 * DAY)
    expect(await deliveriesOf(done)).toHaveLength(1)
    expect(await deliveriesOf(waiting)).toHaveLength(2)
    // the other endpoint still has to be told of both
    expect(await count('WebhookEvent', shopId)).toBe(2)
    expect(await count('WebhookAttempt', shopId)).toBe(3)
  } finally {
    await slow.close()
  }
})

test('a deleted endpoint goes with all that waited for it, and later by itself', async () => {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId })
  await openCase('REFUND_ONLY', shopId)
  await inTransaction((tx) => deleteEndpoint(tx, { shopId, actor: MANAGER }, endpointId))
  const exists = async () =>
    (await database.query(`SELECT FROM "WebhookEndpoint" WHERE "id" = $1`, [endpointId])).rows.length === 1
  const age = (ms: number) =>
    database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = "deletedAt" - $2 * INTERVAL '1 ms' WHERE "id" = $1`, [
      endpointId,
      ms,
    ])
  await purgeFinished(30 * DAY)
  expect(await deliveriesOf(endpointId)).toHaveLength(1)
  await age(DAY)
  await purgeFinished(30 * DAY)
  expect(await deliveriesOf(endpointId)).toEqual([])
  expect(await count('WebhookEvent', shopId)).toBe(0)
  expect(await exists()).toBe(true)
  await age(30 * DAY)
  await purgeFinished(30 * DAY)
  expect(await exists()).toBe(false)
})
