import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import type { Scope } from '@/lib/auth/scope'
import { closeBus, type News, subscribe } from '@/lib/live/bus'
import { deactivateMember } from '@/lib/members/change-members'
import { database } from '@/tests/support/access'
import { moveClock, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createShop, type Hired, hire } from '@/tests/support/staff'
import { lookAt, lookAway } from './look'
import { loadPresence } from './queries'
import { deleteOldLooks } from './store'

useDatabase()

const heard: News[] = []
beforeAll(() => {
  subscribe((news) => heard.push(news))
})
afterAll(closeBus)

/** A shop with a case, and three who work there. */
async function arrange() {
  const shopId = await createShop()
  const [zhou, lin, chen] = [
    await hire({ [shopId]: 'MANAGER' }, { name: '周宁' }),
    await hire({ [shopId]: 'AGENT' }, { name: '林晓' }),
    await hire({ [shopId]: 'AGENT' }, { name: '陈安' }),
  ]
  return { shopId, scope: shopScope(shopId), zhou, lin, chen, no: (await openCase('REFUND_ONLY', shopId)).no }
}

const tabOf = ({ userId }: Hired, n = 1) => ({ userId, tabId: `${n}`.padStart(32, '0') })
const seenBy = ({ userId }: Hired, scope: Scope) => loadPresence(scope, userId)
const watcher = ({ userId, name }: Hired) => ({ userId, name })

async function age(who: Hired, seconds: number): Promise<void> {
  await database.query(`UPDATE "Presence" SET "seenAt" = "seenAt" - $2 * INTERVAL '1 second' WHERE "userId" = $1`, [
    who.userId,
    seconds,
  ])
}

/** Whose coming and leaving was told of in this shop, up to now. */
async function toldIn(shopId: string): Promise<string[]> {
  const end = `end-${heard.length}-${shopId}`
  const news = JSON.stringify({ reader: end })
  await expect
    .poll(async () => {
      // until the process listens, what is told is heard by nobody
      await database.query(`SELECT pg_notify('afterdesk', $1)`, [news])
      return heard.some((one) => 'reader' in one && one.reader === end)
    })
    .toBe(true)
  return heard.flatMap((one) => ('presence' in one && one.shopId === shopId ? [one.presence] : []))
}

describe('who has a case open', () => {
  test('is seen by the colleagues, by name, and not by himself', async () => {
    const { scope, zhou, lin, chen, no } = await arrange()
    await lookAt(scope, tabOf(zhou), no)
    await lookAt(scope, tabOf(lin), no)
    expect(await seenBy(chen, scope)).toEqual({ [no]: expect.arrayContaining([watcher(zhou), watcher(lin)]) })
    expect(await seenBy(zhou, scope)).toEqual({ [no]: [watcher(lin)] })
  })

  test('is seen in his shop only, and cannot be anywhere else', async () => {
    const { scope, zhou, no } = await arrange()
    const other = await arrange()
    expect(await lookAt(other.scope, tabOf(other.zhou), no)).toBe(false)
    expect(await lookAt(scope, tabOf(zhou), 'AS-none')).toBe(false)
    expect(await lookAt({ kind: 'SHOPS', shopIds: [] }, tabOf(zhou), no)).toBe(false)
    await lookAt(scope, tabOf(zhou), no)
    expect(await seenBy(other.zhou, other.scope)).toEqual({})
    expect(await seenBy(other.zhou, { kind: 'SHOPS', shopIds: [] })).toEqual({})
  })

  test('who was there before he was put out, is not there any more, nor goes on being', async () => {
    const { shopId, scope, zhou, lin, chen, no } = await arrange()
    await lookAt(scope, tabOf(lin), no)
    await deactivateMember({ shopId, actor: { role: 'MANAGER', id: zhou.userId } }, lin.userId)
    expect(await seenBy(chen, scope)).toEqual({})
    // the gate lets him into no shop any more
    expect(await lookAt({ kind: 'SHOPS', shopIds: [] }, tabOf(lin), no)).toBe(false)
  })

  test('counts for forty seconds of real time, whatever the sandbox’s clock does', async () => {
    const { scope, zhou, lin, no } = await arrange()
    await lookAt(scope, tabOf(zhou), no)
    await moveClock(3_600_000)
    expect(await seenBy(lin, scope)).toEqual({ [no]: [watcher(zhou)] })
    await age(zhou, 30)
    expect(await seenBy(lin, scope)).toEqual({ [no]: [watcher(zhou)] })
    await age(zhou, 11)
    expect(await seenBy(lin, scope)).toEqual({})
    await lookAt(scope, tabOf(zhou), no)
    expect(await seenBy(lin, scope)).toEqual({ [no]: [watcher(zhou)] })
  })

  test('is at one case in one tab', async () => {
    const { shopId, scope, zhou, lin, no } = await arrange()
    const next = await openCase('RETURN_REFUND', shopId)
    await lookAt(scope, tabOf(zhou), no)
    await lookAt(scope, tabOf(zhou), next.no)
    expect(await seenBy(lin, scope)).toEqual({ [next.no]: [watcher(zhou)] })
    await lookAway(tabOf(zhou))
    expect(await seenBy(lin, scope)).toEqual({})
  })

  test('in two tabs is one, and there until the last is gone', async () => {
    const { scope, zhou, lin, no } = await arrange()
    await Promise.all([lookAt(scope, tabOf(zhou, 1), no), lookAt(scope, tabOf(zhou, 2), no)])
    expect(await seenBy(lin, scope)).toEqual({ [no]: [watcher(zhou)] })
    await lookAway(tabOf(zhou, 1))
    expect(await seenBy(lin, scope)).toEqual({ [no]: [watcher(zhou)] })
    await lookAway(tabOf(zhou, 2))
    expect(await seenBy(lin, scope)).toEqual({})
  })

  test('cannot be sent away by a colleague who knows his tab', async () => {
    const { shopId, scope, zhou, lin, chen, no } = await arrange()
    const next = await openCase('REFUND_ONLY', shopId)
    await lookAt(scope, tabOf(zhou), no)
    await lookAt(scope, tabOf(lin), next.no)
    await lookAway(tabOf(lin))
    expect(await seenBy(chen, scope)).toEqual({ [no]: [watcher(zhou)] })
  })

  test('fills no more than twenty tabs, the latest', async () => {
    const { scope, zhou, no } = await arrange()
    for (let n = 1; n <= 23; n++) await lookAt(scope, tabOf(zhou, n), no)
    const { rows } = await database.query<{ n: number }>(
      `SELECT count(*)::int AS "n" FROM "Presence" WHERE "userId" = $1`,
      [zhou.userId],
    )
    expect(rows).toEqual([{ n: 20 }])
  })
})

