import { describe, expect, it } from 'vitest'
import { balanceOf, recordPayment } from '@/lib/refunds/ledger'
import { database, inTransaction } from '@/tests/support/access'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  DAY,
  eventsOf,
  HOUR,
  MANAGER,
  moveClock,
  mustSucceed,
  openCase,
  PLATFORM,
  refusalOf,
  shopScope,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { DISPUTE, expectReplays, hear, ruling, SUPPORT, WAYBILL } from '@/tests/support/disputes'
import { createReader, seen } from '@/tests/support/notices'
import { workOffRefunds } from '@/tests/support/queue'
import {
  AGREEMENT,
  CONFIRMED,
  CONTACT,
  openProposed,
  openSentBack,
  PROPOSAL,
  serviceOf,
  step,
} from '@/tests/support/services'
import { EXCHANGE_KINDS, SERVICE_TYPES } from './domain/service'
import { handleCommand } from './handle-command'
import { sweepDue } from './sweep'

useDatabase()

/** The columns beside the state that others look for. */
async function placeOf(no: string) {
  const { rows } = await database.query(
    `SELECT "serviceStep" AS step, "waitingOn" AS waits, "dueKind" AS due, "refundFen" FROM "AfterSale" WHERE "no" = $1`,
    [no],
  )
  return rows[0]
}

async function occupying(orderNo: string): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `SELECT "afterSaleNo" AS "no" FROM "AfterSaleLine" WHERE "orderNo" = $1 AND "occupying" ORDER BY "lineNo"`,
    [orderNo],
  )
  return rows.map(({ no }) => no)
}

async function setLine(orderNo: string, change: string): Promise<void> {
  await database.query(`UPDATE "OrderLine" SET ${change} WHERE "orderNo" = $1`, [orderNo])
}

async function toldOf(no: string): Promise<number[]> {
  return (await eventsOf(no)).flatMap((event) => (event.type === 'DeadlineSoon' ? [event.data.beforeMs / HOUR] : []))
}

describe('R3.1 a proposal', () => {
  it('is kept with the case, and lapses with the waybill', async () => {
    const { no } = await openProposed()
    const proposed = await expectReplays(no)
    expect(proposed).toMatchObject({
      status: 'PENDING_REVIEW',
      service: { step: null, proposal: { kind: 'EXCHANGE' } },
    })
    expect(await placeOf(no)).toEqual({ step: null, waits: 'MERCHANT', due: 'REVIEW', refundFen: null })
    mustSucceed(await act(no, AGENT, CONTACT))
    expect((await expectReplays(no)).service?.proposal?.contactIds).toHaveLength(1)
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    expect((await expectReplays(no)).service?.proposal?.contactIds).toHaveLength(1)
    mustSucceed(await act(no, BUYER, WAYBILL))
    expect(await expectReplays(no)).toMatchObject({ status: 'AWAITING_RECEIPT', service: null })
  })

  it('that the buyer agrees to closes the return and opens a service on its lines, at one instant', async () => {
    const { orderNo, shopId } = await createOrder({ paidFen: [12_800, 5000] })
    const lines = [
      { lineNo: 1, quantity: 2, amountFen: 12_800 },
      { lineNo: 2, quantity: 1, amountFen: 4000 },
    ]
    const { no } = mustSucceed(await apply(orderNo, { type: 'RETURN_REFUND', lines }))
    mustSucceed(await act(no, AGENT, PROPOSAL))
    const reader = await createReader([shopId])
    const closed = mustSucceed(await act(no, BUYER, AGREEMENT))
    expect(await expectReplays(no)).toEqual(closed)
    expect(closed).toMatchObject({ status: 'CLOSED', closeReason: 'OFFLINE_EXCHANGE', service: null })
    const service = await serviceOf(no)
    expect(await expectReplays(service.no)).toMatchObject({
      type: 'EXCHANGE',
      status: 'IN_SERVICE',
      previousNo: no,
      amountFen: 0,
      deadline: null,
      lines: lines.map((line) => ({ ...line, amountFen: 0 })),
      openedAt: closed.closedAt,
      service: { step: 'AGREED', originalNo: no, proposal: { note: PROPOSAL.note } },
    })
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'ServiceAgreed', data: { serviceNo: service.no } })
    expect(await occupying(orderNo)).toEqual([service.no, service.no])
    expect(await seen(reader, service.no)).toEqual(['PROPOSAL_ANSWERED*'])
    const { rows } = await database.query(`SELECT 1 FROM "Refund" WHERE "orderNo" = $1`, [orderNo])
    expect(rows).toEqual([])
  })

  it('that a contact records the answer to', async () => {
    const { no } = await openProposed()
    expect(refusalOf(await act(no, AGENT, { ...AGREEMENT, contactId: 'nobody' }))).toBe('contactRequired')
    mustSucceed(await act(no, AGENT, CONTACT))
    expect(refusalOf(await act(no, AGENT, { ...AGREEMENT, contactId: 'nobody' }))).toBe('contactUnknown')
    const contactId = (await stateOf(no)).lastContact?.id
    mustSucceed(await act(no, MANAGER, { ...AGREEMENT, contactId }))
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'ServiceAgreed', actor: MANAGER, data: { contactId } })
    await expectReplays((await serviceOf(no)).no)
  })

  it('is saved with its service or not at all', async () => {
    const { no, orderNo } = await openProposed()
    await expect(
      inTransaction(async (tx) => {
        mustSucceed(await handleCommand(tx, { scope: PLATFORM, actor: BUYER, no, command: AGREEMENT }))
        throw new Error('the machine stopped')
      }),
    ).rejects.toThrow('the machine stopped')
    expect(await expectReplays(no)).toMatchObject({ status: 'PENDING_REVIEW', service: { step: null } })
    expect(await occupying(orderNo)).toEqual([no])
    await expect(serviceOf(no)).rejects.toThrow('led to 0 services')
  })

  it('of another shop does not exist', async () => {
    const { no } = await openProposed()
    const scope = shopScope((await openCase()).shopId)
    for (const [actor, command] of [[AGENT, PROPOSAL] as const, [AGENT, AGREEMENT] as const])
      expect(await act(no, actor, command, { scope })).toEqual({ ok: false, missing: true })
  })
})

