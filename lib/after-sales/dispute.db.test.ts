import { describe, expect, it } from 'vitest'
import { measureLag } from '@/lib/health/queries'
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
  PLATFORM,
  refusalOf,
  SYSTEM,
  shopScope,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import {
  DISPUTE,
  DONE,
  expectReplays,
  hear,
  openDisputed,
  openRejected,
  openUnderReview,
  ruling,
  SUPPORT,
  WAYBILL,
} from '@/tests/support/disputes'
import { forecastQueue } from './forecast-queries'
import { sweepDue } from './sweep'

useDatabase()

/** The columns beside the state that others look for. */
async function placeOf(no: string) {
  const { rows } = await database.query(
    `SELECT "disputeLane" AS lane, "evidenceDueAt" IS NOT NULL AS heard, "evidenceSoonAt" IS NOT NULL AS soon, "refundFen"
     FROM "AfterSale" WHERE "no" = $1`,
    [no],
  )
  return rows[0]
}

async function refundedOf(orderNo: string): Promise<number[]> {
  const { rows } = await database.query<{ refundedFen: number }>(
    `SELECT "refundedFen" FROM "OrderLine" WHERE "orderNo" = $1 ORDER BY "lineNo"`,
    [orderNo],
  )
  return rows.map((row) => row.refundedFen)
}

describe('R4.2 a dispute', () => {
  it('freezes the clock, outlives it, and gives it back with its remainder', async () => {
    const { no, deadline, openedAt } = await openCase()
    await moveClock(24 * HOUR)
    const disputed = mustSucceed(await act(no, AGENT, DISPUTE))
    const at = disputed.dispute?.openedAt ?? Number.NaN
    const left = (deadline?.dueAt ?? Number.NaN) - at
    expect(disputed).toMatchObject({ status: 'IN_DISPUTE', deadline: null, dispute: { frozen: { remainingMs: left } } })
    expect(await placeOf(no)).toEqual({ lane: 'EVIDENCE', heard: true, soon: true, refundFen: null })
    await moveClock(5 * DAY)
    await sweepDue()
    expect(await expectReplays(no)).toMatchObject({ status: 'IN_DISPUTE', dispute: { stage: 'UNDER_REVIEW' } })
    const resumed = mustSucceed(await act(no, MANAGER, { type: 'withdrawDispute' }))
    expect(resumed).toMatchObject({ status: 'PENDING_REVIEW', dispute: { stage: 'WITHDRAWN' } })
    expect((resumed.deadline?.dueAt ?? 0) - resumed.updatedAt).toBe(left)
    expect(resumed.updatedAt - openedAt).toBeGreaterThan(5 * DAY)
    expect(await placeOf(no)).toEqual({ lane: 'OVER', heard: false, soon: false, refundFen: null })
    await expectReplays(no)
    expect(refusalOf(await act(no, BUYER, DISPUTE))).toBe('disputeFinal')
  })

  it('is in no forecast', async () => {
    const { no, shopId } = await openCase()
    await moveClock(HOUR)
    const countOf = async () =>
      (await forecastQueue(shopScope(shopId))).hours.reduce((sum, one) => sum + one.refundCases, 0)
    expect(await countOf()).toBe(1)
    mustSucceed(await act(no, AGENT, DISPUTE))
    expect(await countOf()).toBe(0)
  })

  it('cannot be taken back by the other side', async () => {
    const { no } = await openDisputed()
    expect(refusalOf(await act(no, BUYER, { type: 'withdrawDispute' }))).toBe('notPermitted')
  })
})

