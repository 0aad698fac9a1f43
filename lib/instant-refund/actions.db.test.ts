import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { switchInstantRefund } from './actions'
import { loadInstantRefund } from './queries'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

async function createShop(): Promise<string> {
  const shopId = `shop-${randomUUID()}`
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1)`, [shopId])
  return shopId
}

const load = (shopId: string) => loadInstantRefund(mintShopId(shopId))

describe('a manager', () => {
  test('turns it on and off, and the page says since when and by whom', async () => {
    const shopId = await createShop()
    await signInAs('MANAGER', shopId)
    expect(await load(shopId)).toMatchObject({ since: null, by: null, done: null, history: [] })
    const on = await switchInstantRefund({ shopId, enabled: true, seen: false })
    if (!on.ok) throw new Error('refused')
    const page = await load(shopId)
    expect(page).toMatchObject({
      shopId,
      since: on.since,
      by: { role: 'MANAGER', name: '周宁' },
      done: { cases: 0, amountFen: 0, declined: 0, currency: 'CNY' },
      history: [{ enabled: true, by: { role: 'MANAGER', name: '周宁' } }],
    })
    expect(await switchInstantRefund({ shopId, enabled: false, seen: true })).toEqual({
      ok: true,
      enabled: false,
      since: null,
    })
    const off = await load(shopId)
    expect(off).toMatchObject({ since: null, by: null, done: null })
    expect(off.history.map(({ enabled }) => enabled)).toEqual([false, true])
  })

  test('is told when the screen was not true any more', async () => {
    const shopId = await createShop()
    await signInAs('MANAGER', shopId)
    await switchInstantRefund({ shopId, enabled: true, seen: false })
    expect(await switchInstantRefund({ shopId, enabled: true, seen: false })).toEqual({
      ok: false,
      refusal: { code: 'switchedMeanwhile', enabled: true },
    })
    expect((await load(shopId)).history).toHaveLength(1)
  })
})

describe('nobody else', () => {
  test.each(['AGENT', 'of another shop', 'signed out'] as const)('%s', async (who) => {
    const shopId = await createShop()
    if (who === 'AGENT') await signInAs('AGENT', shopId)
    if (who === 'of another shop') await signInAs('MANAGER', await createShop())
    const answer = switchInstantRefund({ shopId, enabled: true, seen: false })
    if (who === 'signed out') await expect(answer).rejects.toThrow('to /sign-in')
    else if (who === 'AGENT') expect(await answer).toEqual({ ok: false, refusal: { code: 'notPermitted' } })
    else expect(await answer).toEqual({ ok: false, gone: true })
    expect(await load(shopId)).toMatchObject({ since: null, history: [] })
  })

  test('nor what is no request', async () => {
    const shopId = await createShop()
    await signInAs('MANAGER', shopId)
    const inputs: object[] = [
      { shopId, enabled: 'yes', seen: false },
      { shopId },
      { shopId, enabled: true, seen: false, x: 1 },
    ]
    // @ts-expect-error: what a hand-made request sends
    for (const input of inputs) expect(await switchInstantRefund(input)).toEqual({ ok: false, gone: true })
    expect((await load(shopId)).since).toBeNull()
  })
})
