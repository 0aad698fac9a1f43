import { describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import { APPROVE, countEvents, mustPrepare, openCases, openDesk, refundsOf, resultsOf } from '@/tests/support/bulk'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  makeOverdue,
  mustSucceed,
  openCase,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createMany } from '@/tests/support/many-cases'
import { hire } from '@/tests/support/staff'
import { isAsked, listen } from '@/tests/support/statements'

useDatabase()

const CALL = { type: 'logContact', channel: 'PHONE', outcome: 'NO_ANSWER', note: '' } as const
const say = (text: string) => ({ type: 'sendMessage', text }) as const

/** A return whose goods are on their way back. */
async function openAwaitingReceipt(shopId: string): Promise<string> {
  const { no } = await openCase('RETURN_REFUND', shopId)
  mustSucceed(await act(no, AGENT, { type: 'approve' }))
  mustSucceed(await act(no, BUYER, { type: 'submitReturnShipment', carrier: 'SF', trackingNo: 'SF1' }))
  return no
}

describe('what an approval would do', () => {
  test('to refunds, returns, goods to be inspected, what is over and what is not there', async () => {
    const desk = await openDesk()
    const [first = '', second = ''] = await openCases(desk.shopId, 2)
    const [back = ''] = await openCases(desk.shopId, 1, 'RETURN_REFUND')
    const received = await openAwaitingReceipt(desk.shopId)
    const [withdrawn = ''] = await openCases(desk.shopId, 1)
    mustSucceed(await act(withdrawn, BUYER, { type: 'withdraw' }))
    const nos = [received, first, 'AS-nowhere', withdrawn, back, second, first]
    expect(await mustPrepare(desk, APPROVE, { nos })).toEqual({
      id: expect.any(String),
      act: APPROVE,
      cases: 6,
      goes: 3,
      amountFen: 25600,
      returns: 1,
      returnAddress: {
        id: 'main',
        name: '南栀售后',
        phone: '0575-8411',
        region: '浙江省 绍兴市 柯桥区',
        detail: '纺都路 88 号',
      },
      exclusions: [
        { refusal: { code: 'inspectEach', clause: 'R2.5' }, cases: 1, nos: [received], amountFen: 12800 },
        { refusal: { code: 'caseUnknown' }, cases: 1, nos: ['AS-nowhere'], amountFen: 0 },
        {
          refusal: { code: 'notAllowedInStatus', clause: 'R1.2', act: 'approve', status: 'CLOSED' },
          cases: 1,
          nos: [withdrawn],
          amountFen: 12800,
        },
      ],
    })
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 0, sumFen: 0 })
  })

  test('is kept for every case, in the order of the selection', async () => {
    const desk = await openDesk()
    const [first = '', second = ''] = await openCases(desk.shopId, 2)
    const received = await openAwaitingReceipt(desk.shopId)
    const { id } = await mustPrepare(desk, APPROVE, { nos: [second, received, 'AS-nowhere', first] })
    expect(await resultsOf(desk, id)).toEqual(
      [
        { no: second, state: 'PENDING', refusal: null },
        { no: received, state: 'EXCLUDED', refusal: { code: 'inspectEach', clause: 'R2.5' } },
        { no: first, state: 'PENDING', refusal: null },
      ].map((result) => ({ ...result, title: '羊毛围巾 浅灰', buyerName: '王**', amountFen: 12800, currency: 'CNY' })),
    )
  })

  test('to an overdue case is what its expiry leaves (R0.3)', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 2)
    await makeOverdue(nos.slice(0, 1))
    const { goes, amountFen, exclusions } = await mustPrepare(desk, APPROVE, { nos })
    expect({ goes, amountFen }).toEqual({ goes: 1, amountFen: 12800 })
    expect(exclusions).toMatchObject([{ refusal: { code: 'deadlinePassed', kind: 'REVIEW' }, nos: nos.slice(0, 1) }])
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 1, sumFen: 12800 })
  })

  test('to returns of a shop without an address is nothing (R2.2)', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 1, 'RETURN_REFUND')
    await database.query(`DELETE FROM "ReturnAddress" WHERE "shopId" = $1`, [desk.shopId])
    expect(await mustPrepare(desk, APPROVE, { nos })).toMatchObject({
      goes: 0,
      returnAddress: null,
      exclusions: [{ refusal: { code: 'returnAddressRequired' } }],
    })
  })
})

