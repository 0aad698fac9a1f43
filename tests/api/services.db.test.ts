import { beforeAll, describe, expect, test } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import {
  applicationBody,
  at,
  createOrder,
  createShop,
  get,
  mustBe,
  orderBody,
  post,
  problemOf,
  put,
  text,
  useApi,
} from '@/tests/support/api'
import { DAY, HOUR, moveClock } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

/** R3.2 to R3.4 What is served offline: asked for, step by step, confirmed or done by itself, disputed. */

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  shop = await createShop()
})

const merchant = (no: string, act: string, body: unknown = {}) =>
  post(`after-sales/${no}/${act}`, body, { key: shop.agent })
const platform = (no: string, act: string, body: unknown = {}) => post(`after-sales/${no}/${act}`, body)
const step = (no: string, name: string, more: object = {}) => merchant(no, 'service-step', { step: name, ...more })
const service = (orderNo: string, type: string, change: object = {}) =>
  post('after-sales', applicationBody(orderNo, { type, lines: [{ lineNo: 1, quantity: 1 }], ...change }))

async function openService(type: string): Promise<string> {
  return text(mustBe(201, await service(await createOrder(shop.shopId), type)), 'no')
}

async function openPerformed(type = 'REPAIR'): Promise<string> {
  const no = await openService(type)
  mustBe(200, await step(no, 'PERFORMED'))
  return no
}

async function now(): Promise<number> {
  return Date.parse(text(mustBe(200, await get('sandbox/clock')), 'now'))
}

