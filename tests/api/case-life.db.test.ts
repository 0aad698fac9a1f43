import { beforeAll, describe, expect, test } from 'vitest'
import {
  applicationBody,
  at,
  createCase,
  createOrder,
  createShop,
  get,
  mustBe,
  PLATFORM_KEY,
  post,
  problemOf,
  text,
  useApi,
} from '@/tests/support/api'
import { DAY, HOUR } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
beforeAll(async () => {
  shop = await createShop()
})

const rejection = { reasonCode: 'AS_DESCRIBED', text: '同批次样品对比一致，不符合退款条件' }

describe('a refund-only case', () => {
  test('is opened, seen by both sides, approved and refunding', async () => {
    const orderNo = await createOrder(shop.shopId)
    const opened = mustBe(201, await post('after-sales', applicationBody(orderNo, { description: ' 颜色不符 ' })))
    const no = text(opened, 'no')
    const dueAt = text(opened, 'deadline.dueAt')
    expect(opened.body).toEqual({
      no,
      shopId: shop.shopId,
      orderNo,
      buyer: { id: 'buyer-1', name: '王小明' },
      type: 'REFUND_ONLY',
      status: 'PENDING_REVIEW',
      version: 1,
      attempt: 1,
      previousNo: null,
      nextNo: null,
      amountFen: 12_800,
      currency: 'CNY',
      reason: 'NOT_AS_DESCRIBED',
      description: '颜色不符',
      attachments: [],
      lines: [{ lineNo: 1, quantity: 1, amountFen: 12_800 }],
      waitingOn: 'MERCHANT',
      rejection: null,
      returnAddress: null,
      returnShipment: null,
      deadline: {
        kind: 'REVIEW',
        dueAt,
        frozen: false,
        remainingMs: withinASecond(48 * HOUR),
        onExpiry: {
          outcome: 'REFUND',
          amountFen: 12_800,
          clause: 'R1.1',
          text: expect.stringMatching(/^不处理.*¥128\.00 · R1\.1$/),
        },
      },
      availableActions: expect.arrayContaining(['withdraw', 'messages', 'messages/read']),
      blockedActions: [],
      contact: { aware: false, lastAt: null, lastId: null },
      refund: null,
      dispute: null,
      service: null,
      policyVersion: 'kuaishou-2021-03-25',
      openedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      updatedAt: at(opened, 'openedAt'),
      closedAt: null,
      closeReason: null,
    })

    const seen = mustBe(200, await get(`after-sales/${no}`, { key: shop.agent, headers: { 'Accept-Language': 'en' } }))
    expect(at(seen, 'availableActions')).toEqual(expect.arrayContaining(['approve']))
    expect(at(seen, 'blockedActions')).toEqual([{ action: 'reject', code: 'contactRequired' }])
    expect(text(seen, 'deadline.onExpiry.text')).toMatch(/^If nobody acts: ¥128\.00 is refunded/)

    const approved = mustBe(200, await post(`after-sales/${no}/approve`, { version: 1 }, { key: shop.agent }))
    expect(approved.body).toMatchObject({
      status: 'REFUNDING',
      deadline: null,
      waitingOn: 'GATEWAY',
      refund: { no: no.replace('AS', 'RF'), origin: 'MERCHANT', amountFen: 12_800, status: 'PENDING', attempts: 0 },
    })
    expect(mustBe(200, await get('refunds?status=PENDING')).body).toMatchObject({
      data: [{ no: no.replace('AS', 'RF'), afterSaleNo: no, origin: 'MERCHANT', status: 'PENDING', lastError: null }],
    })
    const events = mustBe(200, await get(`after-sales/${no}/events`, { key: shop.agent }))
    expect(at(events, 'data')).toMatchObject([
      { seq: 3, type: 'RefundOrdered', clause: 'R7.1' },
      { seq: 2, type: 'Approved', clause: 'R1.2', actor: { role: 'AGENT', id: expect.stringMatching(/^key:/) } },
      { seq: 1, type: 'Applied', clause: 'R1.1', actor: { role: 'BUYER', id: 'buyer-1' } },
    ])
  })

  test('is rejected after a contact, shows why, and is applied for again', async () => {
    const no = await createCase(shop.shopId)
    const refused = await post(`after-sales/${no}/reject`, rejection, { key: shop.agent })
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'contactRequired' })
    expect(refused.body).toMatchObject({ clause: 'R1.3', missing: 'NO_CONTACT', since: null })
    mustBe(200, await post(`after-sales/${no}/messages`, { text: '您好，请看照片' }, { key: shop.agent }))
    expect(at(await post(`after-sales/${no}/reject`, rejection, { key: shop.agent }), 'missing')).toBe('MESSAGE_UNREAD')
    const unread = mustBe(200, await get(`after-sales/${no}/messages`))
    expect(at(unread, 'data')).toMatchObject([{ side: 'MERCHANT', text: '您好，请看照片', readAt: null }])
    expect(mustBe(200, await post(`after-sales/${no}/messages/read`)).body).toMatchObject({ contact: { aware: true } })
    expect(at(await get(`after-sales/${no}/messages`), 'data.0.readAt')).toMatch(/Z$/)
    const short = await post(`after-sales/${no}/reject`, { ...rejection, text: '太短' }, { key: shop.agent })
    expect(problemOf(short)).toEqual({ status: 422, code: 'invalidRequest', paths: ['text'] })
    const rejected = mustBe(200, await post(`after-sales/${no}/reject`, rejection, { key: shop.agent }))
    expect(rejected.body).toMatchObject({
      status: 'REJECTED',
      rejection: { ...rejection, at: at(rejected, 'closedAt') },
    })

    const again = await post('after-sales', applicationBody(text(rejected, 'orderNo')))
    expect(mustBe(201, again).body).toMatchObject({ attempt: 2, previousNo: no })
    expect(at(await get(`after-sales/${no}`), 'nextNo')).toBe(text(again, 'no'))
  })

  test('is withdrawn by the platform for its buyer, and by nobody else', async () => {
    const no = await createCase(shop.shopId)
    expect(problemOf(await post(`after-sales/${no}/withdraw`, {}, { key: shop.manager }))).toMatchObject({
      status: 403,
      code: 'notPermitted',
    })
    const withdrawn = mustBe(200, await post(`after-sales/${no}/withdraw`))
    expect(withdrawn.body).toMatchObject({ status: 'CLOSED', closeReason: 'BUYER_WITHDRAWN' })
    const late = await post(`after-sales/${no}/approve`, {}, { key: shop.agent })
    expect(problemOf(late)).toMatchObject({ status: 409, code: 'notAllowedInStatus' })
    expect(at(late, 'caseStatus')).toBe('CLOSED')
  })

  test('is decided by the clock, and who comes too late is told so', async () => {
    const no = await createCase(shop.shopId)
    mustBe(200, await post('sandbox/clock', { advanceMs: 48 * HOUR + 60_000 }))
    const late = await post(`after-sales/${no}/approve`, { version: 1 }, { key: shop.agent })
    expect(problemOf(late)).toMatchObject({ status: 409, code: 'deadlinePassed' })
    expect(late.body).toMatchObject({ clause: 'R0.7', deadline: 'REVIEW', caseStatus: 'REFUNDING' })
    const after = mustBe(200, await get(`after-sales/${no}`, { key: shop.agent }))
    expect(after.body).toMatchObject({ status: 'REFUNDING', version: 3, refund: { origin: 'REVIEW_TIMEOUT' } })
    const expired = at(await get(`after-sales/${no}/events`), 'data.1')
    expect(expired).toMatchObject({ type: 'ReviewExpired', clause: 'R1.1', actor: { role: 'SYSTEM', id: null } })
  })
})