describe('R4.3 evidence', () => {
  it('is kept as rows, with who gave it, and never changed', async () => {
    const { no } = await openDisputed()
    mustSucceed(await act(no, AGENT, { type: 'submitEvidence', text: '出库照片' }))
    mustSucceed(await act(no, BUYER, { type: 'submitEvidence', text: '开箱视频截图', done: true }))
    const { rows } = await database.query(
      `SELECT "seq", "side", "text", "submittedBy" FROM "Evidence" WHERE "afterSaleNo" = $1 ORDER BY "seq"`,
      [no],
    )
    expect(rows).toEqual([
      { seq: 3, side: 'MERCHANT', text: '出库照片', submittedBy: AGENT.id },
      { seq: 4, side: 'BUYER', text: '开箱视频截图', submittedBy: BUYER.id },
    ])
    await expect(database.query(`UPDATE "Evidence" SET "text" = ''`)).rejects.toThrow('append-only')
    await expect(database.query(`DELETE FROM "Evidence"`)).rejects.toThrow('append-only')
    expect(refusalOf(await act(no, BUYER, { type: 'submitEvidence', text: '还有' }))).toBe('evidenceClosed')
    await expectReplays(no)
  })

  it('a millisecond late is refused, though no worker has run', async () => {
    const { no, dispute } = await openDisputed()
    await moveClock(48 * HOUR + 1000)
    expect(refusalOf(await act(no, AGENT, DONE))).toBe('evidenceClosed')
    const [, , expired] = await eventsOf(no)
    expect(expired).toMatchObject({
      type: 'EvidenceExpired',
      effectiveAt: dispute?.evidence.MERCHANT.dueAt,
      data: { sides: ['MERCHANT', 'BUYER'] },
    })
    expect(await expectReplays(no)).toMatchObject({ dispute: { stage: 'UNDER_REVIEW' } })
  })

  it('that nobody has closed yet shows in health', async () => {
    await openDisputed()
    await sweepDue()
    expect(await measureLag()).toBe(0)
    await moveClock(50 * HOUR)
    expect(await measureLag()).toBeGreaterThanOrEqual(2 * HOUR)
    await sweepDue()
    expect(await measureLag()).toBe(0)
  })

  it('that comes soon is told for each side, once', async () => {
    const { no } = await openDisputed()
    mustSucceed(await act(no, BUYER, { type: 'submitEvidence', done: true }))
    await moveClock(24 * HOUR)
    await Promise.all([sweepDue(), sweepDue()])
    const told = (await eventsOf(no)).flatMap((event) => (event.type === 'DeadlineSoon' ? [event.data] : []))
    expect(told).toEqual([expect.objectContaining({ kind: 'EVIDENCE', side: 'MERCHANT', beforeMs: 24 * HOUR })])
    await expectReplays(no)
  })

  it('R4.4 of one side is asked for again, and the clock of the asked one alone expires', async () => {
    const { no } = await openUnderReview()
    const asked = mustSucceed(
      await act(no, SUPPORT, { type: 'requestEvidence', from: ['BUYER'], dueInHours: 24, note: '请补吊牌照片' }),
    )
    expect(await placeOf(no)).toEqual({ lane: 'MORE_EVIDENCE', heard: true, soon: true, refundFen: null })
    expect(asked.dispute?.evidence.MERCHANT.open).toBe(false)
    expect(refusalOf(await act(no, SUPPORT, ruling()))).toBe('evidenceOpen')
    await moveClock(25 * HOUR)
    await sweepDue()
    expect(await placeOf(no)).toMatchObject({ lane: 'TO_RULE', heard: false })
    expect((await eventsOf(no)).at(-1)).toMatchObject({ type: 'EvidenceExpired', data: { sides: ['BUYER'] } })
    await expectReplays(no)
  })
})