describe('an exchange', () => {
  test('goes with waybills both ways until the buyer confirms it', async () => {
    const opened = mustBe(201, await service(await createOrder(shop.shopId), 'EXCHANGE', { reason: 'MALFUNCTION' }))
    const no = text(opened, 'no')
    expect(opened.body).toMatchObject({
      type: 'EXCHANGE',
      status: 'IN_SERVICE',
      waitingOn: 'MERCHANT',
      amountFen: 0,
      lines: [{ lineNo: 1, quantity: 1, amountFen: 0 }],
      previousNo: null,
      deadline: null,
      service: { kind: 'EXCHANGE', step: 'AGREED', originalNo: null, proposal: null, shipments: [] },
      availableActions: ['withdraw', 'messages', 'messages/read', 'dispute'],
    })
    expect(at(await get(`after-sales/${no}`, { key: shop.agent }), 'availableActions')).toEqual([
      'messages',
      'messages/read',
      'contacts',
      'service-step',
      'dispute',
    ])
    const received = mustBe(
      200,
      await step(no, 'GOODS_RECEIVED', { note: ' 已验货 ', carrier: '顺丰', trackingNo: 'SF1', version: 1 }),
    )
    const there = { direction: 'TO_MERCHANT', carrier: '顺丰', trackingNo: 'SF1', at: text(received, 'updatedAt') }
    expect(received.body).toMatchObject({
      status: 'IN_SERVICE',
      version: 2,
      waitingOn: 'MERCHANT',
      service: { step: 'GOODS_RECEIVED', shipments: [there] },
    })
    const sent = mustBe(200, await step(no, 'SENT_BACK', { carrier: '中通', trackingNo: 'ZT2' }))
    const back = { direction: 'TO_BUYER', carrier: '中通', trackingNo: 'ZT2', at: text(sent, 'updatedAt') }
    expect(sent.body).toMatchObject({
      waitingOn: 'BUYER',
      service: { step: 'SENT_BACK', shipments: [there, back] },
      deadline: {
        kind: 'SERVICE_CONFIRM',
        frozen: false,
        onExpiry: { outcome: 'COMPLETE', amountFen: null, clause: 'R3.3', text: expect.stringContaining('自动完成') },
      },
    })
    expect(Date.parse(text(sent, 'deadline.dueAt')) - Date.parse(text(sent, 'updatedAt'))).toBe(10 * DAY)
    expect(at(sent, 'availableActions')).not.toContain('service-step')
    const done = mustBe(200, await platform(no, 'service-step', { step: 'DONE' }))
    expect(done.body).toMatchObject({
      status: 'CLOSED',
      closeReason: 'SERVICE_DONE',
      waitingOn: null,
      deadline: null,
      service: { step: 'DONE', shipments: [there, back] },
      availableActions: ['messages', 'messages/read'],
    })
    const events = Object(at(await get(`after-sales/${no}/events`), 'data'))
    expect(events).toMatchObject([
      { type: 'ServiceConfirmed', clause: 'R3.3', actor: { role: 'BUYER', id: 'buyer-1' } },
      { type: 'ServiceStepRecorded', clause: 'R3.3', data: { step: 'SENT_BACK', note: null } },
      {
        type: 'ServiceStepRecorded',
        actor: { role: 'AGENT' },
        data: { note: '已验货', shipment: { carrier: '顺丰' } },
      },
      { type: 'Applied', clause: 'R3.2' },
    ])
    // its line is free again
    mustBe(201, await service(text(done, 'orderNo'), 'REPAIR'))
  })

  test('cannot be rejected, and frees its line when the buyer withdraws it', async () => {
    const no = await openService('EXCHANGE')
    const rejection = { reasonCode: 'NOT_RETURNABLE', text: '超出售后范围，不予处理。' }
    for (const [act, body] of [
      ['reject', rejection],
      ['approve', {}],
      ['confirm-receipt', {}],
    ] as const)
      expect(problemOf(await merchant(no, act, body))).toMatchObject({ status: 409, code: 'notAllowedInStatus' })
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    expect(problemOf(await service(orderNo, 'REPAIR'))).toMatchObject({ status: 409, code: 'openCaseExists' })
    expect(mustBe(200, await platform(no, 'withdraw')).body).toMatchObject({ closeReason: 'BUYER_WITHDRAWN' })
    mustBe(201, await service(orderNo, 'REPAIR'))
  })

  test('is done by itself when the buyer says nothing for ten days', async () => {
    const no = await openPerformed()
    await moveClock(10 * DAY - 60_000)
    expect(at(await get(`after-sales/${no}`), 'status')).toBe('IN_SERVICE')
    await moveClock(120_000)
    expect(problemOf(await platform(no, 'service-step', { step: 'DONE' }))).toEqual({
      status: 409,
      code: 'deadlinePassed',
    })
    expect((await get(`after-sales/${no}`)).body).toMatchObject({
      status: 'CLOSED',
      closeReason: 'SERVICE_DONE',
      service: { step: 'DONE' },
    })
    expect(at(await get(`after-sales/${no}/events`), 'data.0')).toMatchObject({
      type: 'ServiceExpired',
      clause: 'R3.3',
      actor: { role: 'SYSTEM' },
    })
  })
})