describe('a return', () => {
  test('goes from approval over the waybill to the receipt', async () => {
    const no = await createCase(shop.shopId, { type: 'RETURN_REFUND' })
    const unknown = await post(`after-sales/${no}/approve`, { returnAddressId: 'none' }, { key: shop.agent })
    expect(problemOf(unknown)).toEqual({ status: 422, code: 'returnAddressUnknown', paths: ['returnAddressId'] })
    const approved = mustBe(200, await post(`after-sales/${no}/approve`, undefined, { key: shop.agent }))
    expect(approved.body).toMatchObject({
      status: 'AWAITING_RETURN',
      waitingOn: 'BUYER',
      returnAddress: { name: '南栀售后', detail: '纺都路 88 号' },
      deadline: {
        kind: 'RETURN',
        remainingMs: withinASecond(10 * DAY),
        onExpiry: { outcome: 'CLOSE', amountFen: null, clause: 'R2.4' },
      },
    })
    const sent = mustBe(200, await post(`after-sales/${no}/return-shipment`, { carrier: '顺丰', trackingNo: 'SF1' }))
    expect(sent.body).toMatchObject({
      status: 'AWAITING_RECEIPT',
      returnShipment: { carrier: '顺丰', trackingNo: 'SF1' },
    })
    const corrected = mustBe(
      200,
      await post(`after-sales/${no}/return-shipment`, { carrier: '顺丰', trackingNo: 'SF2' }),
    )
    expect(at(corrected, 'deadline.dueAt')).toBe(at(sent, 'deadline.dueAt'))
    const received = mustBe(200, await post(`after-sales/${no}/confirm-receipt`, { note: '完好' }, { key: shop.agent }))
    expect(received.body).toMatchObject({ status: 'REFUNDING', refund: { origin: 'MERCHANT' } })
  })

  test('closes without a waybill, and frees its line', async () => {
    const no = await createCase(shop.shopId, { type: 'RETURN_REFUND' })
    mustBe(200, await post(`after-sales/${no}/approve`, {}, { key: shop.manager }))
    mustBe(200, await post('sandbox/clock', { advanceMs: 10 * DAY + 60_000 }))
    const closed = mustBe(200, await get(`after-sales/${no}`))
    expect(closed.body).toMatchObject({
      status: 'CLOSED',
      closeReason: 'RETURN_TIMEOUT',
      deadline: null,
      waitingOn: null,
    })
    const late = await post(`after-sales/${no}/return-shipment`, { carrier: '顺丰', trackingNo: 'SF1' })
    expect(problemOf(late)).toMatchObject({ status: 409, code: 'deadlinePassed' })
    mustBe(201, await post('after-sales', applicationBody(text(closed, 'orderNo'))))
  })
})

