import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import { at, createCase, createShop, get, mustBe, post, problemOf, type Reply, text, useApi } from '@/tests/support/api'
import { DAY, HOUR, moveClock } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'

/** R3.1 An exchange or a repair instead of a return: proposed, answered, and the case that takes the return's place. */

useDatabase()
useApi()

let shop: Awaited<ReturnType<typeof createShop>>
let other: typeof shop
beforeAll(async () => {
  shop = await createShop()
  other = await createShop()
})

const proposal = { kind: 'EXCHANGE', note: ' 换一条同款浅灰 ' }
const reached = { channel: 'PHONE', outcome: 'REACHED', note: '买家同意换货' }

const merchant = (no: string, act: string, body: unknown = {}) =>
  post(`after-sales/${no}/${act}`, body, { key: shop.agent })
const buyer = (no: string, act: string, body: unknown = {}) => post(`after-sales/${no}/${act}`, body)
const openReturn = () => createCase(shop.shopId, { type: 'RETURN_REFUND' })

async function openProposed(body: object = proposal): Promise<string> {
  const no = await openReturn()
  mustBe(200, await merchant(no, 'service-proposal', body))
  return no
}

async function eventsOf(no: string): Promise<{ type: string; clause: string; actor: object; data: object }[]> {
  return Object(at(mustBe(200, await get(`after-sales/${no}/events`)), 'data'))
}

describe('a proposal', () => {
  test('is shown to both sides, and the clock runs on', async () => {
    const no = await openReturn()
    const before = await get(`after-sales/${no}`, { key: shop.agent })
    expect([at(before, 'service'), at(before, 'availableActions')]).toEqual([
      null,
      expect.arrayContaining(['service-proposal']),
    ])
    const proposed = mustBe(200, await merchant(no, 'service-proposal', { ...proposal, version: 1 }))
    expect(proposed.body).toMatchObject({
      status: 'PENDING_REVIEW',
      version: 2,
      waitingOn: 'MERCHANT',
      service: {
        kind: 'EXCHANGE',
        step: null,
        originalNo: null,
        proposal: { kind: 'EXCHANGE', note: '换一条同款浅灰', at: text(proposed, 'updatedAt') },
        shipments: [],
      },
    })
    expect(at(proposed, 'deadline.dueAt')).toBe(at(before, 'deadline.dueAt'))
    expect(at(proposed, 'blockedActions')).toContainEqual({ action: 'service-agreement', code: 'contactRequired' })
    const seen = mustBe(200, await get(`after-sales/${no}`))
    expect([at(seen, 'service'), at(seen, 'availableActions')]).toEqual([
      at(proposed, 'service'),
      expect.arrayContaining(['service-agreement', 'withdraw']),
    ])
    expect(at(seen, 'availableActions')).not.toContain('service-proposal')
  })

  test('is replaced by a new one, survives the approval, and lapses with the waybill', async () => {
    const no = await openProposed()
    const again = mustBe(200, await merchant(no, 'service-proposal', { kind: 'REPAIR', note: '免费重新锁边' }))
    expect(at(again, 'service.proposal')).toMatchObject({ kind: 'REPAIR', note: '免费重新锁边' })
    expect(at(mustBe(200, await merchant(no, 'approve')), 'service.kind')).toBe('REPAIR')
    const sent = mustBe(200, await buyer(no, 'return-shipment', { carrier: '顺丰', trackingNo: 'SF1' }))
    expect([at(sent, 'status'), at(sent, 'service')]).toEqual(['AWAITING_RECEIPT', null])
    expect(problemOf(await buyer(no, 'service-agreement', { accept: true }))).toEqual({
      status: 409,
      code: 'notAllowedInStatus',
    })
  })

  test.each<[string, () => Promise<string>]>([
    ['a case that only refunds', () => createCase(shop.shopId)],
    [
      'a return on its way',
      async () => {
        const no = await openReturn()
        mustBe(200, await merchant(no, 'approve'))
        mustBe(200, await buyer(no, 'return-shipment', { carrier: '顺丰', trackingNo: 'SF1' }))
        return no
      },
    ],
  ])('is refused on %s', async (_, open) => {
    const no = await open()
    expect(problemOf(await merchant(no, 'service-proposal', proposal))).toEqual({
      status: 409,
      code: 'notAllowedInStatus',
    })
    expect(at(await get(`after-sales/${no}`, { key: shop.agent }), 'availableActions')).not.toContain(
      'service-proposal',
    )
  })

  test('names every fault by its path', async () => {
    const no = await openReturn()
    const faulty = { kind: 'INSTALLATION', note: '  ', version: 0, price: 1 }
    expect(problemOf(await merchant(no, 'service-proposal', faulty))).toEqual({
      status: 422,
      code: 'invalidRequest',
      paths: ['kind', 'note', 'version', 'price'],
    })
    expect(problemOf(await merchant(no, 'service-proposal', { ...proposal, version: 7 }))).toEqual({
      status: 409,
      code: 'versionConflict',
    })
  })

  test('comes too late once the review has expired, and a second time round is there again', async () => {
    const no = await openReturn()
    await moveClock(48 * HOUR + 60_000)
    // the return goes on to AWAITING_RETURN, which a proposal fits too
    expect(mustBe(200, await merchant(no, 'service-proposal', proposal)).body).toMatchObject({
      status: 'AWAITING_RETURN',
    })
    await moveClock(10 * DAY + 60_000)
    expect(problemOf(await buyer(no, 'service-agreement', { accept: true }))).toEqual({
      status: 409,
      code: 'deadlinePassed',
    })
  })
})