describe('asked for directly', () => {
  const until = async (ms: number) => new Date((await now()) + ms).toISOString()
  const orderWith = (line: object) =>
    createOrder(shop.shopId, {
      lines: [{ lineNo: 1, sku: 'SC-1', title: '羊毛围巾 浅灰', quantity: 2, paidFen: 12_800, ...line }],
    })

  test('an exchange within the period that the platform names, a repair within its own', async () => {
    const over = await until(-1000)
    const exchanged = await service(await orderWith({ exchangeUntil: over }), 'EXCHANGE')
    expect(problemOf(exchanged)).toEqual({ status: 409, code: 'afterSalesPeriodOver' })
    expect(exchanged.body).toMatchObject({ clause: 'R3.2', lineNo: 1, until: over })
    mustBe(201, await service(await orderWith({ exchangeUntil: over }), 'REPAIR'))
    mustBe(201, await service(await orderWith({ exchangeUntil: over }), 'COMPLAINT'))
    mustBe(201, await service(await orderWith({ exchangeUntil: await until(60_000) }), 'EXCHANGE'))
    expect(problemOf(await service(await orderWith({ repairUntil: over }), 'REPAIR'))).toMatchObject({ status: 409 })
  })

  test('15 and 365 days from delivery, where it names none; before it, at any time', async () => {
    const orderNo = await createOrder(shop.shopId)
    const first = mustBe(201, await service(orderNo, 'EXCHANGE'))
    mustBe(200, await platform(text(first, 'no'), 'withdraw'))
    const deliveredAt = await until(-15 * DAY - 1000)
    mustBe(200, await put(`orders/${orderNo}`, orderBody(shop.shopId)))
    mustBe(200, await post(`orders/${orderNo}/delivery`, { deliveredAt }))
    const late = await service(orderNo, 'EXCHANGE')
    expect(problemOf(late)).toEqual({ status: 409, code: 'afterSalesPeriodOver' })
    expect(at(late, 'until')).toBe(new Date(Date.parse(deliveredAt) + 15 * DAY).toISOString())
    mustBe(201, await service(orderNo, 'REPAIR'))
  })

  test('names no amount, where what refunds has to; an unknown type is named with all that is wrong', async () => {
    const orderNo = await createOrder(shop.shopId)
    const invalid = (...paths: string[]) => ({ status: 422, code: 'invalidRequest', paths })
    const line = { lineNo: 1, quantity: 1 }
    const paid = { lines: [line, { ...line, lineNo: 2, amountFen: 1 }] }
    expect(problemOf(await service(orderNo, 'EXCHANGE', paid))).toEqual(invalid('lines.1.amountFen'))
    expect(problemOf(await service(orderNo, 'RETURN_REFUND', paid))).toEqual(invalid('lines.0.amountFen'))
    expect(problemOf(await service(orderNo, 'LEASE'))).toEqual(invalid('type'))
    expect(problemOf(await service(orderNo, 'LEASE', { ...paid, reason: 'NONE', foo: 1 }))).toEqual(
      invalid('type', 'reason', 'foo'),
    )
    expect(problemOf(await post('after-sales', {}))).toEqual(invalid('type', 'orderNo', 'lines', 'reason'))
    expect(problemOf(await service(orderNo, 'REPAIR', { lines: [{ ...line, quantity: 3 }] }))).toEqual({
      status: 422,
      code: 'quantityExceedsBought',
      paths: ['lines.0.quantity'],
    })
  })
})

describe('another service', () => {
  test.each(['INSTALLATION', 'SETUP', 'TRAINING', 'COMPLAINT'])(
    '%s is answered, performed and confirmed',
    async (type) => {
      const no = await openService(type)
      expect(problemOf(await step(no, 'PERFORMED'))).toEqual({ status: 409, code: 'notAllowedInStatus' })
      const answered = mustBe(200, await step(no, 'ANSWERED', { note: '明天上门' }))
      expect(answered.body).toMatchObject({ waitingOn: 'MERCHANT', deadline: null, service: { step: 'ANSWERED' } })
      const performed = mustBe(200, await step(no, 'PERFORMED'))
      expect(performed.body).toMatchObject({ waitingOn: 'BUYER', deadline: { kind: 'SERVICE_CONFIRM' } })
      expect(mustBe(200, await platform(no, 'service-step', { step: 'DONE', note: '谢谢' })).body).toMatchObject({
        status: 'CLOSED',
        closeReason: 'SERVICE_DONE',
      })
    },
  )

  test('is owed a first answer in 48 hours; after that it is overdue, and nothing else', async () => {
    const no = await openService('COMPLAINT')
    const opened = await get(`after-sales/${no}`)
    const dueAt = text(opened, 'deadline.dueAt')
    expect(Date.parse(dueAt) - Date.parse(text(opened, 'openedAt'))).toBe(48 * HOUR)
    expect(at(opened, 'deadline')).toMatchObject({ kind: 'SERVICE_ANSWER', frozen: false, onExpiry: null })
    await moveClock(3 * DAY)
    await sweepDue()
    const overdue = mustBe(200, await get(`after-sales/${no}`, { key: shop.agent }))
    expect(overdue.body).toMatchObject({
      status: 'IN_SERVICE',
      version: 1,
      deadline: { kind: 'SERVICE_ANSWER', dueAt, remainingMs: 0, onExpiry: null },
    })
    const told = Object(at(await get(`after-sales/${no}/events`), 'data'))
    expect(told[0]).toMatchObject({ type: 'DeadlineSoon', clause: 'R3.4', data: { dueAt, beforeMs: 0 } })
    // frozen it has nothing left either, and goes on as overdue
    const disputed = mustBe(200, await platform(no, 'dispute', { reason: 'OTHER', statement: '一直没人处理' }))
    expect(at(disputed, 'deadline')).toMatchObject({ frozen: true, remainingMs: 0, dueAt: null, onExpiry: null })
    mustBe(200, await platform(no, 'dispute/withdraw'))
    expect(mustBe(200, await step(no, 'ANSWERED')).body).toMatchObject({ deadline: null })
  })
})

