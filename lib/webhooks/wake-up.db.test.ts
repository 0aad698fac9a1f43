import { Logger, run } from 'graphile-worker'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/db/pool'
import { act, BUYER, createOrder, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, listen } from '@/tests/support/webhooks'
import { settled, stopCourier } from './courier'
import { webhookTasks } from './tasks'

useDatabase()
beforeAll(allowPrivateTargets)

const CASES = 6
const MESSAGES = 15

test('what is decided while its lane is being delivered is not forgotten, though nobody looks after it', async () => {
  const receiver = await startReceiver()
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId, types: ['after_sale.updated'] })
  // no crontab: nothing but the jobs of the decisions themselves wakes a lane
  const runners = await Promise.all(
    [1, 2].map(() =>
      run({
        pgPool: pool(),
        concurrency: 3,
        pollInterval: 100,
        noHandleSignals: true,
        logger: new Logger(() => () => undefined),
        taskList: webhookTasks,
      }),
    ),
  )
  const write = async () => {
    const { no } = await openCase('REFUND_ONLY', shopId)
    // one after the other as fast as they come, so that many meet a lane that is about to be let go
    for (let n = 0; n < MESSAGES; n++) mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: String(n) }))
  }
  try {
    await Promise.all(Array.from({ length: CASES }, write))
    await receiver.heard(CASES * MESSAGES)
    await settled()
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()))
    await stopCourier()
    await receiver.close()
  }
  const deliveries = await deliveriesOf(endpointId)
  expect(deliveries).toHaveLength(CASES * MESSAGES)
  expect(new Set(deliveries.map(({ status }) => status))).toEqual(new Set(['DELIVERED']))
  for (const { subject } of deliveries) {
    const versions = receiver.seen.flatMap(({ body }) => (body.data.no === subject ? [body.timestamp] : []))
    expect(versions).toEqual([...versions].sort())
  }
})
