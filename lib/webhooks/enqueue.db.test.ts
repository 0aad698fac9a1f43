import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadCaseFacts } from '@/lib/after-sales/api-queries'
import { handleApplication } from '@/lib/after-sales/handle-command'
import { sweepDue } from '@/lib/after-sales/sweep'
import { toAfterSaleJson } from '@/lib/api/after-sale-json'
import { webhookBodySchema } from '@/lib/api/webhook-schema'
import { runPieces } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import { executeRefund } from '@/lib/refunds/execute-refund'
import type { RefundGateway, RefundOutcome } from '@/lib/refunds/gateway'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  application,
  apply,
  BUYER,
  createOrder,
  eventsOf,
  HOUR,
  makeOverdue,
  moveClock,
  mustSucceed,
  openCase,
  PLATFORM,
  shopScope,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { only, orderRefund } from '@/tests/support/refunds'
import { type Receiver, startReceiver } from '@/tests/support/webhook-receiver'
import { allowPrivateTargets, deliveriesOf, listen, workOff } from '@/tests/support/webhooks'
import { announceChange } from './bodies'
import { findListeners, type Listener, sendWebhooks, writeWebhooks } from './enqueue-store'

useDatabase()
beforeAll(allowPrivateTargets)

let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
})
afterEach(async () => {
  // the platform's endpoints hear of every test's cases
  await database.query(`UPDATE "WebhookEndpoint" SET "deletedAt" = now()`)
  await receiver.close()
})

const heard = () => receiver.seen.map(({ body }) => body.type)
/** Time passes between a decision and whoever looks at it. */
const timeless = (data: unknown) =>
  JSON.parse(JSON.stringify(data), (key, value) => (key === 'remainingMs' ? 0 : value))

describe('what is sent', () => {
  test.each([
    ['the shop', false],
    ['the platform', true],
  ])('to %s is what it would have read at that moment', async (_, ofPlatform) => {
    const { shopId, orderNo } = await createOrder()
    await listen(receiver, { shopId: ofPlatform ? null : shopId })
    const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND' }))
    const scope = ofPlatform ? PLATFORM : shopScope(shopId)
    const reader = { role: ofPlatform ? ('BUYER' as const) : ('MANAGER' as const), locale: 'en' as const }
    const read: unknown[] = []
    const look = async () => {
      const facts = await loadCaseFacts(scope, no)
      read.push(facts && toAfterSaleJson(facts, reader))
    }
    await look()
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    await look()
    mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }))
    await look()
    await workOff()
    expect(heard()).toEqual(['after_sale.created', 'after_sale.updated', 'after_sale.updated'])
    expect(timeless(receiver.seen.map(({ body }) => body.data))).toEqual(timeless(read))
    const events = await eventsOf(no)
    expect(receiver.seen.map(({ body }) => Date.parse(body.timestamp))).toEqual(
      events.map(({ recordedAt }) => recordedAt),
    )
    for (const { body } of receiver.seen) {
      expect(webhookBodySchema.parse(body)).toEqual(body)
      expect(body.timestamp).toMatch(/\.\d{3}Z$/)
    }
    // what it says of the deadline holds for the instant that it names
    const [first] = receiver.seen
    const { dueAt, remainingMs } = webhookBodySchema.parse(first?.body).data.deadline ?? {}
    expect(Date.parse(dueAt ?? '') - Date.parse(first?.body.timestamp ?? '')).toBe(remainingMs)
  })

  test('each side reads its own acts, under one id', async () => {
    const { shopId, orderNo } = await createOrder()
    await listen(receiver, { shopId })
    await listen(receiver)
    mustSucceed(await apply(orderNo))
    await workOff()
    const acts = receiver.seen.map(({ body }) => String(body.data.availableActions))
    expect(acts.sort()).toEqual([expect.stringContaining('approve'), expect.stringContaining('withdraw')].sort())
    expect(new Set(receiver.seen.map(({ id }) => id)).size).toBe(1)
  })

  test('names what it is for: the types that were asked for, and no others', async () => {
    const { shopId } = await createOrder()
    await listen(receiver, { shopId, types: ['after_sale.closed', 'dispute.opened'] })
    const { no } = await openCase('REFUND_ONLY', shopId)
    mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
    await workOff()
    expect(heard()).toEqual(['after_sale.closed'])
  })

  test.each<[string, RefundOutcome, string[], object]>([
    [
      'that is back',
      { status: 'SUCCEEDED' },
      ['refund.succeeded', 'after_sale.refunded', 'after_sale.updated'],
      { status: 'REFUNDED', refund: { status: 'SUCCEEDED', attempts: 1 } },
    ],
    [
      'that got stuck',
      { status: 'FAILED', reason: 'account closed', retryable: false },
      ['refund.stuck', 'after_sale.updated'],
      { status: 'REFUNDING', waitingOn: 'PLATFORM', refund: { status: 'STUCK', attempts: 1 } },
    ],
  ])('tells of money %s', async (_, outcome, types, data) => {
    const { refundNo, shopId, no } = await orderRefund()
    await listen(receiver, { shopId })
    const gateway: RefundGateway = { name: 'HTTP', create: async () => outcome, query: async () => outcome }
    await executeRefund(refundNo, { gateways: only(gateway) })
    await workOff()
    expect(heard()).toEqual(types)
    for (const { body } of receiver.seen) expect(body.data).toMatchObject({ no, ...data })
  })
})

