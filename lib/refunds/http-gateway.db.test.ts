import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { type Behaviour, PAYMENT_SECRET, type PaymentServer, startPaymentServer } from '@/tests/support/payments'
import { isScheduled, makeDue, workOffRefunds } from '@/tests/support/queue'
import { expireLease, gatewayOf, orderRefund, QUICK, refundOf } from '@/tests/support/refunds'
import { executeRefund } from './execute-refund'

const database = useDatabase()
let server: PaymentServer

beforeEach(async () => {
  server = await startPaymentServer()
})
afterEach(() => server.close())

const execute = (refundNo: string, timeoutMs?: number) =>
  executeRefund(refundNo, { gateways: gatewayOf(server, timeoutMs), policy: QUICK })
const asked = () => server.seen.map(({ method }) => method)

describe('a request', () => {
  test('carries the order, its number as the key, and a signature', async () => {
    const { refundNo, no, orderNo, shopId } = await orderRefund()
    await execute(refundNo)
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        path: '/gateway/refunds',
        signed: true,
        headers: { 'idempotency-key': refundNo, 'webhook-id': refundNo },
      },
    ])
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({
      refundNo,
      afterSaleNo: no,
      orderNo,
      shopId,
      buyerId: 'buyer-1',
      amountFen: 12800,
      currency: 'CNY',
    })
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 1 })
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })

  test('about what became of it is signed too, and named', async () => {
    const { refundNo } = await orderRefund()
    server.plan('POST', 'accept')
    await execute(refundNo)
    await execute(refundNo)
    expect(server.seen[1]).toMatchObject({
      method: 'GET',
      path: `/gateway/refunds/${refundNo}`,
      signed: true,
      headers: { 'webhook-id': refundNo },
    })
  })
})

describe('money that moved without an answer that we can use', () => {
  test.each<[Behaviour, string]>([
    ['payAndCrash', 'gatewayStatus:500'],
    ['payAndCut', 'gatewayUnreachable'],
    ['payAndBabble', 'gatewayAnswerInvalid'],
    ['payAndFlood', 'gatewayAnswerInvalid'],
    ['payAndNameAnother', 'gatewayAnswerInvalid'],
    ['payAndNameLess', 'gatewayAnswerInvalid'],
    ['payAndConflict', 'gatewayStatus:409'],
  ])('%s: is asked about and not paid again', async (behaviour, reason) => {
    const { refundNo, no } = await orderRefund()
    server.plan('POST', behaviour)
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', lastError: reason })
    expect((await stateOf(no)).status).toBe('REFUNDING')
    await execute(refundNo)
    expect(asked()).toEqual(['POST', 'GET'])
    expect(server.paid).toEqual([refundNo])
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })

  test('a time-out is no different', async () => {
    const { refundNo } = await orderRefund()
    server.plan('POST', 'payAndHang')
    await execute(refundNo, 500)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', lastError: 'gatewayTimeout' })
    await execute(refundNo)
    expect(asked()).toEqual(['POST', 'GET'])
    expect(server.paid).toEqual([refundNo])
  })

  test('and a question that gets no answer either does not pay', async () => {
    const { refundNo } = await orderRefund()
    server.plan('POST', 'payAndCrash')
    // a page that is not there proves nothing about a refund
    server.plan('GET', 'unavailable', 'bareNotFound')
    for (let n = 0; n < 3; n++) await execute(refundNo)
    expect(asked()).toEqual(['POST', 'GET', 'GET'])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', lastError: 'gatewayStatus:404' })
    expect(server.paid).toEqual([refundNo])
  })
})

describe('money that did not move', () => {
  test.each<[Behaviour, string]>([
    ['unavailable', 'gatewayStatus:503'],
    ['redirect', 'gatewayStatus:307'],
    ['bareNotFound', 'gatewayStatus:404'],
    ['fail', 'account closed'],
  ])('%s: is asked about and then paid', async (behaviour, reason) => {
    const { refundNo } = await orderRefund()
    server.plan('POST', behaviour)
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', lastError: reason })
    await execute(refundNo)
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /gateway/refunds',
      `GET /gateway/refunds/${refundNo}`,
      'POST /gateway/refunds',
    ])
    expect(server.paid).toEqual([refundNo])
    expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 })
  })

  test('refused for good is stuck at once, in the words of the payment system', async () => {
    const { refundNo } = await orderRefund()
    server.plan('POST', 'refuse')
    await execute(refundNo)
    expect(await refundOf(refundNo)).toMatchObject({ status: 'STUCK', attempts: 1, lastError: 'no such order' })
  })

  test('a server that is not there is tried again', async () => {
    const { refundNo } = await orderRefund()
    const gateways = gatewayOf(server)
    await server.close()
    await executeRefund(refundNo, { gateways, policy: QUICK })
    expect(await refundOf(refundNo)).toMatchObject({ status: 'FAILED', lastError: 'gatewayUnreachable' })
    server = await startPaymentServer()
  })
})

test('accepted and then succeeded, when asked', async () => {
  const { refundNo, no } = await orderRefund()
  server.plan('POST', 'accept')
  await execute(refundNo)
  await execute(refundNo)
  expect((await stateOf(no)).status).toBe('REFUNDING')
  server.finish(refundNo, 'SUCCEEDED')
  await execute(refundNo)
  expect(asked()).toEqual(['POST', 'GET', 'GET'])
  expect(server.paid).toEqual([refundNo])
  expect((await stateOf(no)).status).toBe('REFUNDED')
})

test('two executors at once pay once', async () => {
  const { refundNo } = await orderRefund()
  await Promise.all([execute(refundNo), execute(refundNo)])
  expect(server.paid).toEqual([refundNo])
})

test('a worker killed between the payment and its record: the next one asks and does not pay', async () => {
  const { refundNo, no } = await orderRefund()
  server.plan('POST', 'payAndHang')
  const worker = fork(join(import.meta.dirname, '../../tests/support/refund-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: database.url(), ...connectPayments() },
  })
  server.onPaid = () => worker.kill('SIGKILL')
  await once(worker, 'exit')
  expect(server.paid).toEqual([refundNo])
  // the attempt is on record, and the turn after it stands in the queue
  expect(await refundOf(refundNo)).toMatchObject({ status: 'PENDING', attempts: 1, leased: true })
  expect(await isScheduled(refundNo)).toBe('later')
  // as long as the dead worker might live, nobody touches the refund, and the turn is put off
  await makeDue(refundNo)
  await workOffRefunds()
  expect(asked()).toEqual(['POST'])
  expect(await isScheduled(refundNo)).toBe('later')
  await expireLease(refundNo)
  await makeDue(refundNo)
  await workOffRefunds()
  expect(asked()).toEqual(['POST', 'GET'])
  expect(server.paid).toEqual([refundNo])
  expect(await refundOf(refundNo)).toMatchObject({ status: 'SUCCEEDED', attempts: 2, leased: false })
  expect((await stateOf(no)).status).toBe('REFUNDED')
  expect(await isScheduled(refundNo)).toBeNull()
})

/** Makes the server the payment system of this process; returns the variables that do so. */
function connectPayments() {
  const variables = { AFTERDESK_PAYMENT_URL: server.url, AFTERDESK_PAYMENT_SECRET: PAYMENT_SECRET }
  Object.assign(process.env, variables)
  forgetEnv()
  return variables
}