describe('R3.2, R3.4 what the buyer asks for', () => {
  it.each(SERVICE_TYPES)('%s is served, and replays to the row', async (type) => {
    const { no } = await openCase(type)
    const state = await expectReplays(no)
    expect(state).toMatchObject({ status: 'IN_SERVICE', amountFen: 0, lines: [{ amountFen: 0 }] })
    const due = EXCHANGE_KINDS.some((kind) => kind === type) ? null : 'SERVICE_ANSWER'
    expect(await placeOf(no)).toEqual({ step: 'AGREED', waits: 'MERCHANT', due, refundFen: null })
  })

  it.each([
    ['EXCHANGE', 'exchangeUntil'],
    ['REPAIR', 'repairUntil'],
  ] as const)('%s only until the line’s day, which the platform names', async (type, column) => {
    const { orderNo } = await createOrder()
    await setLine(orderNo, `"${column}" = app_now() - interval '1 second'`)
    expect(await apply(orderNo, { type })).toMatchObject({ refusal: { code: 'afterSalesPeriodOver', lineNo: 1 } })
    expect((await apply(orderNo, { type: 'COMPLAINT' })).ok).toBe(true)
    const { orderNo: other } = await createOrder()
    await setLine(other, `"${column}" = app_now() + interval '1 hour'`)
    expect((await apply(other, { type })).ok).toBe(true)
  })

  it.each([
    ['EXCHANGE', 15],
    ['REPAIR', 365],
  ] as const)('%s without it until so many days after the delivery', async (type, days) => {
    const { orderNo } = await createOrder()
    await database.query(`UPDATE "Order" SET "shippedAt" = app_now(), "deliveredAt" = app_now() WHERE "no" = $1`, [
      orderNo,
    ])
    await moveClock(days * DAY - HOUR)
    const { no } = mustSucceed(await apply(orderNo, { type }))
    mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
    await moveClock(2 * HOUR)
    expect(refusalOf(await apply(orderNo, { type }))).toBe('afterSalesPeriodOver')
  })

  it('occupies its line until it is done, and takes no right away', async () => {
    const { no, orderNo } = await openSentBack()
    expect(refusalOf(await apply(orderNo))).toBe('openCaseExists')
    mustSucceed(await act(no, BUYER, CONFIRMED))
    expect(mustSucceed(await apply(orderNo))).toMatchObject({ type: 'REFUND_ONLY', attempt: 1, previousNo: null })
  })
})

