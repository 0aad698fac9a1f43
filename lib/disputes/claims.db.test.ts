import { describe, expect, it } from 'vitest'
import { loadCase } from '@/lib/after-sales/case-queries'
import { database } from '@/tests/support/access'
import { AGENT, act, BUYER, mustSucceed, openCase, PLATFORM, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createSupport, DISPUTE, openDisputed, openUnderReview, ruling } from '@/tests/support/disputes'
import { actAsSupport, claimDispute, releaseDispute } from './claims'
import { findNextDispute } from './queries'

useDatabase()

const take = (userId: string, no: string) => claimDispute(userId, no, { takeOver: false })
const claimOf = async (no: string) => (await loadCase(PLATFORM, 'SUPPORT', no))?.dispute?.claim ?? null
const refusedFor = (by: { userId: string; name: string }) => ({
  ok: false,
  refusal: { code: 'claimedByColleague', by },
})

describe('a claim', () => {
  it('is one person’s, who is named to the others and to nobody of the shop', async () => {
    const [shen, gu] = [await createSupport('小沈'), await createSupport('小顾')]
    const { no, shopId } = await openUnderReview()
    expect(await take(shen, no)).toEqual({ ok: true })
    expect(await take(shen, no)).toEqual({ ok: true })
    expect(await take(gu, no)).toEqual(refusedFor({ userId: shen, name: '小沈' }))
    expect(await claimOf(no)).toMatchObject({ userId: shen, name: '小沈' })
    expect((await loadCase(shopScope(shopId), 'MANAGER', no))?.dispute?.claim).toBeNull()
  })

  it('keeps colleagues from ruling and asking, until one takes it over', async () => {
    const [shen, gu] = [await createSupport('小沈'), await createSupport('小顾')]
    const { no, version } = await openUnderReview()
    await take(shen, no)
    const request = { type: 'requestEvidence', from: ['BUYER'], dueInHours: 24, note: '请补照片' } as const
    for (const command of [ruling(), { ...request, from: [...request.from] }])
      expect(await actAsSupport(gu, { no, version, command })).toEqual(refusedFor({ userId: shen, name: '小沈' }))
    expect(await claimDispute(gu, no, { takeOver: true })).toEqual({ ok: true })
    expect(await actAsSupport(shen, { no, version, command: ruling() })).toEqual(
      refusedFor({ userId: gu, name: '小顾' }),
    )
    expect(await actAsSupport(gu, { no, version, command: ruling() })).toMatchObject({
      ok: true,
      state: { status: 'REFUNDING' },
    })
    expect(await claimOf(no)).toBeNull()
    expect(await take(shen, no)).toEqual({ ok: false, refusal: { code: 'disputeFinal', clause: 'R4.5', no } })
  })

  it('is not needed to rule on what nobody has taken', async () => {
    const { no, version } = await openUnderReview()
    expect((await actAsSupport(await createSupport(), { no, version, command: ruling() })).ok).toBe(true)
  })

  it('is given back by who has it', async () => {
    const [shen, gu] = [await createSupport('小沈'), await createSupport('小顾')]
    const { no } = await openDisputed()
    await take(shen, no)
    expect(await releaseDispute(gu, no)).toEqual(refusedFor({ userId: shen, name: '小沈' }))
    expect(await releaseDispute(shen, no)).toEqual({ ok: true })
    expect(await releaseDispute(shen, no)).toEqual({ ok: true })
    expect(await take(gu, no)).toEqual({ ok: true })
  })

  it.each([
    ['a concession', AGENT, { type: 'concedeDispute' }],
    ['a withdrawal of the dispute', AGENT, { type: 'withdrawDispute' }],
    ['a withdrawal of the case', BUYER, { type: 'withdraw' }],
  ] as const)('goes with %s', async (_, actor, command) => {
    const shen = await createSupport()
    const { no } = await openDisputed()
    await take(shen, no)
    mustSucceed(await act(no, actor, command))
    const { rowCount } = await database.query(`SELECT 1 FROM "DisputeClaim" WHERE "afterSaleNo" = $1`, [no])
    expect(rowCount).toBe(0)
  })

  it('is refused to a member of the shop (R4.7), on what is no dispute, and on what is not there', async () => {
    const shen = await createSupport()
    const { no, shopId } = await openDisputed()
    await database.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, 'AGENT')`, [shopId, shen])
    expect(await take(shen, no)).toMatchObject({ refusal: { code: 'notPermitted' } })
    const other = await openCase()
    expect(await take(shen, other.no)).toMatchObject({ refusal: { code: 'notAllowedInStatus' } })
    expect(await take(shen, 'AS-nowhere')).toEqual({ ok: false, gone: true })
  })

  it('of two at the same instant is one’s', async () => {
    for (let round = 0; round < 10; round++) {
      const people = [await createSupport('小沈'), await createSupport('小顾')]
      const { no } = await openUnderReview()
      const outcomes = await Promise.all(people.map((userId) => take(userId, no)))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(people.indexOf((await claimOf(no))?.userId ?? '')).toBe(outcomes.findIndex(({ ok }) => ok))
    }
  })

  it('against a ruling and a concession: no deadlock, and no claim on what is over', async () => {
    for (let round = 0; round < 10; round++) {
      const [shen, gu] = [await createSupport('小沈'), await createSupport('小顾')]
      const { no } = await openUnderReview()
      await Promise.all([
        take(shen, no),
        actAsSupport(gu, { no, command: ruling() }),
        act(no, AGENT, { type: 'concedeDispute' }),
        claimDispute(gu, no, { takeOver: true }),
      ])
      const { rowCount } = await database.query(`SELECT 1 FROM "DisputeClaim" WHERE "afterSaleNo" = $1`, [no])
      expect(rowCount).toBe(0)
    }
  })
})

describe('the next one to rule on', () => {
  it('is the one that waits longest, and no colleague’s', async () => {
    const shopId = (await openCase()).shopId
    const scope = shopScope(shopId)
    const [shen, gu] = [await createSupport('小沈'), await createSupport('小顾')]
    const [first, second, third] = [
      await openUnderReview('REFUND_ONLY', shopId),
      await openUnderReview('REFUND_ONLY', shopId),
      await openUnderReview('REFUND_ONLY', shopId),
    ]
    await openDisputed('REFUND_ONLY', shopId)
    expect(await findNextDispute(scope, shen, third.no)).toBe(first.no)
    expect(await findNextDispute(scope, shen, first.no)).toBe(second.no)
    await take(gu, first.no)
    expect(await findNextDispute(scope, shen, third.no)).toBe(second.no)
    expect(await findNextDispute(scope, gu, third.no)).toBe(first.no)
  })

  it('is none where nothing waits', async () => {
    const { no, shopId } = await openCase()
    expect(await findNextDispute(shopScope(shopId), await createSupport(), no)).toBeNull()
    mustSucceed(await act(no, AGENT, DISPUTE))
    expect(await findNextDispute(shopScope(shopId), await createSupport(), 'AS0')).toBeNull()
  })
})