describe('a step', () => {
  test('out of turn is refused, with what could be recorded', async () => {
    const no = await openService('EXCHANGE')
    for (const name of ['SENT_BACK', 'ANSWERED']) {
      const refused = await step(no, name)
      expect(problemOf(refused)).toEqual({ status: 409, code: 'notAllowedInStatus' })
      expect(refused.body).toMatchObject({
        clause: 'R3.3',
        caseStatus: 'IN_SERVICE',
        steps: ['GOODS_RECEIVED', 'PERFORMED'],
      })
    }
    expect(at(await platform(no, 'service-step', { step: 'DONE' }), 'steps')).toEqual(['GOODS_RECEIVED', 'PERFORMED'])
    mustBe(200, await step(no, 'PERFORMED'))
    expect(at(await step(no, 'GOODS_RECEIVED'), 'steps')).toEqual(['DONE'])
  })

  test.each([
    ['GOODS_RECEIVED', { carrier: '顺丰' }, 'waybillIncomplete', 'trackingNo'],
    ['GOODS_RECEIVED', { trackingNo: 'SF1' }, 'waybillIncomplete', 'carrier'],
    ['PERFORMED', { carrier: '顺丰', trackingNo: 'SF1' }, 'waybillNotNeeded', 'carrier'],
  ])('%s with %j is %s', async (name, waybill, code, path) => {
    expect(problemOf(await step(await openService('REPAIR'), name, waybill))).toEqual({
      status: 422,
      code,
      paths: [path],
    })
  })

  test('is the merchant’s, DONE the buyer’s: the others are not permitted, however far it is', async () => {
    for (const no of [await openService('EXCHANGE'), await openPerformed()]) {
      for (const name of ['ANSWERED', 'GOODS_RECEIVED', 'SENT_BACK', 'PERFORMED'])
        expect(problemOf(await platform(no, 'service-step', { step: name }))).toEqual({
          status: 403,
          code: 'notPermitted',
        })
      for (const key of [shop.agent, shop.manager])
        expect(problemOf(await post(`after-sales/${no}/service-step`, { step: 'DONE' }, { key }))).toEqual({
          status: 403,
          code: 'notPermitted',
        })
    }
    mustBe(
      200,
      await post(`after-sales/${await openService('SETUP')}/service-step`, { step: 'ANSWERED' }, { key: shop.manager }),
    )
  })

  test('is of no case that refunds', async () => {
    const orderNo = await createOrder(shop.shopId)
    const no = text(mustBe(201, await post('after-sales', applicationBody(orderNo))), 'no')
    expect(problemOf(await step(no, 'ANSWERED'))).toEqual({ status: 409, code: 'notAllowedInStatus' })
  })
})