describe('R4.5 a ruling', () => {
  it('of the whole amount refunds it', async () => {
    const { no, orderNo } = await openUnderReview()
    expect(mustSucceed(await act(no, SUPPORT, ruling()))).toMatchObject({
      status: 'REFUNDING',
      refund: { origin: 'DISPUTE_RULING', amountFen: 12_800 },
    })
    expect(await refundedOf(orderNo)).toEqual([12_800])
    expect(await placeOf(no)).toEqual({ lane: 'OVER', heard: false, soon: false, refundFen: null })
    expect(mustSucceed(await act(no, SYSTEM, { type: 'recordRefundSuccess' })).status).toBe('REFUNDED')
    await expectReplays(no)
    expect(refusalOf(await act(no, SUPPORT, ruling()))).toBe('disputeFinal')
  })

  it('of part of it refunds that, line by line in their order', async () => {
    const { orderNo } = await createOrder({ paidFen: [5000, 4000, 3000] })
    const lines = [5000, 4000, 3000].map((amountFen, index) => ({ lineNo: index + 1, quantity: 1, amountFen }))
    const { no } = mustSucceed(await apply(orderNo, { lines }))
    mustSucceed(await act(no, BUYER, DISPUTE))
    await hear(no)
    mustSucceed(await act(no, SUPPORT, ruling({ amountFen: 8800 })))
    expect(await refundedOf(orderNo)).toEqual([5000, 3800, 0])
    expect(await placeOf(no)).toMatchObject({ refundFen: 8800 })
    const { rows } = await database.query('SELECT "amountFen", "origin" FROM "Refund" WHERE "afterSaleNo" = $1', [no])
    expect(rows).toEqual([{ amountFen: 8800, origin: 'DISPUTE_RULING' }])
    expect(mustSucceed(await act(no, SYSTEM, { type: 'recordRefundSuccess' })).refund?.amountFen).toBe(8800)
    await expectReplays(no)
  })

  it('for more than the amount is refused', async () => {
    const { no } = await openUnderReview()
    expect(refusalOf(await act(no, SUPPORT, ruling({ amountFen: 12_801 })))).toBe('refundExceedsPaid')
  })

  it('of a return gives fresh days, or the old clock where the goods are on their way', async () => {
    const still = await openUnderReview('RETURN_REFUND')
    expect(mustSucceed(await act(still.no, SUPPORT, ruling({ outcome: 'RETURN_THEN_REFUND' })))).toMatchObject({
      status: 'AWAITING_RETURN',
      returnAddress: { id: 'main' },
    })
    await expectReplays(still.no)

    const { no } = await openCase('RETURN_REFUND')
    mustSucceed(await act(no, AGENT, { type: 'approve' }))
    mustSucceed(await act(no, BUYER, WAYBILL))
    await moveClock(HOUR)
    const { dispute } = mustSucceed(await act(no, BUYER, DISPUTE))
    await hear(no)
    const ruled = mustSucceed(await act(no, SUPPORT, ruling({ outcome: 'RETURN_THEN_REFUND' })))
    expect(ruled.status).toBe('AWAITING_RECEIPT')
    expect((ruled.deadline?.dueAt ?? 0) - ruled.updatedAt).toBe(dispute?.frozen?.remainingMs)
    await expectReplays(no)
    expect(mustSucceed(await act(no, AGENT, { type: 'confirmReceipt' })).refund?.origin).toBe('MERCHANT')
    await expectReplays(no)
  })

  it('of a dismissal closes the case, and its line for every further one', async () => {
    const { no, orderNo } = await openUnderReview()
    expect(mustSucceed(await act(no, SUPPORT, ruling({ outcome: 'DISMISS', liability: 'BUYER' })))).toMatchObject({
      status: 'CLOSED',
      closeReason: 'DISPUTE_DISMISSED',
    })
    await expectReplays(no)
    expect(refusalOf(await apply(orderNo))).toBe('disputeFinal')
    expect(refusalOf(await apply(orderNo, { type: 'RETURN_REFUND' }))).toBe('disputeFinal')
  })

  it('R4.7 is not for a member of the shop', async () => {
    const { no, shopId } = await openUnderReview()
    const id = SUPPORT.id
    await database.query(
      `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, 's@x.example', '两边', '-', TRUE)`,
      [id],
    )
    const set = (active: boolean) =>
      database.query(
        `INSERT INTO "Member" ("shopId", "userId", "role", "active") VALUES ($1, $2, 'AGENT', $3)
         ON CONFLICT ("shopId", "userId") DO UPDATE SET "active" = $3`,
        [shopId, id, active],
      )
    await set(true)
    expect(refusalOf(await act(no, SUPPORT, ruling()))).toBe('notPermitted')
    await set(false)
    expect((await act(no, SUPPORT, ruling())).ok).toBe(true)
  })
})

