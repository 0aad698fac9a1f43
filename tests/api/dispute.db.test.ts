import { beforeAll, describe, expect, test } from 'vitest'
import { sweepDue } from '@/lib/after-sales/sweep'
import { database } from '@/tests/support/access'
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
  type Reply,
  text,
  useApi,
} from '@/tests/support/api'
import { DAY, HOUR, moveClock } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { BY_PLATFORM, bySeller, upload, useFiles } from '@/tests/support/files'

useDatabase()
useApi()
useFiles()

let shop: Awaited<ReturnType<typeof createShop>>
let other: typeof shop
beforeAll(async () => {
  shop = await createShop()
  other = await createShop()
})

const dispute = { reason: 'CLAIM_UNFOUNDED', statement: ' 照片与实物不符 ' }
const ruling = { liability: 'MERCHANT', outcome: 'REFUND', rationale: '照片显示瑕疵属实' }
const request = { from: ['BUYER'], dueInHours: 24, note: '请补吊牌照片' }
const rejection = { reasonCode: 'AS_DESCRIBED', text: '同批次样品对比一致，不符合退款条件' }

/** An act of the merchant's by the shop's agent; without a key it is the platform's, for buyer or support. */
const merchant = (no: string, act: string, body: unknown = {}) =>
  post(`after-sales/${no}/${act}`, body, { key: shop.agent })
const platform = (no: string, act: string, body: unknown = {}) => post(`after-sales/${no}/${act}`, body)

async function openDisputed(type = 'REFUND_ONLY'): Promise<string> {
  const no = await createCase(shop.shopId, { type })
  mustBe(200, await merchant(no, 'dispute', dispute))
  return no
}

async function openUnderReview(type = 'REFUND_ONLY'): Promise<string> {
  const no = await openDisputed(type)
  mustBe(200, await merchant(no, 'dispute/evidence', { done: true }))
  mustBe(200, await platform(no, 'dispute/evidence', { done: true }))
  return no
}

async function openRejected(): Promise<string> {
  const no = await createCase(shop.shopId)
  mustBe(200, await merchant(no, 'contacts', { channel: 'PHONE', outcome: 'REACHED', note: '已说明' }))
  mustBe(200, await merchant(no, 'reject', rejection))
  return no
}

