import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database, inTransaction } from '@/tests/support/access'
import { act, BUYER, createOrder, DAY, HOUR, MANAGER, moveClock, mustSucceed, openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Behaviour, type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, letPass, listen, workOff } from '@/tests/support/webhooks'
import { deliverLane } from './deliver-lane'
import { type DeliveryPolicy, WEBHOOK_DELIVERY } from './delivery-policy'
import { deleteEndpoint, resendDelivery, rotateSecret } from './endpoint-store'

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(() => receiver.close())

const heard = () => receiver.seen.map(({ body }) => body.type)
const CREATED = 'after_sale.created'
const CLOSED = 'after_sale.closed'
const UPDATED = 'after_sale.updated'

/** A shop with an endpoint, and a case that was opened and withdrawn: three webhooks in one lane. */
async function arrange() {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId })
  const { no } = await openCase('REFUND_ONLY', shopId)
  mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
  return { shopId, endpointId, no, lane: { endpointId, subject: no } }
}

test('what is decided is told in order, signed, once', async () => {
  const { endpointId } = await arrange()
  await workOff()
  expect(heard()).toEqual([CREATED, CLOSED, UPDATED])
  for (const { signedWith, id, body, headers } of receiver.seen) {
    expect(signedWith).toEqual(receiver.secrets)
    expect(body.id).toBe(id)
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Afterdesk-Webhooks/1' })
  }
  expect(new Set(receiver.seen.map(({ id }) => id)).size).toBe(3)
  expect(await deliveriesOf(endpointId)).toMatchObject(
    [1, 2, 3].map(() => ({ status: 'DELIVERED', attempts: 1, lastStatusCode: 204, lastError: null, leased: false })),
  )
  await workOff()
  expect(receiver.seen).toHaveLength(3)
})

describe('an attempt that fails', () => {
  test.each<[Behaviour, number | null, string]>([
    ['fail', 500, 'badStatus'],
    ['refuse', 422, 'badStatus'],
    ['redirect', 302, 'redirected'],
    ['cut', null, 'connectionFailed'],
  ])('by %s holds up its case and nothing else, and is repeated word for word', async (behaviour, status, error) => {
    const { shopId, endpointId } = await arrange()
    receiver.plan(behaviour)
    await workOff()
    expect(heard()).toEqual([CREATED])
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({
      status: 'PENDING',
      attempts: 1,
      lastStatusCode: status,
      lastError: error,
      leased: false,
    })
    const other = await openCase('REFUND_ONLY', shopId)
    await workOff()
    expect(receiver.seen.at(-1)?.body.data).toMatchObject({ no: other.no })
    await letPass(endpointId, HOUR)
    await workOff()
    expect(heard()).toEqual([CREATED, CREATED, CREATED, CLOSED, UPDATED])
    expect(receiver.seen[2]?.raw).toBe(receiver.seen[0]?.raw)
    expect(receiver.seen[2]?.id).toBe(receiver.seen[0]?.id)
  })

  test('is on record, with the beginning of what was answered', async () => {
    const { endpointId } = await arrange()
    receiver.plan('fail')
    await workOff()
    await letPass(endpointId, HOUR)
    await workOff()
    const { rows } = await database.query(
      `SELECT a."n", a."statusCode", a."error", a."excerpt", a."durationMs" >= 0 AS "timed" FROM "WebhookAttempt" a
       JOIN "WebhookDelivery" d ON d."shopId" = a."shopId" AND d."id" = a."deliveryId"
       WHERE d."endpointId" = $1 AND d."type" = $2 ORDER BY a."n"`,
      [endpointId, CREATED],
    )
    expect(rows).toEqual([
      { n: 1, statusCode: 500, error: 'badStatus', excerpt: 'out of\uFFFDorder 🔧', timed: true },
      { n: 2, statusCode: 204, error: null, excerpt: '', timed: true },
    ])
  })

  test('that takes too long counts as one', async () => {
    const { endpointId, lane } = await arrange()
    receiver.plan('hang')
    await deliverLane(lane, { ...WEBHOOK_DELIVERY, timeoutMs: 300 })
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'PENDING', lastError: 'timeout' })
  })

  test('waits longer each time', async () => {
    const { endpointId, lane } = await arrange()
    const waits: number[] = []
    for (let n = 0; n < 4; n++) {
      receiver.plan('fail')
      const before = Date.now()
      await deliverLane(lane)
      const [first] = await deliveriesOf(endpointId)
      waits.push(((first?.nextAttemptAt?.getTime() ?? 0) - before) / 1000)
      await letPass(endpointId, HOUR)
    }
    for (const [index, least] of [10, 20, 40, 80].entries()) expect(waits[index]).toBeGreaterThanOrEqual(least - 1)
  })
})

