import { expect, it } from 'vitest'
import { inTransaction } from '@/tests/support/access'
import { createOrder, openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { openDisputed } from '@/tests/support/disputes'
import { findDisputes } from './search-queries'

useDatabase()

const PLATFORM = { kind: 'PLATFORM' } as const
const numbers = async (...of: Parameters<typeof findDisputes>) => (await findDisputes(...of)).map(({ no }) => no)

it('finds disputes of all shops by how their number begins, and nothing else', async () => {
  const [here, there] = [await createOrder(), await createOrder()]
  const one = await openDisputed('REFUND_ONLY', here.shopId)
  const other = await openDisputed('REFUND_ONLY', there.shopId)
  const { no: plain } = await openCase()
  expect(await numbers(PLATFORM, one.no)).toEqual([one.no])
  expect(await numbers(PLATFORM, one.no.toLowerCase())).toEqual([one.no])
  expect(await numbers(PLATFORM, plain)).toEqual([])
  const all = await numbers(PLATFORM, one.no.slice(0, 2))
  expect(all).toEqual(expect.arrayContaining([one.no, other.no]))
  expect(await numbers(shopScope(here.shopId), one.no.slice(0, 2))).toEqual([one.no])
})

it.each(['', '   ', '%', '_', '\\', '\0', "'", 'A%'])('takes %j for no number, not for a pattern', async (text) => {
  await openDisputed('REFUND_ONLY')
  expect(await numbers(PLATFORM, text)).toEqual([])
})

it('hides whom it is about, and names the shop', async () => {
  const { no } = await openDisputed('REFUND_ONLY')
  const [found] = await findDisputes(PLATFORM, no)
  expect(found).toMatchObject({ no, type: 'REFUND_ONLY', currency: 'CNY' })
  expect(found?.buyerName).toMatch(/\*\*$/)
  expect(found?.shopName).not.toBe('')
})

it('is one index range', async () => {
  const plan = await inTransaction(async (tx) => {
    await tx.query('SET LOCAL enable_seqscan = off')
    const { rows } = await tx.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT * FROM "AfterSale" WHERE TRUE AND "disputeLane" IS NOT NULL AND "no" ~>=~ 'AS26' AND "no" ~<~ 'AS27'
       ORDER BY "no" USING ~>~ LIMIT 8`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Backward using "AfterSale_platform_search_dispute"/)
})