describe('an agreement', () => {
  test('of the buyer closes the return and opens the service in its place', async () => {
    const no = await openProposed()
    const closed = mustBe(200, await buyer(no, 'service-agreement', { accept: true, version: 2 }))
    const serviceNo = text(closed, 'nextNo')
    expect(closed.body).toMatchObject({
      no,
      status: 'CLOSED',
      closeReason: 'OFFLINE_EXCHANGE',
      closedAt: text(closed, 'updatedAt'),
      waitingOn: null,
      deadline: null,
      service: null,
    })
    const opened = mustBe(200, await get(`after-sales/${serviceNo}`, { key: shop.agent }))
    expect(opened.body).toMatchObject({
      type: 'EXCHANGE',
      status: 'IN_SERVICE',
      waitingOn: 'MERCHANT',
      amountFen: 0,
      lines: [{ lineNo: 1, quantity: 1, amountFen: 0 }],
      attempt: 1,
      previousNo: no,
      deadline: null,
      refund: null,
      service: {
        kind: 'EXCHANGE',
        step: 'AGREED',
        originalNo: no,
        proposal: { kind: 'EXCHANGE', note: '换一条同款浅灰', at: expect.stringMatching(/Z$/) },
        shipments: [],
      },
    })
    expect(at(opened, 'orderNo')).toBe(at(closed, 'orderNo'))
    expect(await eventsOf(no)).toMatchObject([
      { type: 'ServiceAgreed', clause: 'R3.1', actor: { role: 'BUYER' }, data: { kind: 'EXCHANGE', serviceNo } },
      { type: 'ServiceProposed', clause: 'R3.1', actor: { role: 'AGENT' } },
      { type: 'Applied' },
    ])
    const [applied] = await eventsOf(serviceNo)
    expect(applied).toMatchObject({ type: 'Applied', clause: 'R3.1', data: { originalNo: no } })
    // no instant of an event is a number, nor is told who could have recorded it
    expect(Object(applied?.data).proposal).toEqual(at(opened, 'service.proposal'))
  })

  test('is recorded by the shop with the contact that got it, and by no other', async () => {
    const no = await openReturn()
    const before = mustBe(200, await merchant(no, 'contacts', reached))
    mustBe(200, await merchant(no, 'service-proposal', { ...proposal, kind: 'REPAIR' }))
    const early = await merchant(no, 'service-agreement', { accept: true, contactId: text(before, 'contact.lastId') })
    expect(problemOf(early)).toEqual({ status: 409, code: 'contactRequired' })
    expect(early.body).toMatchObject({
      clause: 'R3.1',
      missing: 'AGREEMENT',
      since: text(await get(`after-sales/${no}`), 'service.proposal.at'),
    })
    mustBe(200, await merchant(no, 'contacts', { ...reached, outcome: 'NO_ANSWER', note: '' }))
    expect(problemOf(await merchant(no, 'service-agreement', { accept: true }))).toMatchObject({ status: 409 })
    const contact = mustBe(200, await merchant(no, 'contacts', reached))
    expect(at(contact, 'availableActions')).toContain('service-agreement')
    for (const contactId of [undefined, randomUUID(), text(before, 'contact.lastId')])
      expect(problemOf(await merchant(no, 'service-agreement', { accept: true, contactId }))).toEqual({
        status: 422,
        code: 'contactUnknown',
        paths: ['contactId'],
      })
    const contactId = text(contact, 'contact.lastId')
    expect(problemOf(await buyer(no, 'service-agreement', { accept: true, contactId }))).toEqual({
      status: 422,
      code: 'contactNotNeeded',
      paths: ['contactId'],
    })
    const closed = mustBe(200, await merchant(no, 'service-agreement', { accept: true, contactId }))
    expect(closed.body).toMatchObject({ status: 'CLOSED', closeReason: 'OFFLINE_REPAIR' })
    expect((await eventsOf(no))[0]).toMatchObject({ data: { contactId }, actor: { role: 'AGENT' } })
  })

  test('that is declined leaves the return as it was', async () => {
    const no = await openProposed()
    const declined = mustBe(200, await buyer(no, 'service-agreement', { accept: false }))
    expect(declined.body).toMatchObject({ status: 'PENDING_REVIEW', service: null, nextNo: null })
    expect((await eventsOf(no))[0]).toMatchObject({ type: 'ServiceRefused', data: { kind: 'EXCHANGE' } })
    expect(problemOf(await buyer(no, 'service-agreement', { accept: true }))).toMatchObject({
      code: 'notAllowedInStatus',
    })
    mustBe(200, await merchant(no, 'service-proposal', proposal))
  })

  test('sent twice under one Idempotency-Key opens one service; four at once, too', async () => {
    const no = await openProposed()
    const headers = { 'Idempotency-Key': randomUUID() }
    const send = () => post(`after-sales/${no}/service-agreement`, { accept: true }, { headers })
    const replies: Reply[] = await Promise.all([send(), send(), send(), send()])
    const first = await send()
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([200, 'true'])
    for (const reply of replies) expect([200, 409]).toContain(reply.status)
    const { rows } = await database.query(`SELECT 1 FROM "AfterSale" WHERE "previousNo" = $1`, [no])
    expect(rows).toHaveLength(1)
    expect(problemOf(await post(`after-sales/${no}/service-agreement`, { accept: false }, { headers }))).toEqual({
      status: 422,
      code: 'idempotencyMismatch',
    })
  })

  test('and a refusal at the same instant: one of them counts', async () => {
    const no = await openProposed()
    const replies = await Promise.all([true, false].map((accept) => buyer(no, 'service-agreement', { accept })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('who may', () => {
  test('propose is the merchant’s alone', async () => {
    const no = await openReturn()
    expect(problemOf(await buyer(no, 'service-proposal', proposal))).toEqual({ status: 403, code: 'notPermitted' })
    mustBe(200, await post(`after-sales/${no}/service-proposal`, proposal, { key: shop.manager }))
  })

  test.each([
    ['service-proposal', proposal],
    ['service-agreement', { accept: true }],
    ['service-step', { step: 'ANSWERED' }],
  ])('of another shop’s case there is nothing for %s', async (act, body) => {
    const no = await openProposed()
    for (const key of [other.agent, other.manager])
      expect(problemOf(await post(`after-sales/${no}/${act}`, body, { key }))).toEqual({
        status: 404,
        code: 'notFound',
      })
    expect(problemOf(await post(`after-sales/${no}/${act}`, body, { key: null }))).toMatchObject({ status: 401 })
  })
})