describe('R3.3 a service', () => {
  it('goes its steps with notes and waybills, and is confirmed', async () => {
    const { no } = await openCase('EXCHANGE')
    const waybill = { carrier: '顺丰速运', trackingNo: 'SF1' }
    mustSucceed(await act(no, AGENT, step('GOODS_RECEIVED', waybill)))
    expect(await placeOf(no)).toEqual({ step: 'GOODS_RECEIVED', waits: 'MERCHANT', due: null, refundFen: null })
    mustSucceed(await act(no, MANAGER, step('SENT_BACK', { ...waybill, trackingNo: 'SF2' })))
    expect(await placeOf(no)).toEqual({ step: 'SENT_BACK', waits: 'BUYER', due: 'SERVICE_CONFIRM', refundFen: null })
    expect((await expectReplays(no)).service?.shipments).toMatchObject([
      { direction: 'TO_MERCHANT', trackingNo: 'SF1' },
      { direction: 'TO_BUYER', trackingNo: 'SF2' },
    ])
    expect(refusalOf(await act(no, BUYER, step('SENT_BACK')))).toBe('notPermitted')
    expect(refusalOf(await act(no, AGENT, CONFIRMED, { version: 1 }))).toBe('notPermitted')
    expect(refusalOf(await act(no, BUYER, CONFIRMED, { version: 1 }))).toBe('versionConflict')
    mustSucceed(await act(no, BUYER, CONFIRMED))
    expect(await expectReplays(no)).toMatchObject({ status: 'CLOSED', closeReason: 'SERVICE_DONE' })
    expect(await placeOf(no)).toEqual({ step: 'DONE', waits: null, due: null, refundFen: null })
  })

  it('is done after ten days by the sweep, told before, and who comes a moment later is told so', async () => {
    const { no, deadline } = await openSentBack()
    await moveClock(10 * DAY - HOUR)
    await sweepDue()
    expect(await toldOf(no)).toEqual([24, 6, 1])
    await moveClock(HOUR + 1000)
    expect(refusalOf(await act(no, BUYER, CONFIRMED))).toBe('deadlinePassed')
    expect(await expectReplays(no)).toMatchObject({ closeReason: 'SERVICE_DONE', expired: 'SERVICE_CONFIRM' })
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'ServiceExpired', effectiveAt: deadline?.dueAt })
    const unasked = await openSentBack()
    await moveClock(10 * DAY + 1000)
    await sweepDue()
    expect(await expectReplays(unasked.no)).toMatchObject({ closeReason: 'SERVICE_DONE' })
  })
})

describe('R4 a service in dispute', () => {
  it('gives the buyer back what a ruling says, of what is left of its lines', async () => {
    const { orderNo, shopId } = await createOrder({ paidFen: [5000, 4000, 3000] })
    await inTransaction((tx) => recordPayment(tx, { shopId, orderNo, currency: 'CNY', totalFen: 12_000 }))
    await setLine(orderNo, `"refundedFen" = CASE "lineNo" WHEN 1 THEN 4000 WHEN 2 THEN 4000 ELSE 0 END`)
    const lines = [1, 2, 3].map((lineNo) => ({ lineNo, quantity: 1 }))
    const { no } = mustSucceed(await apply(orderNo, { type: 'REPAIR', lines }))
    mustSucceed(await act(no, BUYER, DISPUTE))
    await hear(no)
    expect(refusalOf(await act(no, AGENT, { type: 'concedeDispute' }))).toBe('notAllowedInStatus')
    expect(refusalOf(await act(no, SUPPORT, ruling()))).toBe('amountRequired')
    expect(await act(no, SUPPORT, ruling({ amountFen: 4001 }))).toMatchObject({
      refusal: { code: 'refundExceedsPaid', leftFen: 4000 },
    })
    mustSucceed(await act(no, SUPPORT, ruling({ amountFen: 3500 })))
    expect(await expectReplays(no)).toMatchObject({
      amountFen: 0,
      refund: { origin: 'DISPUTE_RULING', amountFen: 3500 },
    })
    expect(await placeOf(no)).toEqual({ step: 'AGREED', waits: 'GATEWAY', due: null, refundFen: 3500 })
    const { rows } = await database.query(
      `SELECT "refundedFen" FROM "OrderLine" WHERE "orderNo" = $1 ORDER BY "lineNo"`,
      [orderNo],
    )
    expect(rows).toEqual([{ refundedFen: 5000 }, { refundedFen: 4000 }, { refundedFen: 2500 }])
    await workOffRefunds()
    expect(await expectReplays(no)).toMatchObject({ status: 'REFUNDED' })
    expect(await balanceOf(shopId, 'CNY')).toBe(8500)
    expect(refusalOf(await apply(orderNo, { lines: [{ lineNo: 3, quantity: 1, amountFen: 501 }] }))).toBe(
      'refundExceedsPaid',
    )
    mustSucceed(await apply(orderNo, { lines: [{ lineNo: 3, quantity: 1, amountFen: 500 }] }))
  })

  it('has no clock to give back where none ran, and is dismissed where it stood', async () => {
    const { no, orderNo } = await openCase('EXCHANGE')
    mustSucceed(await act(no, AGENT, DISPUTE))
    await hear(no)
    mustSucceed(await act(no, AGENT, { type: 'withdrawDispute' }))
    expect(await expectReplays(no)).toMatchObject({ status: 'IN_SERVICE', deadline: null })
    mustSucceed(await act(no, BUYER, { type: 'withdraw' }))
    const again = mustSucceed(await apply(orderNo, { type: 'COMPLAINT' }))
    mustSucceed(await act(again.no, BUYER, DISPUTE))
    await hear(again.no)
    mustSucceed(await act(again.no, SUPPORT, ruling({ outcome: 'DISMISS', liability: 'NONE' })))
    expect(await expectReplays(again.no)).toMatchObject({
      closeReason: 'DISPUTE_DISMISSED',
      service: { step: 'AGREED' },
    })
    expect(refusalOf(await apply(orderNo, { type: 'REPAIR' }))).toBe('disputeFinal')
  })
})
