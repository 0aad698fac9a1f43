import { describe, expect, it } from 'vitest'
import { database } from '@/tests/support/access'
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
  refusalOf,
  SYSTEM,
  shopScope,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { replay } from './domain/evolve'

useDatabase()

describe('a refund-only case', () => {
  it('is approved, orders its refund once and is refunded', async () => {
    const { no, orderNo } = await openCase()
    const approved = mustSucceed(await act(no, AGENT, { type: 'approve' }))
    expect(approved).toMatchObject({ status: 'REFUNDING', deadline: null, refund: { origin: 'MERCHANT' } })
    expect(refusalOf(await act(no, AGENT, { type: 'approve' }))).toBe('notAllowedInStatus')
    const { rows } = await database.query('SELECT "no", "amountFen", "status" FROM "Refund" WHERE "afterSaleNo" = $1', [
      no,
    ])
    expect(rows).toEqual([{ no: no.replace('AS', 'RF'), amountFen: 12800, status: 'PENDING' }])
    const jobs = await database.query('SELECT key FROM graphile_worker.jobs WHERE task_identifier = $1 AND key = $2', [
      'refund',
      no.replace('AS', 'RF'),
    ])
    expect(jobs.rowCount).toBe(1)
    const lines = await database.query('SELECT "refundedFen" FROM "OrderLine" WHERE "orderNo" = $1', [orderNo])
    expect(lines.rows).toEqual([{ refundedFen: 12800 }])
    expect(mustSucceed(await act(no, SYSTEM, { type: 'recordRefundSuccess' })).status).toBe('REFUNDED')
  })

  it('is refunded by the clock, and says so to who comes too late', async () => {
    const { no, version } = await openCase()
    await moveClock(48 * HOUR + 60_000)
    expect(refusalOf(await act(no, AGENT, { type: 'approve' }, { version }))).toBe('deadlinePassed')
    // the refusal recorded the expiry
    expect(await stateOf(no)).toMatchObject({ status: 'REFUNDING', refund: { origin: 'REVIEW_TIMEOUT' } })
    expect(
      refusalOf(await act(no, AGENT, { type: 'reject', reasonCode: 'OTHER', text: '超过十个字的拒绝说明文字' })),
    ).toBe('deadlinePassed')
    const [, expired] = await eventsOf(no)
    expect(expired).toMatchObject({ type: 'ReviewExpired', clause: 'R1.1', actor: { role: 'SYSTEM' } })
    expect(expired?.recordedAt).toBeGreaterThan(expired?.effectiveAt ?? Number.POSITIVE_INFINITY)
  })

  it('is rejected only once the buyer is aware, and can be applied for again', async () => {
    const { no, orderNo } = await openCase()
    const rejection = {
      type: 'reject',
      reasonCode: 'AS_DESCRIBED',
      text: '同批次样品对比一致，不符合退款条件',
    } as const
    expect(refusalOf(await act(no, AGENT, rejection))).toBe('contactRequired')
    mustSucceed(await act(no, AGENT, { type: 'sendMessage', text: '您好' }))
    expect(refusalOf(await act(no, AGENT, rejection))).toBe('contactRequired')
    mustSucceed(await act(no, BUYER, { type: 'readMessages' }))
    expect(mustSucceed(await act(no, AGENT, rejection)).status).toBe('REJECTED')
    const second = mustSucceed(await apply(orderNo))
    expect(second).toMatchObject({ attempt: 2, previousNo: no })
    // the contact of the first application does not count for the second
    expect(refusalOf(await act(second.no, AGENT, rejection))).toBe('contactRequired')
  })
})

describe('a return', () => {
  it('goes from approval over the waybill to the receipt', async () => {
    const { no } = await openCase('RETURN_REFUND')
    const approved = mustSucceed(await act(no, AGENT, { type: 'approve' }))
    expect(approved).toMatchObject({ status: 'AWAITING_RETURN', returnAddress: { id: 'main' } })
    const sent = mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF1' }))
    await moveClock(HOUR)
    const corrected = mustSucceed(
      await act(no, BUYER, { type: 'submitReturnShipment', carrier: '顺丰', trackingNo: 'SF2' }),
    )
    expect(corrected.deadline).toEqual(sent.deadline)
    expect(mustSucceed(await act(no, AGENT, { type: 'confirmReceipt', note: '完好' }))).toMatchObject({
      status: 'REFUNDING',
    })
  })

  it('whose time is over frees its line for the next application', async () => {
    const { no, orderNo } = await openCase('RETURN_REFUND')
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    expect(refusalOf(await apply(orderNo))).toBe('openCaseExists')
    await moveClock(10 * DAY + 1000)
    expect(mustSucceed(await apply(orderNo))).toMatchObject({ attempt: 1, previousNo: null })
    expect(await stateOf(no)).toMatchObject({ status: 'CLOSED', closeReason: 'RETURN_TIMEOUT' })
  })
})

