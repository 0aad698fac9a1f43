import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { hire, signIn, signInAs, useBrowser } from '@/tests/support/browser'
import { openCase } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createShop } from '@/tests/support/staff'
import { moveFilter, removeFilter, renameFilter, saveFilter, updateFilter } from './actions'
import { FILTERS_MAX } from './domain/filter-list'
import { loadSavedFilters } from './queries'
import type { FilterOutcome } from './views'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

/** A shop whose agent is signed in. */
async function arrange() {
  const shopId = mintShopId(await createShop())
  const userId = await signInAs('AGENT', shopId)
  const own = async (of = userId) => (await loadSavedFilters(shopId, of)).own
  const names = async (of = userId) => (await own(of)).map(({ name }) => name)
  const save = async (name: string, query = 'tab=MERCHANT&type=REFUND_ONLY') => {
    const saved = await saveFilter({ shopId, name, query })
    if (!saved.ok) throw new Error(codeOf(saved))
    return saved.id
  }
  return { shopId, userId, own, names, save }
}

function codeOf(outcome: FilterOutcome): string {
  if (outcome.ok) return 'ok'
  return 'refusal' in outcome ? outcome.refusal.code : 'invalid'
}

describe('a member', () => {
  test('keeps what the queue shows, as it would be written', async () => {
    const { shopId, own, names } = await arrange()
    expect(await saveFilter({ shopId, name: '  大额  ', query: '?min=300.00&hour=1773291600000&x=1' })).toMatchObject({
      ok: true,
      list: [{ name: '大额', query: 'tab=MERCHANT&min=300' }],
    })
    expect(await names()).toEqual(['大额'])
    expect(await own()).toMatchObject([{ query: 'tab=MERCHANT&min=300', count: { cases: 0, more: false } }])
  })

  test('renames, rewrites, moves and removes, and takes a removal back', async () => {
    const { shopId, own, names, save } = await arrange()
    const [, second, third] = [await save('一'), await save('二'), await save('三')]
    expect(codeOf(await renameFilter({ shopId, id: second, name: '贰' }))).toBe('ok')
    expect(codeOf(await moveFilter({ shopId, id: third, direction: 'UP' }))).toBe('ok')
    expect(codeOf(await updateFilter({ shopId, id: third, query: 'tab=BUYER&sort=AMOUNT' }))).toBe('ok')
    expect(await names()).toEqual(['一', '三', '贰'])
    const gone = (await own())[1]
    expect(gone?.query).toBe('tab=BUYER&sort=AMOUNT')
    expect(codeOf(await removeFilter({ shopId, id: third }))).toBe('ok')
    expect(codeOf(await removeFilter({ shopId, id: third }))).toBe('filterUnknown')
    const back = { shopId, id: third, name: '三', query: gone?.query ?? '', at: 1 }
    expect(codeOf(await saveFilter(back))).toBe('ok')
    // a double click
    expect(codeOf(await saveFilter(back))).toBe('ok')
    expect(await names()).toEqual(['一', '三', '贰'])
    expect((await own())[1]).toMatchObject({ id: third, query: 'tab=BUYER&sort=AMOUNT' })
  })

  test('is told which name is taken, and when there are enough', async () => {
    const { shopId, save } = await arrange()
    const id = await save('Urgent')
    await save('大额')
    const taken = { ok: false, refusal: { code: 'nameTaken', name: 'Urgent' } }
    expect(await saveFilter({ shopId, name: 'URGENT', query: '' })).toEqual(taken)
    expect(await renameFilter({ shopId, id, name: '大额' })).toMatchObject({ refusal: { name: '大额' } })
    for (let n = 2; n < FILTERS_MAX; n++) await save(`第 ${n} 个`)
    expect(await saveFilter({ shopId, name: '还有', query: '' })).toEqual({
      ok: false,
      refusal: { code: 'tooMany', max: FILTERS_MAX },
    })
  })

  test.each([
    ['no name', ' '],
    ['a name that is too long', '长'.repeat(21)],
    ['a name of two lines', 'a\nb'],
    ['half a character', '\ud83d'],
  ])('cannot keep one under %s', async (_, name) => {
    const { shopId, save } = await arrange()
    expect(await saveFilter({ shopId, name, query: '' })).toEqual({ ok: false, invalid: true })
    const id = await save('一')
    expect(await renameFilter({ shopId, id, name })).toEqual({ ok: false, invalid: true })
  })

  test('keeps a name of twenty characters of any kind, and the longest search', async () => {
    const { shopId, own } = await arrange()
    const query = `search=${encodeURIComponent('𠮷'.repeat(64))}&assignee=${'x'.repeat(64)}`
    expect(codeOf(await saveFilter({ shopId, name: '𠮷'.repeat(20), query }))).toBe('ok')
    expect(await own()).toHaveLength(1)
  })

  test('sees and changes nobody else’s, in this shop or another', async () => {
    const { shopId, userId, names, save } = await arrange()
    const id = await save('我的')
    const colleague = await hire({ shops: { [shopId]: 'MANAGER' } })
    await signIn(colleague)
    expect(await names(colleague)).toEqual([])
    const attempts = (of: string) => [
      renameFilter({ shopId: of, id, name: '他的' }),
      updateFilter({ shopId: of, id, query: '' }),
      moveFilter({ shopId: of, id, direction: 'UP' }),
      removeFilter({ shopId: of, id }),
    ]
    for (const outcome of await Promise.all(attempts(shopId))) expect(codeOf(outcome)).toBe('filterUnknown')
    expect(codeOf(await saveFilter({ shopId, name: '我的', query: '' }))).toBe('ok')
    await signInAs('MANAGER', await createShop())
    for (const outcome of await Promise.all([...attempts(shopId), saveFilter({ shopId, name: '混入', query: '' })]))
      expect(codeOf(outcome)).toBe('shopUnknown')
    await signIn(userId)
    expect(await names()).toEqual(['我的'])
  })

  test('saves from several tabs at once: each is kept, and no two under one name', async () => {
    const { shopId, names } = await arrange()
    const outcomes = await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => saveFilter({ shopId, name: `${n}`, query: '' })),
      saveFilter({ shopId, name: '0', query: '' }),
    ])
    expect(outcomes.map(codeOf).sort()).toEqual(['nameTaken', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'])
    expect((await names()).sort()).toEqual(['0', '1', '2', '3', '4', '5'])
  })

  test('who was put out meanwhile keeps nothing', async () => {
    const { shopId, userId, save } = await arrange()
    await save('一')
    await database.query(`UPDATE "Member" SET "active" = FALSE WHERE "shopId" = $1 AND "userId" = $2`, [shopId, userId])
    // whoever has no shop left is nobody to the desk
    await expect(saveFilter({ shopId, name: '二', query: '' })).rejects.toThrow('/sign-in')
  })
})