describe('a dispute from end to end', () => {
  test('freezes the clock, hears both sides, is ruled on and paid in part', async () => {
    const no = await createCase(shop.shopId)
    const before = await get(`after-sales/${no}`, { key: shop.agent })
    expect(at(before, 'availableActions')).toContain('dispute')
    await moveClock(HOUR)
    const file = await upload(bySeller(shop.shopId))
    const opened = mustBe(200, await merchant(no, 'dispute', { ...dispute, attachmentIds: [file.id], version: 1 }))
    expect(opened.body).toMatchObject({
      status: 'IN_DISPUTE',
      waitingOn: 'PLATFORM',
      deadline: { kind: 'REVIEW', dueAt: null, frozen: true, onExpiry: null },
      dispute: {
        openedBy: 'MERCHANT',
        reason: 'CLAIM_UNFOUNDED',
        statement: '照片与实物不符',
        attachments: [{ id: file.id, mediaType: 'image/jpeg', bytes: file.bytes }],
        stage: 'EVIDENCE',
        from: 'PENDING_REVIEW',
        submissions: [],
        requests: [],
        ruling: null,
      },
    })
    const openedAt = Date.parse(text(opened, 'dispute.openedAt'))
    const side = { dueAt: new Date(openedAt + 48 * HOUR).toISOString(), done: false, open: true }
    expect(at(opened, 'dispute.evidence')).toEqual({ MERCHANT: side, BUYER: side })
    expect(at(opened, 'deadline.remainingMs')).toBe(Date.parse(text(before, 'deadline.dueAt')) - openedAt)
    expect(at(opened, 'availableActions')).toEqual(
      expect.arrayContaining(['dispute/evidence', 'dispute/withdraw', 'dispute/concede', 'messages']),
    )
    expect(at(opened, 'availableActions')).not.toContain('approve')

    const theirs = await upload(BY_PLATFORM)
    const given = mustBe(
      200,
      await platform(no, 'dispute/evidence', { text: '开箱就有', attachmentIds: [theirs.id], done: true }),
    )
    expect(at(given, 'dispute.submissions')).toEqual([
      {
        id: expect.any(String),
        side: 'BUYER',
        text: '开箱就有',
        attachments: [{ id: theirs.id, mediaType: 'image/jpeg', bytes: theirs.bytes }],
        at: text(given, 'updatedAt'),
      },
    ])
    // a platform key reads as its buyer
    expect([...Object(at(given, 'availableActions'))].sort()).toEqual(['messages', 'messages/read', 'withdraw'])
    expect(problemOf(await platform(no, 'dispute/ruling', ruling))).toMatchObject({ status: 409, code: 'evidenceOpen' })
    mustBe(200, await merchant(no, 'dispute/evidence', { text: '出库视频', done: true }))

    const ruled = mustBe(200, await platform(no, 'dispute/ruling', { ...ruling, amountFen: 8800 }))
    expect(ruled.body).toMatchObject({
      status: 'REFUNDING',
      deadline: null,
      refund: { origin: 'DISPUTE_RULING', amountFen: 8800 },
      dispute: { stage: 'RESOLVED', ruling: { ...ruling, amountFen: 8800, at: text(ruled, 'updatedAt') } },
    })
    const events = mustBe(200, await get(`after-sales/${no}/events`))
    expect(Object(at(events, 'data')).map((event: { type: string }) => event.type)).toEqual([
      'RefundOrdered',
      'DisputeRuled',
      'EvidenceDone',
      'EvidenceSubmitted',
      'EvidenceDone',
      'EvidenceSubmitted',
      'DisputeOpened',
      'Applied',
    ])
    expect(at(events, 'data.1.actor.role')).toBe('SUPPORT')
    expect(at(events, 'data.1.actor.id')).toMatch(/^key:/)
    expect(at(events, 'data.4.actor')).toEqual({ role: 'BUYER', id: 'buyer-1' })
  })

  test('withdrawn, the clock goes on with its remainder', async () => {
    const no = await createCase(shop.shopId)
    const disputed = mustBe(200, await platform(no, 'dispute', dispute))
    await moveClock(10 * DAY)
    const resumed = mustBe(200, await platform(no, 'dispute/withdraw'))
    expect(resumed.body).toMatchObject({
      status: 'PENDING_REVIEW',
      deadline: { frozen: false },
      dispute: { stage: 'WITHDRAWN' },
    })
    expect(Date.parse(text(resumed, 'deadline.dueAt')) - Date.parse(text(resumed, 'updatedAt'))).toBe(
      at(disputed, 'deadline.remainingMs'),
    )
    expect(problemOf(await merchant(no, 'dispute', dispute))).toEqual({ status: 409, code: 'disputeFinal' })
    expect(problemOf(await platform(no, 'dispute/withdraw'))).toEqual({ status: 409, code: 'disputeFinal' })
  })

  test('of a rejection it has no clock', async () => {
    const no = await openRejected()
    expect(at(await get(`after-sales/${no}`), 'availableActions')).toContain('dispute')
    const disputed = mustBe(200, await platform(no, 'dispute', { ...dispute, reason: 'REFUND_REFUSED' }))
    expect(disputed.body).toMatchObject({
      status: 'IN_DISPUTE',
      deadline: null,
      closedAt: null,
      dispute: { from: 'REJECTED' },
    })
  })

  test.each([
    ['REFUND_ONLY', 'REFUNDING'],
    ['RETURN_REFUND', 'AWAITING_RETURN'],
  ])('a concession of %s leads to %s', async (type, status) => {
    const no = await openDisputed(type)
    expect(mustBe(200, await merchant(no, 'dispute/concede')).body).toMatchObject({
      status,
      dispute: { stage: 'CONCEDED' },
    })
  })

  test('a return that is ruled has no rejection any more', async () => {
    const no = await openUnderReview('RETURN_REFUND')
    mustBe(200, await platform(no, 'dispute/ruling', { ...ruling, outcome: 'RETURN_THEN_REFUND' }))
    expect((await get(`after-sales/${no}`)).body).toMatchObject({
      status: 'AWAITING_RETURN',
      deadline: { kind: 'RETURN', frozen: false },
      dispute: { ruling: { amountFen: null } },
    })
    expect(problemOf(await merchant(no, 'reject', rejection))).toMatchObject({ code: 'notAllowedInStatus' })
  })

  test('a dismissal is the last word on the line', async () => {
    const orderNo = await createOrder(shop.shopId)
    const no = text(mustBe(201, await post('after-sales', applicationBody(orderNo))), 'no')
    mustBe(200, await merchant(no, 'dispute', dispute))
    await merchant(no, 'dispute/evidence', { done: true })
    await platform(no, 'dispute/evidence', { done: true })
    const dismissed = mustBe(
      200,
      await platform(no, 'dispute/ruling', { ...ruling, liability: 'BUYER', outcome: 'DISMISS' }),
    )
    expect(dismissed.body).toMatchObject({ status: 'CLOSED', closeReason: 'DISPUTE_DISMISSED' })
    const again = await post('after-sales', applicationBody(orderNo, { type: 'RETURN_REFUND' }))
    expect(problemOf(again)).toEqual({ status: 409, code: 'disputeFinal' })
    expect(at(again, 'no')).toBe(no)
    const second = { lines: [{ lineNo: 2, quantity: 1, amountFen: 7200 }] }
    mustBe(201, await post('after-sales', applicationBody(orderNo, second)))
  })
})

