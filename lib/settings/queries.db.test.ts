import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/after-sales/domain/after-sale'
import { createKey, OPERATOR } from '@/lib/auth/api-keys'
import { mintShopId } from '@/lib/auth/mint'
import { database, inTransaction } from '@/tests/support/access'
import { useDatabase } from '@/tests/support/database'
import { createShop, hire } from '@/tests/support/staff'
import { recordSettingChange, type SettingChange } from './change-store'
import type { HistoryFilter } from './params'
import { loadHistory } from './queries'

useDatabase()

const keyMade = (name: string): SettingChange => ({ kind: 'ApiKeyCreated', data: { prefix: 'ak_shop_x', name } })

function record(shopId: string | null, actor: Actor, change: SettingChange): Promise<void> {
  return inTransaction((tx) => recordSettingChange(tx, { shopId, actor, change }))
}

async function arrange() {
  const shopId = await createShop()
  const zhou = await hire({ [shopId]: 'MANAGER' }, { name: '周宁' })
  const load = (filter: HistoryFilter = {}) => loadHistory(mintShopId(shopId), filter)
  return { shopId, zhou, load, asZhou: { role: 'MANAGER', id: zhou.userId } as Actor }
}

const namesOf = ({ rows }: Awaited<ReturnType<typeof loadHistory>>) =>
  rows.map(({ change }) => ('name' in change.data ? change.data.name : ''))

describe('the history', () => {
  test('is the shop’s own, newest first', async () => {
    const { shopId, load, asZhou } = await arrange()
    const other = await arrange()
    await record(other.shopId, other.asZhou, keyMade('theirs'))
    await record(null, OPERATOR, keyMade('the platform’s'))
    for (const name of ['first', 'second', 'third']) await record(shopId, asZhou, keyMade(name))
    const page = await load()
    expect(namesOf(page)).toEqual(['third', 'second', 'first'])
    expect(page.next).toBeNull()
    expect(page.rows[0]?.author).toEqual({ kind: 'MEMBER', userId: asZhou.id, name: '周宁', role: 'MANAGER' })
  })

  test('comes in pages that neither lose nor repeat anything, whatever is added meanwhile', async () => {
    const { shopId, load, asZhou } = await arrange()
    const names = Array.from({ length: 120 }, (_, n) => `change ${n}`)
    for (const name of names) await record(shopId, asZhou, keyMade(name))
    const seen: string[] = []
    let before: number | undefined
    do {
      const page = await load({ before })
      seen.push(...namesOf(page))
      before = page.next ?? undefined
      await record(shopId, asZhou, keyMade('newer'))
    } while (before !== undefined)
    expect(seen).toEqual(names.reverse())
  })

  test('says who: a member, a program of the shop’s, the platform by key, by support and at the machine', async () => {
    const { shopId, zhou, load, asZhou } = await arrange()
    const support = await hire({}, { support: true, name: '小沈' })
    await createKey({ name: 'ERP', shopId, role: 'MANAGER' })
    await createKey({ name: '平台', shopId: null })
    const { rows } = await database.query<{ id: string; name: string }>(
      `SELECT "id", "name" FROM "ApiKey" WHERE "shopId" = $1 OR "name" = '平台'`,
      [shopId],
    )
    const keyOf = (name: string) => `key:${rows.find((key) => key.name === name)?.id}`
    await record(shopId, asZhou, keyMade('1'))
    await record(shopId, { role: 'MANAGER', id: keyOf('ERP') }, keyMade('2'))
    await record(shopId, { role: 'SUPPORT', id: keyOf('平台') }, keyMade('3'))
    // R5.1 the platform acting as a manager
    await record(shopId, { role: 'MANAGER', id: keyOf('平台') }, keyMade('4'))
    await record(shopId, { role: 'MANAGER', id: 'key:env-0123456789abcdef' }, keyMade('5'))
    await record(shopId, { role: 'SUPPORT', id: support.userId }, keyMade('6'))
    const byPlatform = (by: string) => ({ kind: 'PLATFORM', by })
    const page = await load()
    expect(page.rows.map(({ author }) => author)).toEqual([
      byPlatform('SUPPORT'),
      byPlatform('KEY'),
      byPlatform('KEY'),
      byPlatform('KEY'),
      { kind: 'KEY', name: 'ERP', role: 'MANAGER' },
      { kind: 'MEMBER', userId: zhou.userId, name: '周宁', role: 'MANAGER' },
      byPlatform('COMMAND_LINE'),
    ])
    expect(page.authors.map(({ value }) => value).sort()).toEqual([zhou.userId, keyOf('ERP'), 'platform'].sort())
    expect(namesOf(await load({ by: 'platform' }))).toEqual(['6', '5', '4', '3', 'ERP'])
    expect(namesOf(await load({ by: zhou.userId }))).toEqual(['1'])
    expect(namesOf(await load({ by: keyOf('ERP') }))).toEqual(['2'])
    // the filter of a person does not lead round the platform's
    expect(namesOf(await load({ by: support.userId }))).toEqual([])
  })

  test('is filtered by what was changed', async () => {
    const { shopId, load, asZhou } = await arrange()
    await record(shopId, asZhou, keyMade('ERP'))
    const id = randomUUID()
    await record(shopId, asZhou, { kind: 'WebhookEndpointCreated', data: { id, url: 'https://erp.example.com' } })
    expect((await load({ area: 'webhooks' })).rows.map(({ change }) => change.kind)).toEqual(['WebhookEndpointCreated'])
    expect((await load({ area: 'keys' })).rows.map(({ change }) => change.kind)).toEqual(['ApiKeyCreated'])
    expect((await load({ area: 'members' })).rows).toEqual([])
  })

  test('keeps the role that somebody had', async () => {
    const { shopId, zhou, load, asZhou } = await arrange()
    await record(shopId, asZhou, keyMade('ERP'))
    await database.query(`UPDATE "Member" SET "role" = 'AGENT' WHERE "userId" = $1`, [zhou.userId])
    expect((await load()).rows[0]?.author).toMatchObject({ role: 'MANAGER' })
  })
})