test('another shop’s cases are no cases, named or not', async () => {
  const [desk, other] = [await openDesk(), await openDesk()]
  const theirs = await openCases(other.shopId, 2)
  const [mine = ''] = await openCases(desk.shopId, 1)
  const preview = await mustPrepare(desk, APPROVE, { nos: [...theirs, mine] })
  expect(preview).toMatchObject({
    goes: 1,
    exclusions: [{ refusal: { code: 'caseUnknown' }, cases: 2, nos: theirs, amountFen: 0 }],
  })
  expect((await resultsOf(desk, preview.id)).map(({ no }) => no)).toEqual([mine])
  expect(await mustPrepare(desk, APPROVE, { query: '', except: [] })).toMatchObject({ cases: 1, goes: 1 })
})

describe('all that a filter shows', () => {
  test('but some, in its order', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 4)
    await openCases(desk.shopId, 1, 'RETURN_REFUND')
    const query = 'type=REFUND_ONLY&sort=NEWEST'
    const { id, cases } = await mustPrepare(desk, APPROVE, { query, except: [nos[1] ?? '', 'AS-nowhere'] })
    expect(cases).toBe(3)
    expect((await resultsOf(desk, id)).map(({ no }) => no)).toEqual([nos[3], nos[2], nos[0]])
  })

  test('to who asks: what he looks after', async () => {
    const desk = await openDesk()
    const [mine = ''] = await openCases(desk.shopId, 2)
    await database.query(`UPDATE "AfterSale" SET "assigneeId" = $2 WHERE "no" = $1`, [mine, desk.userId])
    const { id } = await mustPrepare(desk, APPROVE, { query: 'assignee=ME', except: [] })
    expect((await resultsOf(desk, id)).map(({ no }) => no)).toEqual([mine])
  })

  test.each(['search=nobody', 'tab=CLOSED', 'min=999999'])('and shows nothing: %s', async (query) => {
    const desk = await openDesk()
    await openCases(desk.shopId, 1)
    expect(await desk.prepare(APPROVE, { query, except: [] })).toEqual({
      ok: false,
      refusal: { code: 'nothingSelected' },
    })
  })
})

describe('a text', () => {
  test('with what a case has no value for cannot go there', async () => {
    const desk = await openDesk()
    const [refund = ''] = await openCases(desk.shopId, 1)
    const [closed = ''] = await openCases(desk.shopId, 1)
    mustSucceed(await act(closed, BUYER, { type: 'withdraw' }))
    const { orderNo } = await createOrder({ shopId: desk.shopId })
    const service = mustSucceed(await apply(orderNo, { type: 'COMPLAINT' })).no
    const nos = [refund, closed, service]
    expect(await mustPrepare(desk, say('{买家}，{截止时间} 前退 {金额}，{颜色}'), { nos })).toMatchObject({
      goes: 1,
      amountFen: 0,
      returns: 0,
      exclusions: [
        { refusal: { code: 'cannotFill', variables: ['{截止时间}'] }, nos: [closed] },
        { refusal: { code: 'cannotFill', variables: ['{金额}'] }, nos: [service] },
      ],
    })
    expect(await mustPrepare(desk, say('您好'), { nos })).toMatchObject({ goes: 3, exclusions: [] })
  })

  test('that becomes too long once it is filled in does not go', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 1)
    const text = `{单号}${'啊'.repeat(1995)}`
    expect(await mustPrepare(desk, say(text), { nos })).toMatchObject({
      exclusions: [{ refusal: { code: 'textLength', path: 'text', max: 2000 } }],
    })
  })

  test('of nothing is refused', async () => {
    const desk = await openDesk()
    expect(await desk.prepare(say(''), { nos: ['AS1'] })).toEqual({ ok: false, refusal: { code: 'textEmpty' } })
  })
})

