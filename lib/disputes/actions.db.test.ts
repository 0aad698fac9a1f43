import { describe, expect, test, vi } from 'vitest'
import { actOnCase } from '@/lib/after-sales/actions'
import { database } from '@/tests/support/access'
import { signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { openCase, stateOf } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createSupport, DISPUTE, DONE, openDisputed, openUnderReview, ruling } from '@/tests/support/disputes'
import { actOnDispute, claimDispute, nextDispute, releaseDispute } from './actions'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

describe('support', () => {
  test('takes a dispute, asks for more, and rules, under its own name', async () => {
    const userId = await signIn(await createSupport())
    const { no, version } = await openUnderReview()
    const other = await openUnderReview()
    expect(await claimDispute({ no })).toEqual({ ok: true })
    expect(await nextDispute(no)).toBe(other.no)
    const command = { type: 'requestEvidence' as const, from: ['BUYER' as const], dueInHours: 24, note: '请补照片' }
    expect(await actOnDispute({ no, version, command })).toMatchObject({ ok: true, no, status: 'IN_DISPUTE' })
    expect(await actOnDispute({ no, version, command: ruling() })).toMatchObject({
      refusal: { code: 'versionConflict' },
    })
    expect(await releaseDispute(no)).toEqual({ ok: true })
    expect(await actOnDispute({ no: other.no, version: other.version, command: ruling() })).toMatchObject({
      ok: true,
      status: 'REFUNDING',
    })
    const { rows } = await database.query(
      `SELECT "actorRole", "actorId" FROM "AfterSaleEvent" WHERE "type" IN ('DisputeRuled', 'EvidenceRequested')`,
    )
    expect(rows).toEqual(Array(2).fill({ actorRole: 'SUPPORT', actorId: userId }))
  })

  test('is told what a colleague has, by name', async () => {
    const { no, version } = await openUnderReview()
    await signIn(await createSupport('小沈'))
    await claimDispute({ no })
    await signIn(await createSupport('小顾'))
    const refused = {
      ok: false,
      refusal: { code: 'claimedByColleague', by: { userId: expect.any(String), name: '小沈' } },
    }
    expect(await actOnDispute({ no, version, command: ruling() })).toEqual(refused)
    expect(await claimDispute({ no })).toEqual(refused)
    expect(await claimDispute({ no, takeOver: true })).toEqual({ ok: true })
  })

  test('is told the faults of what was sent by their fields, and of no case that there is none', async () => {
    await signIn(await createSupport())
    const { no } = await openUnderReview()
    expect(await actOnDispute({ no, command: ruling({ rationale: ' ' }) })).toMatchObject({
      ok: false,
      invalid: [{ path: 'rationale' }],
    })
    // what a browser sends is anything at all
    expect(await Reflect.apply(actOnDispute, null, [{ no, command: { type: 'approve' } }])).toHaveProperty('invalid')
    expect(await Reflect.apply(actOnDispute, null, [null])).toHaveProperty('invalid')
    expect(await Reflect.apply(claimDispute, null, [{ no: 7 }])).toEqual({ ok: false, gone: true })
    expect(await Reflect.apply(releaseDispute, null, [{}])).toEqual({ ok: false, gone: true })
    expect(await actOnDispute({ no: 'AS-nowhere', command: ruling() })).toEqual({ ok: false, gone: true })
  })
})

describe('a member of a shop', () => {
  test('is sent away from what is support’s', async () => {
    const { no, shopId } = await openUnderReview()
    await signInAs('AGENT', shopId)
    for (const call of [
      () => actOnDispute({ no, command: ruling() }),
      () => claimDispute({ no }),
      () => releaseDispute(no),
      () => nextDispute(no),
    ])
      await expect(call()).rejects.toThrow('to /cases')
    expect(await actOnCase({ no, command: ruling() })).toEqual({
      ok: false,
      refusal: { code: 'notPermitted', act: 'ruleDispute' },
    })
    expect((await stateOf(no)).status).toBe('IN_DISPUTE')
  })

  test('disputes, gives evidence and concedes by the desk’s one action', async () => {
    const { no, version, shopId } = await openCase()
    await signInAs('AGENT', shopId)
    expect(await actOnCase({ no, version, command: DISPUTE })).toMatchObject({ ok: true, status: 'IN_DISPUTE' })
    expect(await actOnCase({ no, command: { type: 'submitEvidence', text: '字'.repeat(501) } })).toMatchObject({
      invalid: [{ path: 'text' }],
    })
    expect(await actOnCase({ no, command: DONE })).toMatchObject({ ok: true })
    expect(await actOnCase({ no, command: DONE })).toMatchObject({ refusal: { code: 'evidenceClosed' } })
    expect(await actOnCase({ no, command: { type: 'concedeDispute' } })).toMatchObject({
      ok: true,
      status: 'REFUNDING',
    })
  })

  test('finds nothing of another shop’s dispute', async () => {
    const { no } = await openDisputed()
    const { shopId } = await openCase()
    await signInAs('AGENT', shopId)
    expect(await actOnCase({ no, command: DONE })).toEqual({ ok: false, gone: true })
  })
})

test('nobody who is not signed in gets anywhere', async () => {
  const { no } = await openUnderReview()
  await expect(actOnDispute({ no, command: ruling() })).rejects.toThrow('to /sign-in')
  await expect(claimDispute({ no })).rejects.toThrow('to /sign-in')
})