describe('who may', () => {
  test.each([
    ['dispute/evidence-request', request],
    ['dispute/ruling', ruling],
  ])('%s is support’s: a shop key is refused, whatever its role', async (act, body) => {
    const no = await openUnderReview()
    for (const key of [shop.agent, shop.manager])
      expect(problemOf(await post(`after-sales/${no}/${act}`, body, { key }))).toEqual({
        status: 403,
        code: 'notPermitted',
      })
    mustBe(200, await platform(no, act, body))
  })

  test('to concede is the merchant’s', async () => {
    const no = await openDisputed()
    expect(problemOf(await platform(no, 'dispute/concede'))).toEqual({ status: 403, code: 'notPermitted' })
  })

  test('to withdraw is its opener’s: the other side is not permitted', async () => {
    const byMerchant = await openDisputed()
    expect(problemOf(await platform(byMerchant, 'dispute/withdraw'))).toEqual({ status: 403, code: 'notPermitted' })
    expect(at(await get(`after-sales/${byMerchant}`), 'availableActions')).not.toContain('dispute/withdraw')
    const byBuyer = await createCase(shop.shopId)
    mustBe(200, await platform(byBuyer, 'dispute', dispute))
    expect(problemOf(await merchant(byBuyer, 'dispute/withdraw'))).toEqual({ status: 403, code: 'notPermitted' })
    mustBe(200, await platform(byBuyer, 'dispute/withdraw'))
  })

  test.each([
    'dispute',
    'dispute/evidence',
    'dispute/evidence-request',
    'dispute/withdraw',
    'dispute/concede',
    'dispute/ruling',
  ])('of another shop’s case there is nothing for %s', async (act) => {
    const no = await openDisputed()
    const bodies: Record<string, unknown> = { dispute, 'dispute/evidence-request': request, 'dispute/ruling': ruling }
    expect(problemOf(await post(`after-sales/${no}/${act}`, bodies[act] ?? {}, { key: other.agent }))).toEqual({
      status: 404,
      code: 'notFound',
    })
    expect(problemOf(await post(`after-sales/${no}/${act}`, {}, { key: null }))).toMatchObject({ status: 401 })
  })
})