describe('a shop', () => {
  test('never hears of another one', async () => {
    const [mine, theirs] = [await createOrder(), await createOrder()]
    const endpointId = await listen(receiver, { shopId: mine.shopId })
    mustSucceed(await apply(theirs.orderNo))
    await workOff()
    expect(receiver.seen).toEqual([])
    expect(await deliveriesOf(endpointId)).toEqual([])
  })

  test('is kept from it by the database too', async () => {
    const [mine, theirs] = [await createOrder(), await createOrder()]
    const endpointId = await listen(receiver, { shopId: mine.shopId })
    await listen(receiver, { shopId: theirs.shopId })
    const { no } = mustSucceed(await apply(theirs.orderNo))
    const copy = (owner: string) =>
      database.query(
        `INSERT INTO "WebhookDelivery" ("shopId", "id", "eventId", "endpointId", "owner", "subject", "seq", "ordinal", "type", "giveUpAt")
         SELECT "shopId", 'wd_stray', "eventId", $2, $3, "subject", "seq", "ordinal", "type", "giveUpAt"
         FROM "WebhookDelivery" WHERE "subject" = $1`,
        [no, endpointId, owner],
      )
    for (const owner of [mine.shopId, theirs.shopId, '']) await expect(copy(owner)).rejects.toThrow(/violates/)
  })
})