describe('after three days', () => {
  test('a delivery is given up, and its case goes on', async () => {
    const { endpointId } = await arrange()
    receiver.plan('fail', 'fail')
    await workOff()
    await letPass(endpointId, 3 * DAY)
    await workOff()
    // the one whose time was over has failed for good; the next ones, as old as it, still had their own attempt
    expect(heard()).toEqual([CREATED, CREATED, CLOSED, UPDATED])
    expect((await deliveriesOf(endpointId)).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['FAILED', 2],
      ['DELIVERED', 1],
      ['DELIVERED', 1],
    ])
  })

  test('the last attempt is made when the time is over, not long before', async () => {
    const { endpointId, lane } = await arrange()
    await letPass(endpointId, 3 * DAY - 5000)
    receiver.plan('fail')
    await deliverLane(lane)
    const [first] = await deliveriesOf(endpointId)
    expect(first?.nextAttemptAt).toEqual(first?.giveUpAt)
  })

  test("that only the sandbox's clock counts, nothing is given up", async () => {
    const { endpointId } = await arrange()
    receiver.plan('fail')
    await workOff()
    await moveClock(10 * DAY)
    await workOff()
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'PENDING', attempts: 1 })
    await moveClock(-10 * DAY)
  })
})

describe('lanes', () => {
  const QUICK: DeliveryPolicy = { ...WEBHOOK_DELIVERY, timeoutMs: 10_000 }

  test('go side by side, so many of an endpoint as it may have and no more', async () => {
    const { shopId } = await createOrder()
    const endpointId = await listen(receiver, { shopId, types: [CREATED] })
    const lanes = await Promise.all(
      Array.from({ length: 8 }, async () => ({ endpointId, subject: (await openCase('REFUND_ONLY', shopId)).no })),
    )
    receiver.decide = () => 'hang'
    const turns = Promise.all(lanes.map((lane) => deliverLane(lane, QUICK)))
    await receiver.heard(5)
    // the others found no place, and wait without anybody's hands
    await expect.poll(async () => (await deliveriesOf(endpointId)).filter(({ waiting }) => waiting).length).toBe(3)
    expect(receiver.seen).toHaveLength(5)
    receiver.decide = () => null
    receiver.release()
    await turns
    await workOff()
    expect((await deliveriesOf(endpointId)).map(({ status }) => status)).toEqual(lanes.map(() => 'DELIVERED'))
    expect(receiver.mostOpen()).toBe(5)
  })

  test('are never in two hands at once', async () => {
    const { lane } = await arrange()
    receiver.decide = () => 'hang'
    const first = deliverLane(lane, QUICK)
    await receiver.heard(1)
    await Promise.all(Array.from({ length: 6 }, () => deliverLane(lane, QUICK)))
    expect(receiver.seen).toHaveLength(1)
    receiver.decide = () => null
    receiver.release()
    await first
    await workOff()
    expect(heard()).toEqual([CREATED, CLOSED, UPDATED])
  })

  test('one that was held up until another took over writes nothing', async () => {
    const { endpointId, lane } = await arrange()
    receiver.plan('hang')
    const held = deliverLane(lane, QUICK)
    await receiver.heard(1)
    await letPass(endpointId, WEBHOOK_DELIVERY.leaseMs)
    await deliverLane(lane, QUICK)
    receiver.release()
    await held
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'DELIVERED', attempts: 2, lastStatusCode: 204 })
  })

  test('of many cases keep their order each, however often they fail', async () => {
    const { shopId } = await createOrder()
    const endpointId = await listen(receiver, { shopId })
    const nos = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const { no } = await openCase('REFUND_ONLY', shopId)
        mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: 'a' }))
        mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
        return no
      }),
    )
    let count = 0
    receiver.decide = () => (count++ % 3 === 0 ? 'fail' : null)
    for (let round = 0; round < 30; round++) {
      await workOff()
      await letPass(endpointId, 5 * HOUR)
    }
    for (const no of nos) {
      const versions = receiver.seen.filter(({ body }) => body.data.no === no).map(({ id }) => id)
      // each is repeated until it is taken, and only then comes the next
      expect(versions.filter((id, index) => versions.indexOf(id) !== index && versions[index - 1] !== id)).toEqual([])
      expect(new Set(versions).size).toBe(4)
    }
    expect((await deliveriesOf(endpointId)).every(({ status }) => status === 'DELIVERED')).toBe(true)
  })
})