test('a call is logged where a contact can count', async () => {
  const desk = await openDesk()
  const [open = '', closed = ''] = await openCases(desk.shopId, 2)
  mustSucceed(await act(closed, BUYER, { type: 'withdraw' }))
  expect(await mustPrepare(desk, CALL, { nos: [open, closed] })).toMatchObject({
    goes: 1,
    exclusions: [{ refusal: { code: 'notAllowedInStatus', act: 'logContact', status: 'CLOSED' } }],
  })
})

test('only who works for the shop can be given cases', async () => {
  const desk = await openDesk()
  const nos = await openCases(desk.shopId, 1)
  const { userId: stranger } = await hire()
  const { userId: left } = await hire({ [desk.shopId]: 'AGENT' })
  await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [left])
  for (const userId of [stranger, left, 'nobody'])
    expect(await desk.prepare({ type: 'assign', userId }, { nos })).toEqual({
      ok: false,
      refusal: { code: 'assigneeUnknown' },
    })
  expect(await desk.prepare({ type: 'assign', userId: desk.userId }, { nos })).toMatchObject({ preview: { goes: 1 } })
  expect(await desk.prepare({ type: 'assign', userId: null }, { nos })).toMatchObject({ preview: { goes: 1 } })
})

test('only the latest that somebody looked at is kept', async () => {
  const desk = await openDesk()
  const nos = await openCases(desk.shopId, 1)
  const ids: string[] = []
  for (let n = 0; n < 12; n++) ids.push((await mustPrepare(desk, APPROVE, { nos })).id)
  const { rows } = await database.query<{ id: string }>(`SELECT "id" FROM "BulkRun" WHERE "shopId" = $1`, [desk.shopId])
  expect(rows.map(({ id }) => id).sort()).toEqual(ids.slice(2).sort())
})

describe('5,001 cases', () => {
  test('are one too many; 5,000 are prepared set by set', async () => {
    await createMany(5000, 3_600_000)
    const { rows } = await database.query<{ shopId: string; no: string }>(
      `SELECT "shopId", "no" FROM "AfterSale" WHERE "no" LIKE '%-1'`,
    )
    const [one] = rows
    if (!one) throw new Error('not made')
    const desk = await openDesk({ shopId: one.shopId })
    const tooMany = { ok: false, refusal: { code: 'tooMany', limit: 5000 } }
    expect(await desk.prepare(APPROVE, { query: '', except: [] })).toEqual(tooMany)
    const { rows: all } = await database.query<{ no: string }>(`SELECT "no" FROM "AfterSale" WHERE "shopId" = $1`, [
      one.shopId,
    ])
    const nos = all.map(({ no }) => no)
    expect(await desk.prepare(APPROVE, { nos })).toEqual(tooMany)
    let preview: unknown
    const { sent } = await listen(async () => {
      preview = await mustPrepare(desk, APPROVE, { query: '', except: [one.no] })
    })
    const asked = sent.filter(isAsked)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.length).toBeLessThan(60)
    expect(preview).toMatchObject({ cases: 5000, goes: 5000, amountFen: 5000 * 12800, exclusions: [] })
    const text = await mustPrepare(desk, { type: 'sendMessage', text: '{买家}：{商品}' }, { nos: nos.slice(1) })
    expect(text).toMatchObject({ cases: 5000, goes: 5000 })
    expect((await stateOf(one.no)).status).toBe('PENDING_REVIEW')
    expect(await countEvents(one.shopId, 'Approved')).toEqual({ 0: 5001 })
  })
})