describe('the shop is told', () => {
  test('when somebody comes and when he leaves, not while he stays', async () => {
    const { shopId, scope, zhou, no } = await arrange()
    await toldIn(shopId)
    await lookAt(scope, tabOf(zhou), no)
    await lookAt(scope, tabOf(zhou), no)
    expect(await toldIn(shopId)).toEqual([zhou.userId])
    await lookAway(tabOf(zhou))
    await lookAway(tabOf(zhou))
    expect(await toldIn(shopId)).toEqual([zhou.userId, zhou.userId])
  })

  test('nothing of a second tab on the same case', async () => {
    const { shopId, scope, zhou, no } = await arrange()
    await toldIn(shopId)
    await lookAt(scope, tabOf(zhou, 1), no)
    await lookAt(scope, tabOf(zhou, 2), no)
    await lookAway(tabOf(zhou, 1))
    expect(await toldIn(shopId)).toEqual([zhou.userId])
  })

  test('when somebody comes back who was thought to be gone', async () => {
    const { shopId, scope, zhou, no } = await arrange()
    await toldIn(shopId)
    await lookAt(scope, tabOf(zhou), no)
    await age(zhou, 41)
    await lookAt(scope, tabOf(zhou), no)
    expect(await toldIn(shopId)).toEqual([zhou.userId, zhou.userId])
  })

  test('in both shops when he turns from one to the other', async () => {
    const [one, other] = [await arrange(), await arrange()]
    const both = await hire({ [one.shopId]: 'AGENT', [other.shopId]: 'AGENT' })
    const scope: Scope = { kind: 'SHOPS', shopIds: [mintShopId(one.shopId), mintShopId(other.shopId)] }
    await toldIn(one.shopId)
    await lookAt(scope, tabOf(both), one.no)
    await lookAt(scope, tabOf(both), other.no)
    expect(await toldIn(one.shopId)).toEqual([both.userId, both.userId])
    expect(await toldIn(other.shopId)).toEqual([both.userId])
    expect(await seenBy(one.zhou, one.scope)).toEqual({})
    expect(await seenBy(other.zhou, other.scope)).toEqual({ [other.no]: [watcher(both)] })
  })
})

test('tabs that went without a word are swept, the others stay', async () => {
  const { scope, zhou, lin, chen, no } = await arrange()
  await lookAt(scope, tabOf(zhou), no)
  await age(zhou, 41)
  await lookAt(scope, tabOf(lin), no)
  expect(await deleteOldLooks()).toBeGreaterThan(0)
  const { rows } = await database.query(`SELECT FROM "Presence" WHERE "userId" = $1`, [zhou.userId])
  expect(rows).toEqual([])
  expect(await seenBy(chen, scope)).toEqual({ [no]: [watcher(lin)] })
})
