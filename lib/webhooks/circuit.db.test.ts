import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database as db, inTransaction } from '@/tests/support/access'
import { createOrder, DAY, HOUR, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import {
  allowPrivateTargets,
  circuitOf,
  deliveriesOf,
  letPass,
  listen,
  WEBHOOK_ENV,
  workOff,
} from '@/tests/support/webhooks'
import { WEBHOOK_DELIVERY } from './delivery-policy'
import { resumeEndpoint } from './endpoint-store'
import { webhookTasks } from './tasks'
import { reclaimLanes, reviveLanes } from './tidy-store'

const database = useDatabase()
beforeAll(allowPrivateTargets)

const { circuitFailures, pause } = WEBHOOK_DELIVERY
let receiver: Receiver
const processes: ChildProcess[] = []
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  for (const process of processes.splice(0)) process.kill('SIGKILL')
  await receiver.close()
})

/** A shop whose endpoint gets one webhook for each case, and so many cases. */
async function arrange(cases: number) {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId, types: ['after_sale.created'] })
  const open = () => openCase('REFUND_ONLY', shopId)
  for (let n = 0; n < cases; n++) await open()
  return { shopId, endpointId, open }
}

const statusesOf = async (endpointId: string) => (await deliveriesOf(endpointId)).map(({ status }) => status)

describe('an endpoint that fails', () => {
  test('five times in a row is tried with one delivery at a time, after longer and longer pauses', async () => {
    const { endpointId, open } = await arrange(8)
    receiver.decide = () => 'fail'
    await workOff()
    // up to five may have been on their way when it opened
    const first = receiver.seen.length
    expect(first).toBeGreaterThanOrEqual(circuitFailures)
    expect(first).toBeLessThanOrEqual(8)
    expect(await circuitOf(endpointId)).toMatchObject({ open: true, pauses: 1 })
    await open()
    await workOff()
    expect(receiver.seen).toHaveLength(first)
    for (const [index, pauseMs] of [60_000, 120_000, 240_000].entries()) {
      await letPass(endpointId, HOUR)
      await workOff()
      expect(receiver.seen).toHaveLength(first + index + 1)
      const circuit = await circuitOf(endpointId)
      expect(circuit).toMatchObject({ open: true, pauses: index + 2 })
      expect(Math.abs((circuit.pauseMs ?? 0) - pauseMs)).toBeLessThan(10_000)
    }
  })

  test('and is back gets all that waited at once, without anybody waiting for his own next time', async () => {
    const { endpointId } = await arrange(30)
    receiver.decide = () => 'fail'
    await workOff()
    expect(await circuitOf(endpointId)).toMatchObject({ open: true })
    receiver.decide = () => null
    await letPass(endpointId, pause.firstMs)
    await workOff()
    expect(new Set(await statusesOf(endpointId))).toEqual(new Set(['DELIVERED']))
    expect(await circuitOf(endpointId)).toEqual({ failures: 0, open: false, pauses: 0, pauseMs: null })
    expect(receiver.mostOpen()).toBeLessThanOrEqual(WEBHOOK_DELIVERY.inFlight)
  })

  test('can be resumed by a person', async () => {
    const { shopId, endpointId } = await arrange(10)
    receiver.decide = () => 'fail'
    await workOff()
    receiver.decide = () => null
    expect(await inTransaction((tx) => resumeEndpoint(tx, { shopId: 'another' }, endpointId))).toBe(false)
    expect(await inTransaction((tx) => resumeEndpoint(tx, { shopId }, endpointId))).toBe(true)
    await workOff()
    expect(new Set(await statusesOf(endpointId))).toEqual(new Set(['DELIVERED']))
  })

  test('now and then is none whose circuit opens', async () => {
    const { endpointId } = await arrange(0)
    let count = 0
    receiver.decide = () => (++count % 5 === 0 ? null : 'fail')
    const shop = await db.query<{ shopId: string }>(`SELECT "shopId" FROM "WebhookEndpoint" WHERE "id" = $1`, [
      endpointId,
    ])
    for (let n = 0; n < 10; n++) {
      await openCase('REFUND_ONLY', shop.rows[0]?.shopId)
      await workOff()
    }
    expect(await circuitOf(endpointId)).toMatchObject({ open: false, failures: 0 })
  })

  test('for three days loses what waited, and nothing younger', async () => {
    const { endpointId, open } = await arrange(8)
    receiver.decide = () => 'fail'
    await workOff()
    await letPass(endpointId, 3 * DAY)
    await open()
    await workOff()
    await webhookTasks.tidyWebhooks?.({}, {} as never)
    await workOff()
    const statuses = await statusesOf(endpointId)
    expect(statuses.filter((status) => status === 'FAILED')).toHaveLength(8)
    expect(statuses.filter((status) => status === 'PENDING')).toHaveLength(1)
    receiver.decide = () => null
    await letPass(endpointId, HOUR)
    await workOff()
    expect((await statusesOf(endpointId)).filter((status) => status === 'DELIVERED')).toHaveLength(1)
  })

  test('does not keep another one from hearing', async () => {
    const other = await startReceiver()
    try {
      const { shopId, endpointId } = await arrange(8)
      receiver.decide = () => 'fail'
      const well = await listen(other, { shopId, types: ['after_sale.created'] })
      await workOff()
      await openCase('REFUND_ONLY', shopId)
      await workOff()
      expect(await statusesOf(well)).toEqual(['DELIVERED'])
      expect(await circuitOf(endpointId)).toMatchObject({ open: true })
      expect(await circuitOf(well)).toMatchObject({ open: false })
    } finally {
      await other.close()
    }
  })
})

