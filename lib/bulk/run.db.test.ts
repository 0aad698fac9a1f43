import { describe, expect, test } from 'vitest'
import { database } from '@/tests/support/access'
import {
  APPROVE,
  countEvents,
  mustPrepare,
  mustStart,
  openCases,
  openDesk,
  progressOf,
  refundsOf,
  resultsOf,
  takeSome,
  workOff,
  workOffQueue,
} from '@/tests/support/bulk'
import {
  AGENT,
  act,
  apply,
  BUYER,
  createOrder,
  eventsOf,
  makeOverdue,
  mustSucceed,
  stateOf,
} from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { hire } from '@/tests/support/staff'
import { confirmRun, haltRun } from './state-store'

useDatabase()

const statesOf = async (...[desk, id]: Parameters<typeof resultsOf>) =>
  (await resultsOf(desk, id)).map(({ state, refusal }) => (refusal ? refusal.code : state))

describe('an approval of many', () => {
  test('pays exactly what was shown, in the name of who confirmed it', async () => {
    const desk = await openDesk()
    const refunds = await openCases(desk.shopId, 3)
    const [back = ''] = await openCases(desk.shopId, 1, 'RETURN_REFUND')
    const { id, goes, amountFen } = await mustStart(desk, APPROVE, { nos: [...refunds, back] })
    await workOffQueue()
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 3, sumFen: amountFen })
    expect(await stateOf(back)).toMatchObject({ status: 'AWAITING_RETURN', returnAddress: { id: 'main' } })
    expect((await eventsOf(refunds[0] ?? '')).slice(-2)).toMatchObject([
      { type: 'Approved', actor: { role: 'AGENT', id: desk.userId } },
      { type: 'RefundOrdered', data: { origin: 'MERCHANT' } },
    ])
    expect(await progressOf(desk, id)).toEqual({
      id,
      act: APPROVE,
      state: 'DONE',
      goes,
      done: goes,
      refused: 0,
      stopped: 0,
      startedAt: expect.any(Number),
      finishedAt: expect.any(Number),
      by: { userId: desk.userId, name: desk.name },
    })
  })

  test('sends returns where it was shown that they go, whatever the default has become', async () => {
    const desk = await openDesk()
    const [first = '', second = ''] = await openCases(desk.shopId, 2, 'RETURN_REFUND')
    const { id } = await mustStart(desk, APPROVE, { nos: [first] })
    const { id: later } = await mustStart(desk, APPROVE, { nos: [second] })
    await database.query(
      `INSERT INTO "ReturnAddress" ("shopId", "id", "name", "phone", "region", "detail", "isDefault")
       VALUES ($1, 'other', '新仓', '13800000000', '浙江省', '某路 1 号', FALSE)`,
      [desk.shopId],
    )
    await database.query(`UPDATE "ReturnAddress" SET "isDefault" = FALSE WHERE "shopId" = $1`, [desk.shopId])
    await database.query(`UPDATE "ReturnAddress" SET "isDefault" = ("id" = 'other') WHERE "shopId" = $1`, [desk.shopId])
    await workOff(desk, id)
    expect((await stateOf(first)).returnAddress?.id).toBe('main')
    await database.query(`DELETE FROM "ReturnAddress" WHERE "shopId" = $1 AND "id" = 'main'`, [desk.shopId])
    await workOff(desk, later)
    expect(await statesOf(desk, later)).toEqual(['returnAddressUnknown'])
  })

  test('passes over what changed since it was shown, and what is overdue', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 5)
    const [withdrawn = '', overdue = '', approved = '', talked = ''] = nos
    const { id } = await mustStart(desk, APPROVE, { nos })
    mustSucceed(await act(withdrawn, BUYER, { type: 'withdraw' }))
    mustSucceed(await act(approved, AGENT, { type: 'approve' }))
    mustSucceed(await act(talked, BUYER, { type: 'sendMessage', text: '在吗' }))
    await makeOverdue([overdue])
    await workOff(desk, id)
    expect(await statesOf(desk, id)).toEqual(['versionConflict', 'deadlinePassed', 'versionConflict', 'DONE', 'DONE'])
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', goes: 5, done: 2, refused: 3, stopped: 0 })
    expect((await stateOf(overdue)).refund?.origin).toBe('REVIEW_TIMEOUT')
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 4, sumFen: 4 * 12800 })
  })
})