describe('a re-sending', () => {
  test('of what was given up comes before what its case still has to say, with its own id', async () => {
    const { shopId, endpointId, no } = await arrange()
    receiver.plan('fail', 'fail')
    await workOff()
    await letPass(endpointId, 3 * DAY)
    await workOff()
    receiver.plan('fail')
    mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: 'and now?' }))
    await workOff()
    const deliveries = await deliveriesOf(endpointId)
    expect(deliveries.map(({ status }) => status)).toEqual(['FAILED', 'DELIVERED', 'DELIVERED', 'PENDING'])
    const resend = (id = '') => inTransaction((tx) => resendDelivery(tx, { shopId }, { endpointId, deliveryId: id }))
    expect(await resend(deliveries[3]?.id)).toBe('pending')
    expect(await resend(deliveries[0]?.id)).toBe('resent')
    expect(await resend(deliveries[0]?.id)).toBe('pending')
    const before = receiver.seen.length
    await letPass(endpointId, HOUR)
    await workOff()
    expect(heard().slice(before)).toEqual([CREATED, UPDATED])
    expect(receiver.seen[before]?.id).toBe(receiver.seen[0]?.id)
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'DELIVERED', attempts: 3, subject: no })
  })

  test('of what arrived comes again, and has its own three days', async () => {
    const { shopId, endpointId } = await arrange()
    await workOff()
    await letPass(endpointId, 10 * DAY)
    const [first] = await deliveriesOf(endpointId)
    receiver.plan('fail')
    await inTransaction((tx) => resendDelivery(tx, { shopId }, { endpointId, deliveryId: first?.id ?? '' }))
    await workOff()
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'PENDING', attempts: 2 })
    await letPass(endpointId, HOUR)
    await workOff()
    expect(heard()).toEqual([CREATED, CLOSED, UPDATED, CREATED, CREATED])
  })

  test('of another owner’s delivery there is none', async () => {
    const { endpointId } = await arrange()
    await workOff()
    const [first] = await deliveriesOf(endpointId)
    for (const shopId of [null, 'another'])
      expect(
        await inTransaction((tx) => resendDelivery(tx, { shopId }, { endpointId, deliveryId: first?.id ?? '' })),
      ).toBeNull()
  })
})

describe('secrets', () => {
  test('overlap: for a day both sign, then only the new one', async () => {
    const { shopId, endpointId } = await arrange()
    const rotate = () => inTransaction((tx) => rotateSecret(tx, { shopId, actor: MANAGER }, endpointId))
    const second = (await rotate())?.secret ?? ''
    const [first = ''] = receiver.secrets
    receiver.secrets.push(second)
    await workOff()
    expect(receiver.seen[0]?.signedWith).toEqual([first, second])
    expect(String(receiver.seen[0]?.headers['webhook-signature']).split(' ')).toHaveLength(2)
    const third = (await rotate())?.secret ?? ''
    receiver.secrets.push(third)
    await openCase('REFUND_ONLY', shopId)
    await workOff()
    expect(receiver.seen.at(-1)?.signedWith).toEqual([second, third])
    await letPass(endpointId, DAY)
    await openCase('REFUND_ONLY', shopId)
    await workOff()
    expect(receiver.seen.at(-1)?.signedWith).toEqual([third])
  })

  test('that cannot be read send nothing unsigned, and say so', async () => {
    const { endpointId } = await arrange()
    await database.query(`UPDATE "WebhookEndpoint" SET "secret" = 'v1.' || repeat('A', 80) WHERE "id" = $1`, [
      endpointId,
    ])
    await workOff()
    expect(receiver.seen).toEqual([])
    expect((await deliveriesOf(endpointId))[0]).toMatchObject({ status: 'PENDING', lastError: 'secretUnreadable' })
  })

  test('are nowhere in the database', async () => {
    await arrange()
    await workOff()
    const { rows } = await database.query<object>(`SELECT * FROM "WebhookEndpoint"`)
    expect(JSON.stringify(rows)).not.toContain(receiver.secrets[0]?.slice(6, 30))
  })
})

test('a deleted endpoint hears nothing more, whatever waited for it', async () => {
  const { shopId, endpointId, no } = await arrange()
  receiver.plan('fail')
  await workOff()
  await inTransaction((tx) => deleteEndpoint(tx, { shopId, actor: MANAGER }, endpointId))
  await letPass(endpointId, HOUR)
  await workOff()
  mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: 'still there?' }))
  await workOff()
  expect(heard()).toEqual([CREATED])
})