describe('what is refused', () => {
  test('a second dispute, and one in a status that is over', async () => {
    const no = await openDisputed()
    expect(problemOf(await platform(no, 'dispute', dispute))).toEqual({ status: 409, code: 'disputeFinal' })
    const withdrawn = await createCase(shop.shopId)
    mustBe(200, await platform(withdrawn, 'withdraw'))
    expect(problemOf(await merchant(withdrawn, 'dispute', dispute))).toEqual({
      status: 409,
      code: 'notAllowedInStatus',
    })
  })

  test('acts on what is no dispute', async () => {
    const no = await createCase(shop.shopId)
    for (const [act, body, key] of [
      ['dispute/evidence', { text: 'x' }, shop.agent],
      ['dispute/withdraw', {}, shop.agent],
      ['dispute/concede', {}, shop.agent],
      ['dispute/evidence-request', request, PLATFORM_KEY],
      ['dispute/ruling', ruling, PLATFORM_KEY],
    ] as const)
      expect(problemOf(await post(`after-sales/${no}/${act}`, body, { key }))).toEqual({
        status: 409,
        code: 'notAllowedInStatus',
      })
  })

  test('a rejection that is disputed by the merchant, too late, or after a new application', async () => {
    const no = await openRejected()
    expect(problemOf(await merchant(no, 'dispute', dispute))).toEqual({ status: 409, code: 'notAllowedInStatus' })
    await moveClock(7 * DAY + 1000)
    const late = await platform(no, 'dispute', dispute)
    expect(problemOf(late)).toEqual({ status: 409, code: 'disputePeriodOver' })
    expect(Date.parse(text(late, 'until'))).toBe(
      Date.parse(text(await get(`after-sales/${no}`), 'rejection.at')) + 7 * DAY,
    )
    expect(at(await get(`after-sales/${no}`), 'availableActions')).not.toContain('dispute')

    const again = await openRejected()
    const orderNo = text(await get(`after-sales/${again}`), 'orderNo')
    mustBe(201, await post('after-sales', applicationBody(orderNo)))
    expect(at(await get(`after-sales/${again}`), 'availableActions')).not.toContain('dispute')
    expect(problemOf(await platform(again, 'dispute', dispute))).toMatchObject({ status: 409 })
  })

  test('an escalation that comes too late', async () => {
    const no = await createCase(shop.shopId)
    await moveClock(48 * HOUR + 1000)
    expect(problemOf(await merchant(no, 'dispute', dispute))).toEqual({ status: 409, code: 'deadlinePassed' })
    expect(at(await get(`after-sales/${no}`), 'refund.origin')).toBe('REVIEW_TIMEOUT')
  })

  test('evidence after "done", and after its time', async () => {
    const no = await openDisputed()
    mustBe(200, await merchant(no, 'dispute/evidence', { done: true }))
    const closed = await merchant(no, 'dispute/evidence', { text: '还有' })
    expect(problemOf(closed)).toEqual({ status: 409, code: 'evidenceClosed' })
    expect(closed.body).toMatchObject({ side: 'MERCHANT', dueAt: text(closed, 'dueAt'), clause: 'R4.3' })
    expect(at(await get(`after-sales/${no}`, { key: shop.agent }), 'blockedActions')).toEqual([
      { action: 'dispute/evidence', code: 'evidenceClosed' },
    ])
    await moveClock(48 * HOUR + 1000)
    expect(problemOf(await platform(no, 'dispute/evidence', { text: '迟到' }))).toEqual({
      status: 409,
      code: 'evidenceClosed',
    })
    expect(at(await get(`after-sales/${no}`), 'dispute.stage')).toBe('UNDER_REVIEW')
  })

  test('a ruling twice, over the amount, or of what the type has not', async () => {
    const no = await openUnderReview()
    const over = await platform(no, 'dispute/ruling', { ...ruling, amountFen: 12_801 })
    expect(problemOf(over)).toEqual({ status: 409, code: 'refundExceedsPaid' })
    expect(over.body).toMatchObject({ leftFen: 12_800 })
    expect(problemOf(await platform(no, 'dispute/ruling', { ...ruling, outcome: 'RETURN_THEN_REFUND' }))).toEqual({
      status: 422,
      code: 'returnNotPossible',
      paths: ['outcome'],
    })
    expect(problemOf(await platform(no, 'dispute/ruling', { ...ruling, outcome: 'DISMISS', amountFen: 1 }))).toEqual({
      status: 422,
      code: 'amountNotNeeded',
      paths: ['amountFen'],
    })
    mustBe(200, await platform(no, 'dispute/ruling', ruling))
    for (const [act, body] of [
      ['dispute/ruling', ruling],
      ['dispute/evidence-request', request],
    ] as const)
      expect(problemOf(await platform(no, act, body))).toEqual({ status: 409, code: 'disputeFinal' })
    expect(problemOf(await merchant(no, 'dispute/concede'))).toEqual({ status: 409, code: 'disputeFinal' })
  })

  test('a stale version', async () => {
    const no = await openUnderReview()
    const stale = await platform(no, 'dispute/ruling', { ...ruling, version: 1 })
    expect(problemOf(stale)).toEqual({ status: 409, code: 'versionConflict' })
    mustBe(200, await platform(no, 'dispute/ruling', { ...ruling, version: at(stale, 'version') }))
  })

  test.each<[string, string, unknown, string[]]>([
    ['no reason and no statement', 'dispute', {}, ['reason', 'statement']],
    ['a statement of blanks', 'dispute', { ...dispute, statement: '  ' }, ['statement']],
    ['a statement too long', 'dispute', { ...dispute, statement: '长'.repeat(501) }, ['statement']],
    ['an unknown reason', 'dispute', { ...dispute, reason: 'ANGRY' }, ['reason']],
    ['an unknown field', 'dispute', { ...dispute, liability: 'BUYER' }, ['liability']],
    ['nothing', 'dispute/evidence', {}, ['text']],
    ['evidence too long', 'dispute/evidence', { text: '长'.repeat(501) }, ['text']],
    ['seven files', 'dispute/evidence', { attachmentIds: [1, 2, 3, 4, 5, 6, 7].map(String) }, ['attachmentIds']],
    ['a file of nobody', 'dispute/evidence', { attachmentIds: ['file_x'] }, ['attachmentIds.0']],
  ])('%s, of a merchant', async (_, act, body, paths) => {
    const no = act === 'dispute' ? await createCase(shop.shopId) : await openDisputed()
    expect(problemOf(await merchant(no, act, body))).toMatchObject({ status: 422, paths })
  })

  test.each<[string, string, unknown, string[]]>([
    ['nobody asked', 'dispute/evidence-request', { ...request, from: [] }, ['from']],
    ['no time', 'dispute/evidence-request', { ...request, dueInHours: 0 }, ['dueInHours']],
    ['half an hour', 'dispute/evidence-request', { ...request, dueInHours: 0.5 }, ['dueInHours']],
    ['too much time', 'dispute/evidence-request', { ...request, dueInHours: 241 }, ['dueInHours']],
    ['no note', 'dispute/evidence-request', { ...request, note: ' ' }, ['note']],
    ['no rationale', 'dispute/ruling', { ...ruling, rationale: '' }, ['rationale']],
    ['an unknown outcome', 'dispute/ruling', { ...ruling, outcome: 'HALF' }, ['outcome']],
    ['nothing to refund', 'dispute/ruling', { ...ruling, amountFen: 0 }, ['amountFen']],
    ['half a fen', 'dispute/ruling', { ...ruling, amountFen: 0.5 }, ['amountFen']],
  ])('%s, of support', async (_, act, body, paths) => {
    const no = await openUnderReview()
    expect(problemOf(await platform(no, act, body))).toMatchObject({ status: 422, paths })
  })
})

