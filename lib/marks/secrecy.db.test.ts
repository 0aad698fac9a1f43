import { beforeAll, expect, test } from 'vitest'
import { loadCase } from '@/lib/after-sales/case-queries'
import { DISPUTE_LANES } from '@/lib/after-sales/domain/dispute'
import { loadDisputes } from '@/lib/disputes/queries'
import { database } from '@/tests/support/access'
import { get, mustBe, post, text, useApi } from '@/tests/support/api'
import { PLATFORM } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { openUnderReview } from '@/tests/support/disputes'
import { marksOf, put } from '@/tests/support/marks'
import { type Hired, hire } from '@/tests/support/staff'

/** What a shop's people put on a case is theirs: the platform and the buyer, the console and the API know nothing of it. */

useDatabase()
useApi()

const NOTE = '机密：最多能给到 30 元'
let of: { shopId: string; no: string }
let keeper: Hired

beforeAll(async () => {
  const { shopId, no } = await openUnderReview()
  of = { shopId, no }
  keeper = await hire({ [shopId]: 'MANAGER' }, { name: '机密保管人' })
  await put(of, keeper, { kind: 'ASSIGN', userId: keeper.userId })
  await put(of, keeper, { kind: 'FLAG', flag: 'FOLLOW_UP' })
  await put(of, keeper, { kind: 'NOTE', text: NOTE })
})

function expectNothingOf(said: unknown): void {
  const written = JSON.stringify(said)
  expect(written).toContain(of.no)
  for (const mark of ['机密', keeper.userId, 'FOLLOW_UP', 'assignee', '"flag"']) expect(written).not.toContain(mark)
}

test('the marks are there', async () => {
  expect(JSON.stringify(await marksOf(of))).toContain(NOTE)
})

test('the console shows nothing of them, neither in its lists nor on the case', async () => {
  expectNothingOf(await Promise.all(DISPUTE_LANES.map((lane) => loadDisputes(PLATFORM, lane))))
  for (const role of ['SUPPORT', 'BUYER'] as const) expectNothingOf(await loadCase(PLATFORM, role, of.no))
})

test('the API says nothing of them, to the platform or to the shop’s own systems', async () => {
  const shopKey = text(mustBe(200, await post('sandbox/shop-keys', { shopId: of.shopId, role: 'MANAGER' })), 'key')
  for (const sent of [{}, { key: shopKey }])
    for (const path of [`after-sales/${of.no}`, `after-sales/${of.no}/events`, 'after-sales?limit=10'])
      expectNothingOf(mustBe(200, await get(path, sent)).body)
})

test('no webhook, notice or event tells of them', async () => {
  const { rows } = await database.query<{ said: string }>(
    `SELECT (SELECT jsonb_agg(e) FROM "AfterSaleEvent" e WHERE e."afterSaleNo" = $1)::text
       || COALESCE((SELECT jsonb_agg(n) FROM "Notice" n WHERE n."afterSaleNo" = $1)::text, '') AS "said"`,
    [of.no],
  )
  expectNothingOf(rows)
})