describe('a dispute about a service', () => {
  const ruling = { liability: 'MERCHANT', outcome: 'REFUND', rationale: '换来的仍有同样问题' }

  async function openUnderReview(): Promise<string> {
    const no = await openPerformed('EXCHANGE')
    mustBe(200, await platform(no, 'dispute', { reason: 'AGREEMENT_BROKEN', statement: '换来的也开线' }))
    mustBe(200, await platform(no, 'dispute/evidence', { done: true }))
    mustBe(200, await merchant(no, 'dispute/evidence', { done: true }))
    return no
  }

  test('is ruled on with an amount, up to what is left of its lines', async () => {
    const no = await openUnderReview()
    expect((await get(`after-sales/${no}`)).body).toMatchObject({
      status: 'IN_DISPUTE',
      deadline: { kind: 'SERVICE_CONFIRM', frozen: true },
      service: { step: 'PERFORMED' },
    })
    expect(problemOf(await platform(no, 'dispute/ruling', ruling))).toEqual({
      status: 422,
      code: 'amountRequired',
      paths: ['amountFen'],
    })
    const over = await platform(no, 'dispute/ruling', { ...ruling, amountFen: 12_801 })
    expect(problemOf(over)).toEqual({ status: 409, code: 'refundExceedsPaid' })
    expect(at(over, 'leftFen')).toBe(12_800)
    expect(problemOf(await platform(no, 'dispute/ruling', { ...ruling, outcome: 'RETURN_THEN_REFUND' }))).toEqual({
      status: 422,
      code: 'returnNotPossible',
      paths: ['outcome'],
    })
    const ruled = mustBe(200, await platform(no, 'dispute/ruling', { ...ruling, amountFen: 5000 }))
    expect(ruled.body).toMatchObject({
      status: 'REFUNDING',
      amountFen: 0,
      refund: { origin: 'DISPUTE_RULING', amountFen: 5000 },
    })
  })

  test('cannot be conceded, and withdrawn it goes on with its remainder', async () => {
    const no = await openPerformed('EXCHANGE')
    const disputed = mustBe(200, await merchant(no, 'dispute', { reason: 'OTHER', statement: '买家不收件' }))
    expect(at(disputed, 'availableActions')).not.toContain('dispute/concede')
    expect(problemOf(await merchant(no, 'dispute/concede'))).toEqual({ status: 409, code: 'notAllowedInStatus' })
    expect(problemOf(await platform(no, 'service-step', { step: 'DONE' }))).toMatchObject({ status: 409 })
    await moveClock(20 * DAY)
    const resumed = mustBe(200, await merchant(no, 'dispute/withdraw'))
    expect(resumed.body).toMatchObject({ status: 'IN_SERVICE', deadline: { kind: 'SERVICE_CONFIRM', frozen: false } })
    mustBe(200, await platform(no, 'service-step', { step: 'DONE' }))
  })
})

test('cases are found by type, status and who they wait for', async () => {
  const own = await createShop()
  const open = async (type: string) => text(mustBe(201, await service(await createOrder(own.shopId), type)), 'no')
  const [exchange, training] = [await open('EXCHANGE'), await open('TRAINING')]
  mustBe(200, await post(`after-sales/${exchange}/service-step`, { step: 'PERFORMED' }, { key: own.agent }))
  const found = async (query: string) =>
    Object(at(mustBe(200, await get(`after-sales?${query}`, { key: own.agent })), 'data')).map(
      ({ no }: { no: string }) => no,
    )
  expect(await found('type=TRAINING')).toEqual([training])
  expect(await found('status=IN_SERVICE')).toEqual([training, exchange])
  expect(await found('status=IN_SERVICE&waitingOn=BUYER')).toEqual([exchange])
  expect(await found('waitingOn=MERCHANT')).toEqual([training])
  expect(await found('sort=dueAt')).toEqual([training, exchange])
  expect(problemOf(await get('after-sales?type=LEASE'))).toEqual({
    status: 422,
    code: 'invalidRequest',
    paths: ['type'],
  })
})