describe('asking for more', () => {
  test('opens the asked side again, with the words of support', async () => {
    const no = await openUnderReview()
    const asked = mustBe(200, await platform(no, 'dispute/evidence-request', { ...request, from: ['BUYER', 'BUYER'] }))
    const due = new Date(Date.parse(text(asked, 'updatedAt')) + DAY).toISOString()
    expect(asked.body).toMatchObject({
      dispute: {
        stage: 'EVIDENCE',
        evidence: { BUYER: { dueAt: due, done: false, open: true }, MERCHANT: { done: true, open: false } },
        requests: [{ from: ['BUYER'], note: request.note, dueAt: due, at: text(asked, 'updatedAt') }],
      },
    })
    expect(at(asked, 'availableActions')).toContain('dispute/evidence')
    const events = await get(`after-sales/${no}/events`)
    expect(at(events, 'data.0')).toMatchObject({ type: 'EvidenceRequested', clause: 'R4.4', data: { dueAt: due } })
    await moveClock(DAY + 1000)
    await sweepDue()
    mustBe(200, await platform(no, 'dispute/ruling', ruling))
  })
})

describe('lists', () => {
  test('sorted by dueAt, frozen cases come after the running ones, page by page', async () => {
    const fresh = await createShop()
    const frozen = await createCase(fresh.shopId)
    mustBe(200, await platform(frozen, 'dispute', dispute))
    await moveClock(60_000)
    const running = [await createCase(fresh.shopId), await createCase(fresh.shopId)]
    const list = (query: string) => get(`after-sales?shopId=${fresh.shopId}&sort=dueAt${query}`)
    const numbersOf = (reply: Reply): string[] => Object(at(reply, 'data')).map((one: { no: string }) => one.no)
    expect(numbersOf(await list(''))).toEqual([...running, frozen])
    const first = await list('&limit=2')
    expect(numbersOf(await list(`&limit=2&cursor=${text(first, 'nextCursor')}`))).toEqual([frozen])
    expect(numbersOf(await list('&status=IN_DISPUTE'))).toEqual([frozen])
    expect(numbersOf(await list('&waitingOn=PLATFORM'))).toEqual([frozen])
  })

  test('settle evidence whose time is over first (R0.3)', async () => {
    const no = await openDisputed()
    await moveClock(48 * HOUR + 1000)
    const listed = await get(`after-sales?orderNo=${text(await get(`after-sales/${no}`), 'orderNo')}`)
    expect(at(listed, 'data.0.dispute')).toMatchObject({
      stage: 'UNDER_REVIEW',
      evidence: { MERCHANT: { done: false, open: false }, BUYER: { done: false, open: false } },
    })
  })
})

test('the sandbox’s clock closes the evidence that it passes', async () => {
  const no = await openDisputed()
  mustBe(200, await post('sandbox/clock', { advanceMs: 48 * HOUR + 1000 }))
  const { rows } = await database.query(`SELECT "disputeLane" FROM "AfterSale" WHERE "no" = $1`, [no])
  expect(rows).toEqual([{ disputeLane: 'TO_RULE' }])
})

test('a repeated request opens one dispute and gives evidence once', async () => {
  const no = await createCase(shop.shopId)
  const headers = { 'Idempotency-Key': `dispute-${no}` }
  const open = () => post(`after-sales/${no}/dispute`, dispute, { key: shop.agent, headers })
  const [first, again] = [mustBe(200, await open()), mustBe(200, await open())]
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(again.body).toEqual(first.body)
})