describe('other acts', () => {
  test('a text is filled in for every buyer as his case is at that moment', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 2)
    const text = '{买家}您好，{商品} 的 {金额} 在 {截止时间} 前处理，{单号}。{客服}'
    const { id } = await mustStart(desk, { type: 'sendMessage', text }, { nos })
    mustSucceed(await act(nos[1] ?? '', BUYER, { type: 'withdraw' }))
    await workOff(desk, id)
    const said = (await eventsOf(nos[0] ?? '')).find(({ type }) => type === 'MessageSent')?.data
    expect(said).toMatchObject({
      side: 'MERCHANT',
      text: expect.stringMatching(
        /^王\*\*您好，羊毛围巾 浅灰 的 ¥128\.00 在 \d+月\d+日 \d\d:\d\d 前处理，AS\d+。林晓$/,
      ),
    })
    expect(await resultsOf(desk, id)).toMatchObject([
      { state: 'DONE', refusal: null },
      { state: 'REFUSED', refusal: { code: 'cannotFill', variables: ['{截止时间}'] } },
    ])
  })

  test('a text for an overdue case tells of what its expiry left (R0.3)', async () => {
    const desk = await openDesk()
    const [no = ''] = await openCases(desk.shopId, 1, 'RETURN_REFUND')
    const { id } = await mustStart(desk, { type: 'sendMessage', text: '请在 {截止时间} 前寄回' }, { nos: [no] })
    await makeOverdue([no])
    await workOff(desk, id)
    expect(await statesOf(desk, id)).toEqual(['DONE'])
    expect((await eventsOf(no)).map(({ type }) => type)).toEqual(['Applied', 'ReviewExpired', 'MessageSent'])
  })

  test('a call is logged on each', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 2)
    const call = { type: 'logContact', channel: 'PHONE', outcome: 'REACHED', note: '已说明' } as const
    const { id } = await mustStart(desk, call, { nos })
    await workOff(desk, id)
    expect(await countEvents(desk.shopId, 'ContactLogged')).toEqual({ 1: 2 })
    expect((await stateOf(nos[0] ?? '')).awareAt).not.toBeNull()
  })

  test('cases are given to somebody, whatever their version, unless he has left meanwhile', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 2)
    const { userId } = await hire({ [desk.shopId]: 'AGENT' })
    const { id } = await mustStart(desk, { type: 'assign', userId }, { nos })
    const { id: later } = await mustStart(desk, { type: 'assign', userId }, { nos: await openCases(desk.shopId, 1) })
    mustSucceed(await act(nos[0] ?? '', BUYER, { type: 'withdraw' }))
    await workOff(desk, id)
    const { rows } = await database.query(`SELECT FROM "AfterSale" WHERE "assigneeId" = $1`, [userId])
    expect(rows).toHaveLength(2)
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [userId])
    await workOff(desk, later)
    expect(await statesOf(desk, later)).toEqual(['assigneeUnknown'])
  })

  test('a service has nothing to approve, and can be written about', async () => {
    const desk = await openDesk()
    const { orderNo } = await createOrder({ shopId: desk.shopId })
    const { no } = mustSucceed(await apply(orderNo, { type: 'COMPLAINT' }))
    expect(await mustPrepare(desk, APPROVE, { nos: [no] })).toMatchObject({ goes: 0 })
    const { id } = await mustStart(desk, { type: 'sendMessage', text: '我们已收到' }, { nos: [no] })
    await workOff(desk, id)
    expect(await statesOf(desk, id)).toEqual(['DONE'])
  })
})

