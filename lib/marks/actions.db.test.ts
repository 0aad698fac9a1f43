import { describe, expect, test, vi } from 'vitest'
import { setActive } from '@/lib/members/store'
import { inTransaction } from '@/tests/support/access'
import { signIn, useBrowser } from '@/tests/support/browser'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { marksOf, openStaffed, told } from '@/tests/support/marks'
import { sent } from '@/tests/support/next-request'
import { hire } from '@/tests/support/staff'
import { assignCase, flagCase, noteCase } from './actions'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const UNKNOWN = { ok: false, refusal: { code: 'caseUnknown' } }

describe('a member', () => {
  test('marks a case of the shop that it is of, whichever his desk shows', async () => {
    const { zhou, ...of } = await openStaffed()
    const other = await openCase()
    const both = await hire({ [other.shopId]: 'MANAGER', [of.shopId]: 'AGENT' }, { name: '何青' })
    await signIn(both.userId)
    sent.cookies.set('shop', other.shopId)
    expect(await assignCase({ no: of.no, userId: zhou.userId })).toEqual({ ok: true })
    expect(await flagCase({ no: of.no, flag: 'RISK' })).toEqual({ ok: true })
    expect(await noteCase({ no: of.no, text: ' 我来问 \n' })).toEqual({ ok: true })
    expect(await told(of)).toEqual(['何青 assigned 周宁', '何青 flagged RISK', '何青 noted 我来问'])
    // who works for another shop of his is nobody here
    expect(await assignCase({ no: other.no, userId: zhou.userId })).toEqual({
      ok: false,
      refusal: { code: 'assigneeUnknown' },
    })
  })

  test('who clicks twice has done it once, and can take it back once', async () => {
    const { lin, ...of } = await openStaffed()
    await signIn(lin.userId)
    const twice = <T>(act: () => Promise<T>) => Promise.all([act(), act()])
    expect(await twice(() => assignCase({ no: of.no, userId: lin.userId }))).toEqual([{ ok: true }, { ok: true }])
    await twice(() => noteCase({ no: of.no, text: '在问', key: 'n1' }))
    const undone = await twice(() => assignCase({ no: of.no, userId: null, undoes: lin.userId }))
    expect(undone).toContainEqual({ ok: true })
    expect(undone).toContainEqual({ ok: false, refusal: { code: 'markOvertaken' } })
    expect((await told(of)).sort()).toEqual(['林晓 assigned -', '林晓 assigned 林晓', '林晓 noted 在问'])
  })

  test.each<[string, (no: string) => Promise<unknown>]>([
    ['a flag that there is not', (no) => flagCase({ no, flag: 'URGENT' as 'RISK' })],
    ['a note of blanks', (no) => noteCase({ no, text: ' \n ' })],
    ['a note that is too long', (no) => noteCase({ no, text: '长'.repeat(2001) })],
    ['a name that is none', (no) => noteCase({ no, text: '好', key: "'; --" })],
    ['more than was asked for', (no) => assignCase({ no, userId: null, shopId: 'x' } as { no: string; userId: null })],
    ['nothing', () => assignCase(undefined as never)],
  ])('is told that it makes no sense: %s', async (_, send) => {
    const { lin, ...of } = await openStaffed()
    await signIn(lin.userId)
    expect(await send(of.no)).toEqual({ ok: false, invalid: true })
    expect(await told(of)).toEqual([])
  })
})

describe('who is not of the shop', () => {
  const every = (no: string, userId: string) => [
    () => assignCase({ no, userId }),
    () => assignCase({ no, userId: null, undoes: userId }),
    () => flagCase({ no, flag: 'RISK' }),
    () => noteCase({ no, text: '好' }),
  ]

  test('finds no such case: another shop’s member, the platform’s support, one who was deactivated', async () => {
    const { lin, zhou, ...of } = await openStaffed()
    await inTransaction((tx) => setActive(tx, { shopId: of.shopId, userId: lin.userId }, false))
    const besides = await openCase()
    await inTransaction((tx) =>
      tx.query(`INSERT INTO "Member" ("shopId", "userId", "role") VALUES ($1, $2, 'AGENT')`, [
        besides.shopId,
        lin.userId,
      ]),
    )
    const stranger = (await hire({ [besides.shopId]: 'MANAGER' })).userId
    const support = (await hire({}, { support: true })).userId
    for (const who of [stranger, support, lin.userId]) {
      sent.cookies.clear()
      await signIn(who)
      for (const act of every(of.no, zhou.userId)) expect(await act()).toEqual(UNKNOWN)
    }
    expect(await told(of)).toEqual([])
    expect(await marksOf(of)).toMatchObject({ assignee: null, flag: null })
  })

  test('is sent to sign in', async () => {
    const { zhou, no } = await openStaffed()
    for (const act of every(no, zhou.userId)) await expect(act()).rejects.toThrow('to /sign-in')
  })
})