test('lanes that lost their jobs go on', async () => {
  const { endpointId } = await arrange(3)
  await db.query(`DELETE FROM graphile_worker._private_jobs`)
  await workOff()
  expect(receiver.seen).toEqual([])
  await reviveLanes()
  await workOff()
  expect(receiver.seen).toEqual([])
  await letPass(endpointId, HOUR)
  await reviveLanes()
  await workOff()
  expect(receiver.seen).toHaveLength(3)
})

describe('worker processes', () => {
  const start = () => {
    const worker = fork(join(import.meta.dirname, '../../tests/support/webhook-process.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...WEBHOOK_ENV, DATABASE_URL: database.url(), LOG_LEVEL: 'silent' },
    })
    processes.push(worker)
    return worker
  }

  test('killed in the middle of a delivery: it is made again when the lease ends, and nothing else waits for it', async () => {
    const { endpointId, open } = await arrange(1)
    receiver.decide = () => 'hang'
    const worker = start()
    await receiver.heard(1)
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    receiver.decide = () => null
    // as long as the dead worker might live, nobody touches its lane; others go on
    await workOff()
    await open()
    await workOff()
    expect(receiver.seen).toHaveLength(2)
    expect((await deliveriesOf(endpointId)).filter(({ leased }) => leased)).toMatchObject([{ attempts: 1 }])
    await letPass(endpointId, WEBHOOK_DELIVERY.leaseMs)
    await reclaimLanes()
    await workOff()
    expect(receiver.seen).toHaveLength(3)
    expect(receiver.seen[2]?.raw).toBe(receiver.seen[0]?.raw)
    expect(await statusesOf(endpointId)).toEqual(['DELIVERED', 'DELIVERED'])
  })

  test('shut down in the middle of a delivery: another one makes it at once', async () => {
    const { endpointId } = await arrange(1)
    receiver.decide = () => 'hang'
    const worker = start()
    await receiver.heard(1)
    worker.send('stop')
    await once(worker, 'exit')
    receiver.decide = () => null
    await workOff()
    expect(receiver.seen).toHaveLength(2)
    expect(await deliveriesOf(endpointId)).toMatchObject([{ status: 'DELIVERED', attempts: 2 }])
    expect(await circuitOf(endpointId)).toMatchObject({ failures: 0 })
  })

  test('two of them: one circuit, no more in flight than one has, no lane in two hands, in order', async () => {
    const { shopId } = await createOrder()
    const endpointId = await listen(receiver, { shopId })
    receiver.decide = () => 'fail'
    for (let n = 0; n < 12; n++) await openCase('REFUND_ONLY', shopId)
    start()
    start()
    await expect.poll(async () => (await circuitOf(endpointId)).open).toBe(true)
    // whatever was on its way when it opened comes to rest
    await expect.poll(async () => (await deliveriesOf(endpointId)).filter(({ leased }) => leased).length).toBe(0)
    const failed = receiver.seen.length
    expect(failed).toBeLessThanOrEqual(circuitFailures + WEBHOOK_DELIVERY.inFlight)
    receiver.decide = () => null
    await letPass(endpointId, pause.firstMs)
    await db.query(`SELECT pg_notify('jobs:insert', '{"count":1}')`)
    await expect.poll(async () => new Set(await statusesOf(endpointId))).toEqual(new Set(['DELIVERED']))
    expect(receiver.mostOpen()).toBeLessThanOrEqual(WEBHOOK_DELIVERY.inFlight)
    const taken = receiver.seen.slice(failed).map(({ id }) => id)
    expect(new Set(taken).size).toBe(taken.length)
  })
})