describe('who may what', () => {
  test('no key, a wrong key and a revoked shape get 401', async () => {
    for (const key of [null, 'wrong', `${PLATFORM_KEY}x`]) {
      const reply = await get('after-sales', { key })
      expect(problemOf(reply)).toMatchObject({ status: 401, code: 'unauthenticated' })
      expect(reply.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  test('another shop sees and can nothing: 404, never 403', async () => {
    const other = await createShop()
    const no = await createCase(shop.shopId)
    for (const path of [`after-sales/${no}`, `after-sales/${no}/events`, `after-sales/${no}/messages`])
      expect(problemOf(await get(path, { key: other.manager })).status).toBe(404)
    const acts = [
      'approve',
      'reject',
      'withdraw',
      'contacts',
      'messages',
      'messages/read',
      'return-shipment',
      'confirm-receipt',
    ]
    for (const act of acts) {
      const reply = await post(`after-sales/${no}/${act}`, {}, { key: other.manager })
      expect([act, reply.status]).toEqual([act, 404])
    }
    expect(at(await get('after-sales', { key: other.manager }), 'data')).toEqual([])
    expect(at(await get(`after-sales?shopId=${shop.shopId}`, { key: other.manager }), 'data')).toEqual([])
  })

  test('the merchant’s acts are refused to the platform, the platform’s to a shop', async () => {
    const no = await createCase(shop.shopId)
    for (const act of ['approve', 'reject', 'contacts', 'confirm-receipt'])
      expect(problemOf(await post(`after-sales/${no}/${act}`, {}))).toMatchObject({ status: 403, code: 'notPermitted' })
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    const key = shop.manager
    expect((await post('after-sales', applicationBody(orderNo), { key })).status).toBe(403)
    expect((await post('after-sales', applicationBody('order-none'), { key })).status).toBe(404)
    expect((await post('sandbox/clock', { advanceMs: 1 }, { key })).status).toBe(403)
  })

  test('a stuck refund is retried by a manager, not by an agent', async () => {
    const no = await createCase(shop.shopId)
    mustBe(200, await post(`after-sales/${no}/approve`, {}, { key: shop.agent }))
    const path = `refunds/${no.replace('AS', 'RF')}/retry`
    expect((await post(path, {}, { key: shop.agent })).status).toBe(403)
    expect(problemOf(await post(path, {}, { key: shop.manager }))).toMatchObject({
      status: 409,
      code: 'notAllowedInStatus',
    })
    expect((await post('refunds/RF1/retry')).status).toBe(404)
  })
})

describe('an application', () => {
  test('is refused on an occupied line, with the case that occupies it', async () => {
    const no = await createCase(shop.shopId)
    const orderNo = text(await get(`after-sales/${no}`), 'orderNo')
    const second = await post('after-sales', applicationBody(orderNo))
    expect(problemOf(second)).toMatchObject({ status: 409, code: 'openCaseExists' })
    expect(second.body).toMatchObject({ no, clause: 'R0.8' })
  })

  test('cannot ask for more than was paid, nor for what is not there', async () => {
    const orderNo = await createOrder(shop.shopId)
    const ask = (line: object) =>
      post('after-sales', applicationBody(orderNo, { lines: [{ lineNo: 1, quantity: 1, amountFen: 1, ...line }] }))
    expect(problemOf(await ask({ amountFen: 12_801 }))).toMatchObject({ status: 409, code: 'refundExceedsPaid' })
    expect(problemOf(await ask({ lineNo: 3 }))).toEqual({
      status: 422,
      code: 'orderLineUnknown',
      paths: ['lines.0.lineNo'],
    })
    expect(problemOf(await ask({ quantity: 3 }))).toEqual({
      status: 422,
      code: 'quantityExceedsBought',
      paths: ['lines.0.quantity'],
    })
    expect(problemOf(await post('after-sales', applicationBody('order-none')))).toMatchObject({
      status: 404,
      code: 'notFound',
    })
  })

  test('that is stale in its version is refused with the current one', async () => {
    const no = await createCase(shop.shopId)
    const reply = await post(`after-sales/${no}/approve`, { version: 7 }, { key: shop.agent })
    expect(problemOf(reply)).toMatchObject({ status: 409, code: 'versionConflict' })
    expect(at(reply, 'version')).toBe(1)
  })
})

/** Milliseconds that have run a little between the decision and its answer. */
function withinASecond(ms: number) {
  return expect.toSatisfy((value: number) => value <= ms && value > ms - 1000)
}