describe('R4.6 until the ruling', () => {
  it.each([
    ['REFUND_ONLY', 'REFUNDING'],
    ['RETURN_REFUND', 'AWAITING_RETURN'],
  ] as const)('the merchant concedes a case of %s', async (type, status) => {
    const { no } = await openUnderReview(type)
    expect(mustSucceed(await act(no, AGENT, { type: 'concedeDispute' }))).toMatchObject({
      status,
      dispute: { stage: 'CONCEDED' },
    })
    await expectReplays(no)
    expect(refusalOf(await act(no, SUPPORT, ruling()))).toBe('disputeFinal')
  })

  it('the buyer takes the case back, and may apply anew', async () => {
    const { no, orderNo } = await openDisputed()
    expect(mustSucceed(await act(no, BUYER, { type: 'withdraw' }))).toMatchObject({
      status: 'CLOSED',
      closeReason: 'BUYER_WITHDRAWN',
      dispute: { stage: 'WITHDRAWN' },
    })
    expect(await placeOf(no)).toMatchObject({ lane: 'OVER', heard: false })
    await expectReplays(no)
    expect((await apply(orderNo)).ok).toBe(true)
  })
})

describe('R4.1 a rejection', () => {
  it('is disputed by its buyer, occupies its lines again, and goes back to where it was', async () => {
    const rejected = await openRejected()
    const { no, orderNo } = rejected
    expect(refusalOf(await act(no, AGENT, DISPUTE))).toBe('notAllowedInStatus')
    mustSucceed(await act(no, BUYER, { ...DISPUTE, reason: 'REFUND_REFUSED' }))
    expect(refusalOf(await apply(orderNo))).toBe('openCaseExists')
    await expectReplays(no)
    expect(mustSucceed(await act(no, BUYER, { type: 'withdrawDispute' }))).toMatchObject({
      status: 'REJECTED',
      deadline: null,
      closedAt: rejected.closedAt,
    })
    await expectReplays(no)
    expect(mustSucceed(await apply(orderNo))).toMatchObject({ attempt: 2, previousNo: no })
  })

  it('is disputed no more once its buyer has applied anew, even if he took that back', async () => {
    const { no, orderNo } = await openRejected()
    const again = mustSucceed(await apply(orderNo))
    expect(refusalOf(await act(no, BUYER, DISPUTE))).toBe('notAllowedInStatus')
    mustSucceed(await act(again.no, BUYER, { type: 'withdraw' }))
    expect(refusalOf(await act(no, BUYER, DISPUTE))).toBe('notAllowedInStatus')
  })

  it('is disputed no more after seven days', async () => {
    const { no } = await openRejected()
    await moveClock(7 * DAY + 1000)
    expect(refusalOf(await act(no, BUYER, DISPUTE))).toBe('disputePeriodOver')
  })
})

describe('the database by itself', () => {
  it.each([
    [
      'a dispute in a status of its own',
      `"status" = 'PENDING_REVIEW', "waitingOn" = 'MERCHANT', "dueKind" = 'REVIEW', "dueAt" = app_now()`,
      'AfterSale_status_dispute',
    ],
    ['a lane that the dispute is not in', `"disputeLane" = 'MORE_EVIDENCE'`, 'AfterSale_dispute_lane'],
    ['no dispute in dispute', `"dispute" = NULL`, 'AfterSale_dispute_lane'],
    ['open evidence without its end', `"evidenceDueAt" = NULL, "evidenceSoonAt" = NULL`, 'AfterSale_evidence_due'],
    ['a running clock', `"dueKind" = 'REVIEW', "dueAt" = app_now()`, 'AfterSale_status_deadline'],
    ['a part of the refund that nobody ruled', `"refundFen" = 1`, 'AfterSale_refund_part'],
  ])('refuses %s', async (_, change, constraint) => {
    const { no } = await openDisputed()
    await expect(database.query(`UPDATE "AfterSale" SET ${change} WHERE "no" = $1`, [no])).rejects.toMatchObject({
      constraint,
    })
  })
})

it('shows nothing of another shop', async () => {
  const { no } = await openDisputed()
  const other = await openCase()
  expect(await act(no, AGENT, DONE, { scope: shopScope(other.shopId) })).toEqual({ ok: false, missing: true })
  expect((await stateOf(no)).seq).toBe(2)
  expect((await act(no, AGENT, DONE, { scope: PLATFORM })).ok).toBe(true)
})
