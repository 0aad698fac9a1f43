import { Webhook } from 'standardwebhooks'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST } from '@/app/api/payment-callback/route'
import { forgetEnv } from '@/lib/env'
import { executeRefund } from '@/lib/refunds/execute-refund'
import type { RefundGateway, RefundOutcome } from '@/lib/refunds/gateway'
import type { RetryPolicy } from '@/lib/refunds/retry-policy'
import { retryStuckRefundAs } from '@/lib/refunds/round-store'
import { eventsOf, mustSucceed, PLATFORM, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { PAYMENT_SECRET } from '@/tests/support/payments'
import { isScheduled } from '@/tests/support/queue'
import { only, orderRefund, QUICK, refundOf } from '@/tests/support/refunds'

useDatabase()

beforeAll(() => {
  Object.assign(process.env, {
    AFTERDESK_PAYMENT_URL: 'http://127.0.0.1:9/never-asked',
    AFTERDESK_PAYMENT_SECRET: PAYMENT_SECRET,
  })
  forgetEnv()
})

type Options = { secret?: string; at?: Date; altered?: string }

/** As a payment system that has read the specification, and none of our code, would call back. */
async function callBack(body: object, { secret = PAYMENT_SECRET, at = new Date(), altered }: Options = {}) {
  const text = JSON.stringify(body)
  const headers = {
    'webhook-id': 'message-1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret, { format: 'raw' }).sign('message-1', at, text),
  }
  const response = await POST(
    new Request('http://desk.test/api/payment-callback', { method: 'POST', headers, body: altered ?? text }),
  )
  expect(await response.text()).toBe('')
  return response.status
}

/** A refund that the gateway was asked for and answered like this. */
async function sent(answer: RefundOutcome, policy: RetryPolicy = QUICK) {
  const ordered = await orderRefund()
  const gateway: RefundGateway = {
    name: 'HTTP',
    create: async () => answer,
    query: async () => ({ status: 'UNKNOWN' }),
  }
  await executeRefund(ordered.refundNo, { gateways: only(gateway), policy })
  return ordered
}

const SUPPORT = { scope: PLATFORM, actor: { role: 'SUPPORT', id: 'support-1' } } as const
const ACCEPTED = { status: 'ACCEPTED' } as const
const FAILURE = { status: 'FAILED', reason: 'bank closed', retryable: true }
const successesOf = async (no: string) => (await eventsOf(no)).filter(({ type }) => type === 'RefundSucceeded').length

describe('success', () => {
  test('of what was accepted ends the case, once', async () => {
    const { refundNo, no } = await sent(ACCEPTED)
    expect(await callBack({ refundNo, status: 'SUCCEEDED', amountFen: 12800, paidBy: 'bank-7' })).toBe(204)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
    expect((await stateOf(no)).status).toBe('REFUNDED')
    expect(await isScheduled(refundNo)).toBeNull()
    expect(await callBack({ refundNo, status: 'SUCCEEDED' })).toBe(204)
    expect(await successesOf(no)).toBe(1)
  })

  test('that comes ten times at once ends it once', async () => {
    const { refundNo, no } = await sent(ACCEPTED)
    const answers = await Promise.all(Array.from({ length: 10 }, () => callBack({ refundNo, status: 'SUCCEEDED' })))
    expect(answers).toEqual(Array(10).fill(204))
    expect(await successesOf(no)).toBe(1)
  })

  test('is believed after a failure and in the stuck lane, for the money is back', async () => {
    for (const retryable of [true, false]) {
      const { refundNo, no } = await sent({ status: 'FAILED', reason: 'bank closed', retryable })
      expect((await refundOf(refundNo)).status).toBe(retryable ? 'FAILED' : 'STUCK')
      expect(await callBack({ refundNo, status: 'SUCCEEDED' })).toBe(204)
      expect((await stateOf(no)).status).toBe('REFUNDED')
    }
  })

  test('that overtakes the answer to the request itself stands', async () => {
    const { refundNo, no } = await orderRefund()
    const gateway: RefundGateway = {
      name: 'HTTP',
      create: async () => {
        expect(await callBack({ refundNo, status: 'SUCCEEDED' })).toBe(204)
        return ACCEPTED
      },
      query: async () => ({ status: 'UNKNOWN' }),
    }
    await executeRefund(refundNo, { gateways: only(gateway) })
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', leased: false })
    expect((await stateOf(no)).status).toBe('REFUNDED')
    expect(await isScheduled(refundNo)).toBeNull()
  })
})

describe('failure', () => {
  test('of what was accepted is tried again later', async () => {
    const { refundNo, no } = await sent(ACCEPTED)
    expect(await callBack({ refundNo, ...FAILURE })).toBe(204)
    expect(await refundOf(refundNo)).toMatchObject({
      status: 'FAILED',
      accepted: false,
      leased: false,
      lastError: 'bank closed',
    })
    expect(await isScheduled(refundNo)).toBe('later')
    expect((await stateOf(no)).status).toBe('REFUNDING')
  })

  test('for good of what was accepted is stuck', async () => {
    const { refundNo, no } = await sent(ACCEPTED)
    expect(await callBack({ refundNo, ...FAILURE, retryable: false })).toBe(204)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', lastError: 'bank closed' })
    expect(await stateOf(no)).toMatchObject({ refund: { stuck: true } })
  })

  test('after success is ignored', async () => {
    const { refundNo, no } = await sent({ status: 'SUCCEEDED' })
    const before = await eventsOf(no)
    expect(await callBack({ refundNo, ...FAILURE })).toBe(204)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', lastError: null })
    expect(await eventsOf(no)).toEqual(before)
  })

  test('of what waits for a person, or was only just sent on its way again, changes nothing', async () => {
    const stuck = await sent(ACCEPTED, { ...QUICK, looks: 1 })
    const gateway = only({ name: 'HTTP', create: async () => ACCEPTED, query: async () => ACCEPTED })
    await executeRefund(stuck.refundNo, { gateways: gateway, policy: { ...QUICK, looks: 1 } })
    const retried = await sent({ status: 'FAILED', reason: 'account closed', retryable: false })
    mustSucceed(await retryStuckRefundAs([SUPPORT], retried.no))
    for (const [{ refundNo }, status] of [[stuck, 'STUCK'] as const, [retried, 'PENDING'] as const]) {
      const before = await refundOf(refundNo)
      expect(before.status).toBe(status)
      expect(await callBack({ refundNo, ...FAILURE })).toBe(204)
      expect(await refundOf(refundNo)).toEqual(before)
    }
  })

  test('known already changes nothing', async () => {
    const { refundNo } = await sent({ status: 'FAILED', reason: 'no funds', retryable: true })
    const before = await refundOf(refundNo)
    expect(await callBack({ refundNo, ...FAILURE })).toBe(204)
    expect(await refundOf(refundNo)).toEqual(before)
  })
})

test('acceptance says nothing new', async () => {
  const { refundNo } = await sent(ACCEPTED)
  const before = await refundOf(refundNo)
  expect(await callBack({ refundNo, status: 'ACCEPTED' })).toBe(204)
  expect(await refundOf(refundNo)).toEqual(before)
})

describe('nobody is believed', () => {
  const MINUTE = 60_000

  test.each<[string, Options]>([
    ['who signs with another secret', { secret: 'another secret, just as long as it' }],
    ['whose message is old', { at: new Date(Date.now() - 6 * MINUTE) }],
    ['whose message is from the future', { at: new Date(Date.now() + 6 * MINUTE) }],
    ['whose message was altered on its way', { altered: '{"refundNo":"RF1","status":"SUCCEEDED"}' }],
  ])('%s', async (_, options) => {
    const { refundNo, no } = await sent(ACCEPTED)
    expect(await callBack({ refundNo, status: 'SUCCEEDED' }, options)).toBe(401)
    expect((await stateOf(no)).status).toBe('REFUNDING')
  })

  test.each([
    ['no signature', {}],
    ['an empty one', { 'webhook-id': 'm', 'webhook-timestamp': '1', 'webhook-signature': 'v1,' }],
    ['nonsense', { 'webhook-id': 'm', 'webhook-timestamp': 'now', 'webhook-signature': 'v1 v1,§ ,' }],
  ])('who sends %s', async (_, headers) => {
    const body = '{"refundNo":"RF1","status":"SUCCEEDED"}'
    const request = new Request('http://desk.test/api/payment-callback', {
      method: 'POST',
      body,
      headers: toBytes(headers),
    })
    expect((await POST(request)).status).toBe(401)
  })
})

// header values are bytes
function toBytes(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value).toString('latin1')]),
  )
}

describe('what cannot be meant', () => {
  test('a refund that is not there, or was never given to this gateway', async () => {
    expect(await callBack({ refundNo: 'RF-nowhere', status: 'SUCCEEDED' })).toBe(404)
    const { refundNo, no } = await orderRefund()
    expect(await callBack({ refundNo, status: 'SUCCEEDED' })).toBe(404)
    expect((await stateOf(no)).status).toBe('REFUNDING')
  })

  test('another amount than was ordered', async () => {
    const { refundNo, no } = await sent(ACCEPTED)
    expect(await callBack({ refundNo, status: 'SUCCEEDED', amountFen: 12799 })).toBe(422)
    expect((await stateOf(no)).status).toBe('REFUNDING')
  })

  test.each([[{}], [[]], [{ refundNo: 'RF1', status: 'DONE' }], [{ refundNo: 7, status: 'SUCCEEDED' }]])(
    '%j',
    async (body) => {
      expect(await callBack(body)).toBe(422)
    },
  )

  test('a body beyond all measure', async () => {
    expect(await callBack({ refundNo: 'RF1', status: 'FAILED', reason: 'x'.repeat(70_000) })).toBe(413)
  })
})