describe('scope, roles and versions', () => {
  it('shows nothing of another shop', async () => {
    const { no } = await openCase()
    const other = await createOrder()
    expect(await act(no, AGENT, { type: 'approve' }, { scope: shopScope(other.shopId) })).toEqual({
      ok: false,
      missing: true,
    })
    expect((await stateOf(no)).status).toBe('PENDING_REVIEW')
  })

  it('refuses what a role may not do, and a stale version', async () => {
    const { no, version } = await openCase()
    expect(refusalOf(await act(no, BUYER, { type: 'approve' }))).toBe('notPermitted')
    expect(refusalOf(await act(no, AGENT, { type: 'approve' }, { version: version + 1 }))).toBe('versionConflict')
    mustSucceed(await act(no, BUYER, { type: 'sendMessage', text: '在吗' }))
    // talk does not make a screen stale
    expect((await act(no, MANAGER, { type: 'approve' }, { version })).ok).toBe(true)
  })
})

describe('the event log', () => {
  it('replays to the row, for a life with everything in it', async () => {
    const { no } = await openCase('RETURN_REFUND')
    await act(no, AGENT, { type: 'logContact', channel: 'PHONE', outcome: 'NO_ANSWER', note: '' })
    await act(no, AGENT, { type: 'sendMessage', text: '请寄回' })
    await act(no, BUYER, { type: 'sendMessage', text: '好的' })
    await act(no, AGENT, { type: 'readMessages' })
    await act(no, AGENT, { type: 'approve', returnAddressId: 'main' })
    await act(no, BUYER, { type: 'submitReturnShipment', carrier: '中通', trackingNo: 'ZT1' })
    await moveClock(10 * DAY + 1)
    await act(no, BUYER, { type: 'submitReturnShipment', carrier: '中通', trackingNo: 'ZT2' })
    await act(no, SYSTEM, { type: 'recordRefundStuck', error: '余额不足' })
    await act(no, MANAGER, { type: 'retryRefund' })
    await act(no, SYSTEM, { type: 'recordRefundSuccess' })
    expect(replay(await eventsOf(no))).toEqual(await stateOf(no))
    expect((await stateOf(no)).status).toBe('REFUNDED')
  })

  it('cannot be changed or deleted', async () => {
    const { no } = await openCase()
    await expect(
      database.query('UPDATE "AfterSaleEvent" SET "clause" = \'R0.1\' WHERE "afterSaleNo" = $1', [no]),
    ).rejects.toThrow('append-only')
    await expect(database.query('DELETE FROM "AfterSaleEvent" WHERE "afterSaleNo" = $1', [no])).rejects.toThrow(
      'append-only',
    )
  })
})

describe('the database by itself', () => {
  it.each([
    [
      'a refund beyond what was paid',
      `UPDATE "OrderLine" SET "refundedFen" = "paidFen" + 1 WHERE "orderNo" = $1`,
      'OrderLine_refund_within_paid',
    ],
    [
      'a status without its deadline',
      `UPDATE "AfterSale" SET "dueAt" = NULL WHERE "orderNo" = $1`,
      'AfterSale_status_deadline',
    ],
    [
      'a rejection of an unaware buyer',
      `UPDATE "AfterSale" SET "status" = 'REJECTED', "waitingOn" = NULL, "dueKind" = NULL, "dueAt" = NULL, "closedAt" = app_now(), "rejectionText" = 'x' WHERE "orderNo" = $1`,
      'AfterSale_rejected_aware',
    ],
    [
      'the wrong party waited for',
      `UPDATE "AfterSale" SET "waitingOn" = 'BUYER' WHERE "orderNo" = $1`,
      'AfterSale_status_waiting',
    ],
  ])('refuses %s', async (_, sql, constraint) => {
    const { orderNo } = await openCase()
    await expect(database.query(sql, [orderNo])).rejects.toMatchObject({ constraint })
  })

  it('refuses a second open case on a line', async () => {
    const { no, orderNo, shopId } = await openCase()
    await database.query(
      `INSERT INTO "AfterSale" ("shopId","no","orderNo","buyerId","buyerName","type","status","waitingOn","version","seq","attempt","policyVersion","reason","amountFen","currency","dueKind","dueAt","openedAt","updatedAt")
       SELECT "shopId",'AS-twin-' || "no","orderNo","buyerId","buyerName","type","status","waitingOn","version","seq","attempt","policyVersion","reason","amountFen","currency","dueKind","dueAt","openedAt","updatedAt" FROM "AfterSale" WHERE "no" = $1`,
      [no],
    )
    await expect(
      database.query(
        `INSERT INTO "AfterSaleLine" ("shopId","afterSaleNo","orderNo","lineNo","quantity","amountFen") VALUES ($1, $2, $3, 1, 1, 100)`,
        [shopId, `AS-twin-${no}`, orderNo],
      ),
    ).rejects.toMatchObject({ constraint: 'AfterSaleLine_one_open_case' })
  })
})
