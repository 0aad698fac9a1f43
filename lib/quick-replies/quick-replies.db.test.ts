import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { mintShopId } from '@/lib/auth/mint'
import { database } from '@/tests/support/access'
import { signInAs, useBrowser } from '@/tests/support/browser'
import { useDatabase } from '@/tests/support/database'
import { sent } from '@/tests/support/next-request'
import { addQuickReply, changeQuickReply, moveQuickReply, removeQuickReply } from './actions'
import { REPLIES_PER_KIND } from './domain/reply-list'
import { loadReplies } from './queries'
import { startersOf } from './starters'
import type { QuickReplyView } from './views'

vi.mock('next/headers', () => import('@/tests/support/next-request'))
vi.mock('next/navigation', () => import('@/tests/support/next-request'))

useDatabase()
useBrowser()

const REPLY = { kind: 'REPLY', locale: 'zh-CN' } as const
const REJECTION = { kind: 'REJECTION', locale: 'zh-CN' } as const
const written = (n: number) => ({ title: `第 ${n} 条`, text: `您好，{买家}，这是第 ${n} 条`, reasonCode: null })

/** A shop whose manager is signed in. */
async function arrange() {
  const shopId = mintShopId(`shop-${randomUUID()}`)
  await database.query(`INSERT INTO "Shop" ("id", "name") VALUES ($1, $1)`, [shopId])
  await signInAs('MANAGER', shopId)
  const list = async (kind: 'REPLY' | 'REJECTION' = 'REPLY') => (await loadReplies(shopId, 'zh-CN'))[kind]
  const titles = async () => (await list()).list.map(({ title }) => title)
  return { shopId, list, titles }
}

async function arrangeOwn() {
  const arranged = await arrange()
  for (const { id } of startersOf('REPLY', 'zh-CN').slice(1))
    await removeQuickReply({ shopId: arranged.shopId, ...REPLY, id })
  expect(await addQuickReply({ shopId: arranged.shopId, ...REPLY, reply: written(1) })).toMatchObject({
    ok: true,
    left: 2,
  })
  const [first, second] = (await arranged.list()).list
  if (!first || !second) throw new Error('not made')
  return { ...arranged, first, second }
}

const seenOf = ({ title, text }: QuickReplyView) => ({ title, text, reasonCode: null })
/** Every action there is, on this text of this shop. */
const every = (shopId: string, reply: QuickReplyView) => [
  () => addQuickReply({ shopId, ...REPLY, reply: written(7) }),
  () => changeQuickReply({ shopId, ...REPLY, id: reply.id, seen: seenOf(reply), reply: written(8) }),
  () => moveQuickReply({ shopId, ...REPLY, id: reply.id, direction: 'UP' }),
  () => removeQuickReply({ shopId, ...REPLY, id: reply.id }),
]
const codeOf = (outcome: object) => ('refusal' in outcome ? (outcome.refusal as { code: string }).code : 'ok')

describe('a shop', () => {
  test('that wrote none has those that come with the product, in the reader’s language', async () => {
    const { shopId, list } = await arrange()
    const starters = startersOf('REPLY', 'zh-CN').map((reply) => ({ ...reply, updatedAt: null }))
    expect(await list()).toEqual({ own: false, list: starters })
    expect((await loadReplies(shopId, 'en')).REJECTION.list[0]?.title).toBe('Compared with the batch')
  })

  test('makes them its own with the first change, one kind at a time', async () => {
    const { shopId, list } = await arrange()
    const [before] = (await list()).list
    if (!before) throw new Error('there are none')
    const change = { seen: seenOf(before), reply: written(1) }
    expect(await changeQuickReply({ shopId, ...REPLY, id: before.id, ...change })).toMatchObject({ ok: true })
    const after = await list()
    expect(after.own).toBe(true)
    expect(after.list.map(({ id }) => id)).toEqual(startersOf('REPLY', 'zh-CN').map(({ id }) => id))
    expect(after.list[0]).toEqual({ id: before.id, ...written(1), updatedAt: expect.any(Number) })
    expect((await list('REJECTION')).own).toBe(false)
  })

  test('that deletes its last has those of the product again', async () => {
    const { shopId, list } = await arrange()
    for (const { id } of startersOf('REPLY', 'zh-CN')) await removeQuickReply({ shopId, ...REPLY, id })
    expect((await list()).own).toBe(false)
    expect((await list()).list).toHaveLength(startersOf('REPLY', 'zh-CN').length)
  })

  test('has them in its order', async () => {
    const { shopId, titles, second } = await arrangeOwn()
    const [one, two] = await titles()
    const move = (direction: 'UP' | 'DOWN') => moveQuickReply({ shopId, ...REPLY, id: second.id, direction })
    expect(await move('DOWN')).toMatchObject({ ok: true })
    expect(await titles()).toEqual([one, two])
    expect(await move('UP')).toMatchObject({ ok: true })
    expect(await titles()).toEqual([two, one])
  })

  test('is refused what cannot be kept, with where and why', async () => {
    const { shopId, second } = await arrangeOwn()
    const add = (reply: object) => addQuickReply({ shopId, ...REPLY, reply: { ...written(2), ...reply } })
    expect(await add({ text: '{买加}' })).toEqual({
      ok: false,
      faults: [{ path: 'text', code: 'unknownVariable', names: ['买加'] }],
    })
    expect(await add({ title: second.title })).toMatchObject({ refusal: { code: 'titleTaken' } })
    expect(await addQuickReply({ shopId, ...REJECTION, reply: { ...written(3), text: '太短' } })).toMatchObject({
      faults: [{ path: 'text', code: 'tooShort', limit: 10 }],
    })
    expect(await add({ reasonCode: 'OTHER' })).toEqual({ ok: false, invalid: true })
    expect(await add({ reasonCode: 'NONE' })).toEqual({ ok: false, invalid: true })
    expect(await add({ text: 'a\0b' })).toEqual({ ok: false, invalid: true })
  })

  test('remembers who changed what', async () => {
    const { shopId, second } = await arrangeOwn()
    const before = seenOf(second)
    await changeQuickReply({ shopId, ...REPLY, id: second.id, seen: before, reply: before })
    await changeQuickReply({ shopId, ...REPLY, id: second.id, seen: before, reply: written(9) })
    await moveQuickReply({ shopId, ...REPLY, id: second.id, direction: 'UP' })
    await removeQuickReply({ shopId, ...REPLY, id: second.id })
    const { rows } = await database.query(
      `SELECT "kind", "actorRole", "data" FROM "SettingChange" WHERE "shopId" = $1 ORDER BY "id" DESC LIMIT 4`,
      [shopId],
    )
    const { id } = second
    const said = (kind: string, data: object) => ({ kind, actorRole: 'MANAGER', data: { id, kind: 'REPLY', ...data } })
    expect(rows.reverse()).toEqual([
      said('QuickReplyAdded', written(1)),
      said('QuickReplyChanged', { before, after: written(9) }),
      said('QuickReplyMoved', { title: '第 9 条', from: 2, to: 1 }),
      said('QuickReplyRemoved', written(9)),
    ])
  })
})