describe('the deciding transaction', () => {
  test('that is rolled back leaves nothing to tell', async () => {
    const { shopId, orderNo } = await createOrder()
    const endpointId = await listen(receiver, { shopId })
    const count = () => database.query<{ n: number }>(`SELECT count(*) AS n FROM graphile_worker.jobs`)
    const before = await count()
    await expect(
      inTransaction(async (tx) => {
        mustSucceed(await handleApplication(tx, { scope: PLATFORM, application: application(orderNo) }))
        throw new Error('after all not')
      }),
    ).rejects.toThrow('after all not')
    expect(await deliveriesOf(endpointId)).toEqual([])
    expect(await count()).toEqual(before)
    const { rows } = await database.query(`SELECT FROM "WebhookEvent" WHERE "shopId" = $1`, [shopId])
    expect(rows).toEqual([])
  })

  test.each([
    ['refused', 9],
    ['accepted', 1],
  ])(
    'tells of a case that an application finds out of time, be it %s: as it was before the application',
    async (outcome, lineNo) => {
      const { shopId, orderNo } = await createOrder()
      const endpointId = await listen(receiver, { shopId })
      const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND' }))
      mustSucceed(await act(no, AGENT, { type: 'approve' }))
      await makeOverdue([no])
      const handled = await apply(orderNo, { lines: [{ lineNo, quantity: 1, amountFen: 12800 }] })
      expect(handled.ok).toBe(outcome === 'accepted')
      const told = (await deliveriesOf(endpointId)).filter(({ subject }) => subject === no).slice(-3)
      expect(told.map(({ type }) => type)).toEqual([
        'after_sale.deadline_expired',
        'after_sale.closed',
        'after_sale.updated',
      ])
      await workOff()
      const last = receiver.seen.findLast(({ body }) => body.data.no === no)
      expect(last?.body.data).toMatchObject({ status: 'CLOSED', nextNo: null })
      expect(heard().filter((type) => type === 'after_sale.created')).toHaveLength(handled.ok ? 2 : 1)
    },
  )

  test('asks one question where nobody listens, however many cases there are', async () => {
    const states = await Promise.all(Array.from({ length: 3 }, () => openCase()))
    const asked: string[] = []
    const tx: Tx = {
      query: (sql, params) => {
        asked.push(sql)
        return database.query(sql, params)
      },
    }
    const changes = await Promise.all(states.map(async (state) => ({ state, events: await eventsOf(state.no) })))
    const announcements = changes.flatMap(announceChange)
    const tell = async () => {
      const found = await runPieces<{ listeners: Listener[] | null }>(tx, [findListeners(announcements)])
      await sendWebhooks(tx, await writeWebhooks(tx, announcements, found?.listeners ?? []))
    }
    await tell()
    expect(asked).toHaveLength(1)
    await listen(receiver)
    asked.length = 0
    await tell()
    expect(asked).toHaveLength(3)
  })

  test('does not wait for an endpoint that a worker is busy with', async () => {
    const { shopId } = await createOrder()
    const endpointId = await listen(receiver, { shopId })
    await inTransaction(async (tx) => {
      await tx.query(`SELECT FROM "WebhookEndpoint" WHERE "id" = $1 FOR NO KEY UPDATE`, [endpointId])
      await openCase('REFUND_ONLY', shopId)
    })
    expect(await deliveriesOf(endpointId)).toHaveLength(1)
  })

  test('what was written is never changed', async () => {
    const { shopId } = await createOrder()
    await listen(receiver, { shopId })
    await openCase('REFUND_ONLY', shopId)
    await expect(database.query(`UPDATE "WebhookEvent" SET "shopBody" = '{}'`)).rejects.toThrow(/append-only/)
  })
})

test('a sweep tells of all that it decided', async () => {
  const { shopId } = await createOrder()
  const endpointId = await listen(receiver, { shopId })
  await listen(receiver, { types: ['after_sale.deadline_expired'] })
  const nos: string[] = []
  for (let n = 0; n < 25; n++) nos.push((await openCase('REFUND_ONLY', shopId)).no)
  await makeOverdue(nos)
  await sweepDue()
  const deliveries = await deliveriesOf(endpointId)
  for (const no of nos)
    expect(deliveries.filter(({ subject }) => subject === no).map(({ type }) => type)).toEqual([
      'after_sale.created',
      'after_sale.deadline_expired',
      'after_sale.updated',
    ])
  await workOff()
  expect(heard().filter((type) => type === 'after_sale.deadline_expired')).toHaveLength(50)
})

test('a deadline that draws near is told of, once for each mark that was passed', async () => {
  const { shopId } = await createOrder()
  await listen(receiver, { shopId, types: ['after_sale.deadline_soon', 'after_sale.updated'] })
  await openCase('REFUND_ONLY', shopId)
  await moveClock(47.5 * HOUR)
  await sweepDue()
  await moveClock(-47.5 * HOUR)
  await workOff()
  expect(new Set(heard())).toEqual(new Set(['after_sale.deadline_soon']))
})