describe('the counts', () => {
  test('are of the viewer, of this shop, and of what each filter shows', async () => {
    const { shopId, userId, own, save } = await arrange()
    const [mine, colleagues, , returned] = [
      (await openCase('REFUND_ONLY', shopId)).no,
      (await openCase('REFUND_ONLY', shopId)).no,
      (await openCase('REFUND_ONLY', shopId)).no,
      (await openCase('RETURN_REFUND', shopId)).no,
    ]
    await openCase('REFUND_ONLY', `other-${randomUUID()}`)
    const colleague = await hire({ shops: { [shopId]: 'AGENT' } })
    const assign = (no: string, to: string) =>
      database.query(`UPDATE "AfterSale" SET "assigneeId" = $2 WHERE "no" = $1`, [no, to])
    await assign(mine, userId)
    await assign(colleagues, colleague)
    await database.query(`UPDATE "AfterSale" SET "flag" = 'RISK' WHERE "no" = $1`, [returned])
    const queries = {
      'tab=MERCHANT': 4,
      'tab=MERCHANT&type=REFUND_ONLY': 3,
      'tab=MERCHANT&type=REFUND_ONLY&assignee=ME': 1,
      [`tab=ALL&assignee=${colleague}`]: 1,
      'tab=ALL&assignee=OTHERS': 1,
      'tab=ALL&flag=RISK': 1,
      'tab=MERCHANT&flag=RISK&type=REFUND_ONLY': 0,
      [`search=${mine}`]: 1,
      'tab=MERCHANT&min=128.01': 0,
      'tab=MERCHANT&within=1': 0,
      'tab=MERCHANT&within=100': 4,
      'tab=BUYER': 0,
      'tab=CLOSED': 0,
    }
    for (const [at, query] of Object.keys(queries).entries()) await save(`第 ${at} 个`, query)
    const counted = (await own()).map(({ count }) => count)
    expect(counted).toEqual(Object.values(queries).map((cases) => ({ cases, more: false })))
    const { builtIn } = await loadSavedFilters(shopId, userId)
    expect(builtIn.map(({ key, count }) => [key, count.cases])).toEqual([
      ['MINE', 1],
      ['UNASSIGNED', 2],
    ])
  })

  test('say when they ended before the cases did', async () => {
    const { shopId, own, save } = await arrange()
    const { orderNo } = await openCase('REFUND_ONLY', shopId)
    await database.query(
      `INSERT INTO "AfterSale" ("shopId", "no", "orderNo", "buyerId", "buyerName", "type", "status", "version", "seq", "attempt",
         "policyVersion", "reason", "amountFen", "currency", "openedAt", "updatedAt", "closedAt", "closeReason")
       SELECT $1, 'BULK' || n, $2, 'buyer-1', '王小明', 'REFUND_ONLY', 'CLOSED', 1, 1, 1, 'kuaishou-2021-03-25', 'OTHER',
         n, 'CNY', app_now(), app_now(), app_now() - n * interval '1 second', 'BUYER_WITHDRAWN' FROM generate_series(1, 3000) n`,
      [shopId, orderNo],
    )
    await save('最大的', 'tab=CLOSED&min=9.91')
    await save('全部', 'tab=CLOSED')
    await save('最新的', 'tab=CLOSED&max=0.12')
    expect((await own()).map(({ count }) => count)).toEqual([
      { cases: 10, more: true },
      { cases: 999, more: true },
      { cases: 12, more: true },
    ])
  })
})