describe('at the same time', () => {
  test('what two make their own becomes so once', async () => {
    const { shopId, list } = await arrange()
    const both = await Promise.all([1, 2].map((n) => addQuickReply({ shopId, ...REPLY, reply: written(n) })))
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    expect((await list()).list).toHaveLength(startersOf('REPLY', 'zh-CN').length + 2)
  })

  test('two delete one: one does', async () => {
    const { shopId, second } = await arrangeOwn()
    const both = await Promise.all([1, 2].map(() => removeQuickReply({ shopId, ...REPLY, id: second.id })))
    expect(both.map(codeOf).sort()).toEqual(['ok', 'replyUnknown'])
  })

  test('two rewrite one: the second is told', async () => {
    const { shopId, second } = await arrangeOwn()
    const both = await Promise.all(
      [2, 3].map((n) => changeQuickReply({ shopId, ...REPLY, id: second.id, seen: seenOf(second), reply: written(n) })),
    )
    expect(both.map(codeOf).sort()).toEqual(['ok', 'replyChanged'])
  })

  test('many move, and all keep a place of their own', async () => {
    const { shopId, list } = await arrange()
    const ids = startersOf('REPLY', 'zh-CN').map(({ id }) => id)
    await Promise.all(
      ids.flatMap((id) => [
        moveQuickReply({ shopId, ...REPLY, id, direction: 'UP' }),
        moveQuickReply({ shopId, ...REPLY, id, direction: 'DOWN' }),
      ]),
    )
    expect((await list()).list.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  test('no more are added than there may be', async () => {
    const { shopId } = await arrange()
    const missing = REPLIES_PER_KIND - startersOf('REPLY', 'zh-CN').length - 1
    for (let n = 0; n < missing; n++) await addQuickReply({ shopId, ...REPLY, reply: written(n) })
    const attempts = await Promise.all(
      Array.from({ length: 3 }, (_, n) => addQuickReply({ shopId, ...REPLY, reply: written(900 + n) })),
    )
    expect(attempts.map(codeOf).sort()).toEqual(['ok', 'tooManyReplies', 'tooManyReplies'])
  })
})

describe('who is no manager of the shop', () => {
  test('reaches no other shop: neither by its name nor by its texts’ ids', async () => {
    const theirs = await arrangeOwn()
    const mine = await arrangeOwn()
    await signInAs('MANAGER', mine.shopId)
    for (const act of every(theirs.shopId, theirs.second))
      expect(codeOf(await act())).toMatch(/^(shopUnknown|replyUnknown)$/)
    for (const act of every(mine.shopId, theirs.second).slice(1)) expect(codeOf(await act())).toBe('replyUnknown')
    expect((await theirs.list()).list).toEqual([theirs.first, theirs.second])
  })

  test('is refused everything as an agent, by name', async () => {
    const { shopId, second } = await arrangeOwn()
    await signInAs('AGENT', shopId)
    for (const act of every(shopId, second)) expect(codeOf(await act())).toBe('notPermitted')
  })

  test('is sent to sign in', async () => {
    const { shopId, second } = await arrangeOwn()
    sent.cookies.clear()
    for (const act of every(shopId, second)) await expect(act()).rejects.toThrow('to /sign-in')
  })
})