describe('confirming', () => {
  test('twice, at the same time too, is one run', async () => {
    const desk = await openDesk()
    const { id } = await mustPrepare(desk, APPROVE, { nos: await openCases(desk.shopId, 3) })
    expect(await Promise.all([1, 2, 3].map(() => confirmRun(desk.owner, id)))).toEqual([true, true, true])
    await workOff(desk, id)
    expect(await confirmRun(desk.owner, id)).toBe(true)
    await workOffQueue()
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 3, sumFen: 3 * 12800 })
  })

  test('what nobody can do is done at once', async () => {
    const desk = await openDesk()
    const nos = await openCases(desk.shopId, 1)
    mustSucceed(await act(nos[0] ?? '', BUYER, { type: 'withdraw' }))
    const { id } = await mustStart(desk, APPROVE, { nos })
    await workOffQueue()
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', goes: 0 })
  })

  test.each(['somebody of the same shop', 'somebody of another shop'])('is not for %s', async (who) => {
    const desk = await openDesk()
    const { id } = await mustPrepare(desk, APPROVE, { nos: await openCases(desk.shopId, 1) })
    const { owner } = await openDesk(who === 'somebody of the same shop' ? { shopId: desk.shopId } : {})
    expect(await confirmRun(owner, id)).toBe(false)
    expect(await haltRun(owner, id)).toBe(false)
    await confirmRun(desk.owner, id)
    expect(await haltRun(owner, id)).toBe(false)
    expect(await progressOf(desk, id)).toMatchObject({ state: 'RUNNING' })
  })

  test('is too late an hour after it was shown', async () => {
    const desk = await openDesk()
    const { id } = await mustPrepare(desk, APPROVE, { nos: await openCases(desk.shopId, 1) })
    await database.query(`UPDATE "BulkRun" SET "createdAt" = "createdAt" - interval '61 minutes' WHERE "id" = $1`, [id])
    expect(await confirmRun(desk.owner, id)).toBe(false)
  })
})

describe('stopping', () => {
  test('leaves what was done, and does nothing more', async () => {
    const desk = await openDesk()
    const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 30) })
    await takeSome(desk, id)
    expect(await haltRun(desk.owner, id)).toBe(true)
    await takeSome(desk, id)
    await workOffQueue()
    expect(await progressOf(desk, id)).toMatchObject({ state: 'STOPPED', goes: 30, done: 20, stopped: 10 })
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 20, sumFen: 20 * 12800 })
    expect(await haltRun(desk.owner, id)).toBe(true)
    expect(await confirmRun(desk.owner, id)).toBe(true)
    expect(await progressOf(desk, id)).toMatchObject({ state: 'STOPPED' })
  })

  test('what was never confirmed is forgotten', async () => {
    const desk = await openDesk()
    const { id } = await mustPrepare(desk, APPROVE, { nos: await openCases(desk.shopId, 1) })
    expect(await haltRun(desk.owner, id)).toBe(true)
    expect(await confirmRun(desk.owner, id)).toBe(false)
  })

  test('what is over stays as it ended', async () => {
    const desk = await openDesk()
    const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 1) })
    await workOff(desk, id)
    expect(await haltRun(desk.owner, id)).toBe(true)
    expect(await progressOf(desk, id)).toMatchObject({ state: 'DONE', done: 1 })
  })
})

describe('who started it', () => {
  test('and works for the shop no longer does nothing more', async () => {
    const desk = await openDesk()
    const { id } = await mustStart(desk, APPROVE, { nos: await openCases(desk.shopId, 25) })
    await takeSome(desk, id)
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "userId" = $1`, [desk.userId])
    await workOffQueue()
    expect(await progressOf(desk, id)).toMatchObject({ state: 'STOPPED', done: 20, stopped: 5 })
    expect(await refundsOf(desk.shopId)).toEqual({ refunds: 20, sumFen: 20 * 12800 })
  })

  test('acts in the role that he has by then', async () => {
    const desk = await openDesk({ role: 'MANAGER' })
    const nos = await openCases(desk.shopId, 1)
    const { id } = await mustStart(desk, APPROVE, { nos })
    await database.query(`UPDATE "Member" SET "role" = 'AGENT' WHERE "userId" = $1`, [desk.userId])
    await workOff(desk, id)
    expect((await eventsOf(nos[0] ?? '')).at(-1)?.actor).toEqual({ role: 'AGENT', id: desk.userId })
  })
})
