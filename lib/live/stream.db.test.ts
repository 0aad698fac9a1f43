import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { findUser } from '@/lib/auth/queries'
import type { Viewer } from '@/lib/auth/views'
import { changeRole, deactivateMember } from '@/lib/members/change-members'
import { resetPassword } from '@/lib/members/operator'
import { recordSettingChange } from '@/lib/settings/change-store'
import { database, inTransaction } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { createShop, type Hired, hire } from '@/tests/support/staff'
import { closeBus, subscribe } from './bus'
import { isStillThis, readerOf } from './reader'
import { openStream } from './stream'

const { url } = useDatabase()
const run = promisify(execFile)

afterAll(() => closeBus())

async function viewerOf({ userId }: Hired): Promise<Viewer> {
  const found = await findUser(userId)
  if (!found) throw new Error('nobody')
  return { ...found, current: found.memberships[0] ?? null }
}

/** This process listens from here on: what is told later is heard. */
async function listening(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = subscribe((news) => {
      if ('clock' in news || 'missed' in news) {
        stop()
        resolve()
      }
    })
    void database.query(`SELECT pg_notify('afterdesk', '{"clock":true}')`)
  })
}

/** A stream as the browser reads it. */
function listen(viewer: Viewer, stillReads = () => isStillThis(viewer)) {
  const reader = openStream(readerOf(viewer), new AbortController().signal, stillReads).getReader()
  const next = async () => {
    const { done, value } = await reader.read()
    return done ? null : new TextDecoder().decode(value).trim()
  }
  /** Everything until the end. */
  const rest = async () => {
    const all: string[] = []
    for (let one = await next(); one !== null; one = await next()) all.push(one)
    return all
  }
  return { next, rest, stop: () => reader.cancel() }
}

async function arrange() {
  const shopId = await createShop()
  const [zhou, lin] = [await hire({ [shopId]: 'MANAGER' }), await hire({ [shopId]: 'AGENT' })]
  const keeper = { shopId, actor: { role: 'MANAGER', id: zhou.userId } } as const
  await listening()
  return { shopId, zhou, lin, keeper }
}

const tellOfCase = (shopId: string, no: string) =>
  database.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId, nos: [no] })])

describe('a stream', () => {
  test('tells of one’s shops and of no other', async () => {
    const { shopId, lin } = await arrange()
    const stream = listen(await viewerOf(lin))
    expect(await stream.next()).toBe('retry: 2000')
    await tellOfCase('another', 'AS-theirs')
    await tellOfCase(shopId, 'AS-ours')
    expect(await stream.next()).toBe('data: {"no":"AS-ours"}')
    await stream.stop()
  })

  test('ends at once for whoever is deactivated, in another process, with a last word to look anew', async () => {
    const { shopId, zhou, lin } = await arrange()
    const [theirs, others] = [listen(await viewerOf(lin)), listen(await viewerOf(zhou))]
    const command = ['--import', 'tsx', 'scripts/member.ts', 'remove', '--shop', shopId, '--email', lin.email]
    await run(process.execPath, command, { env: { ...process.env, DATABASE_URL: url() } })
    expect((await theirs.rest()).at(-1)).toBe('data: {"clock":true}')
    await tellOfCase(shopId, 'AS-later')
    expect(await others.next()).toBe('retry: 2000')
    // the setting that changed, for the managers' open pages
    expect(await others.next()).toBe('data: {"clock":true}')
    expect(await others.next()).toBe('data: {"no":"AS-later"}')
    await others.stop()
  }, 60_000)

  test.each([
    ['is deactivated', ({ keeper, lin }: Arranged) => deactivateMember(keeper, lin.userId)],
    ['gets another role', ({ keeper, lin }: Arranged) => changeRole(keeper, lin.userId, 'MANAGER')],
    ['gets another password', ({ lin }: Arranged) => resetPassword(lin.email)],
  ])('ends for whoever %s', async (_, change) => {
    const arranged = await arrange()
    const stream = listen(await viewerOf(arranged.lin))
    await change(arranged)
    expect((await stream.rest()).at(-1)).toBe('data: {"clock":true}')
  })

  test('that was opened while its reader was put out, ends all the same', async () => {
    const { keeper, lin } = await arrange()
    const viewer = await viewerOf(lin)
    await deactivateMember(keeper, lin.userId)
    // every news of it is over before the stream begins to listen
    await listening()
    expect(await listen(viewer).rest()).toEqual(['retry: 2000', 'data: {"clock":true}'])
  })

  test('ends when nobody can say whether its reader is still in', async () => {
    const { lin } = await arrange()
    const stream = listen(await viewerOf(lin), () => Promise.reject(new Error('no database')))
    expect(await stream.rest()).toEqual(['retry: 2000'])
  })

  test('tells who comes to the cases of one’s shops to the others, and not to support', async () => {
    const { shopId, zhou, lin } = await arrange()
    const support = await hire({}, { support: true })
    const [theirs, own, console] = [
      listen(await viewerOf(lin)),
      listen(await viewerOf(zhou)),
      listen(await viewerOf(support)),
    ]
    const tellOfLook = (shop: string) =>
      database.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId: shop, presence: zhou.userId })])
    await tellOfLook('another')
    await tellOfLook(shopId)
    await tellOfCase(shopId, 'AS-later')
    expect([await theirs.next(), await theirs.next()]).toEqual(['retry: 2000', 'data: {"presence":true}'])
    for (const stream of [own, console])
      expect([await stream.next(), await stream.next()]).toEqual(['retry: 2000', 'data: {"no":"AS-later"}'])
    await Promise.all([theirs, own, console].map((stream) => stream.stop()))
  })

  test('says that anything may have changed when the database was out of reach for a while', async () => {
    const { shopId, lin } = await arrange()
    const stream = listen(await viewerOf(lin))
    expect(await stream.next()).toBe('retry: 2000')
    await database.query(
      `SELECT pg_terminate_backend("pid") FROM pg_stat_activity
       WHERE "application_name" = 'afterdesk-bus' AND "datname" = current_database()`,
    )
    await tellOfCase(shopId, 'AS-lost')
    expect(await stream.next()).toBe('data: {"clock":true}')
    await tellOfCase(shopId, 'AS-heard')
    expect(await stream.next()).toBe('data: {"no":"AS-heard"}')
    await stream.stop()
  })

  test('tells of a changed setting of the shop, and of no other’s', async () => {
    const { shopId, lin } = await arrange()
    const other = await createShop()
    const stream = listen(await viewerOf(lin))
    expect(await stream.next()).toBe('retry: 2000')
    const change = { kind: 'ApiKeyCreated', data: { prefix: 'ak_shop_x', name: 'ERP' } } as const
    const actor = { role: 'SYSTEM', id: null } as const
    await inTransaction((tx) => recordSettingChange(tx, { shopId: other, actor, change }))
    await inTransaction((tx) => recordSettingChange(tx, { shopId, actor, change }))
    expect(await stream.next()).toBe('data: {"clock":true}')
    await tellOfCase(shopId, 'AS-next')
    expect(await stream.next()).toBe('data: {"no":"AS-next"}')
    await stream.stop()
  })
})

type Arranged = Awaited<ReturnType<typeof arrange>>
