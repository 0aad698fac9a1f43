import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { mintShopId } from '@/lib/auth/mint'
import { ROWS_LOOKED_AT } from '@/lib/saved-filters/domain/case-count'
import { loadSavedFilters } from '@/lib/saved-filters/queries'
import { database } from '@/tests/support/access'
import { DAY, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { createMany } from '@/tests/support/many-cases'
import { createReader } from '@/tests/support/notices'
import { isAsked, listen, type Sent } from '@/tests/support/statements'
import { countQueue, loadQueue } from './queries'
import { COUNT_LIMIT, QUEUE_TABS } from './views'

/** What the queue asks of the database, as it goes out: how often, and over how many rows. */

useDatabase()

const CASES = 6000
let shopId: string

beforeAll(async () => {
  await createMany(CASES, DAY)
  const { rows } = await database.query<{ shopId: string }>(`SELECT "shopId" FROM "AfterSale" LIMIT 1`)
  shopId = rows[0]?.shopId ?? ''
  await database.query('ANALYZE')
})

const plan = z.object({ 'Actual Rows': z.number(), 'Actual Loops': z.number(), 'Relation Name': z.string().optional() })
type Node = z.infer<typeof plan> & { Plans?: Node[] | undefined }
const node: z.ZodType<Node> = plan.extend({ Plans: z.lazy(() => z.array(node)).optional() })
const explained = z.array(z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) }))

/** The most rows that the statement takes out of one table. */
async function countRead({ sql, params }: Sent): Promise<number> {
  const { rows } = await database.query<unknown>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, params)
  const flatten = (one: Node): Node[] => [one, ...(one.Plans ?? []).flatMap(flatten)]
  const nodes = explained.parse(rows).flatMap(({ 'QUERY PLAN': [{ Plan }] }) => flatten(Plan))
  const scans = nodes.filter((one) => one['Relation Name'] !== undefined)
  return Math.max(...scans.map((one) => one['Actual Rows'] * one['Actual Loops']))
}

describe('a page of the queue', () => {
  it.each(QUEUE_TABS)('%s asks three times at most, the clock and what is overdue included', async (tab) => {
    const first = await listen(() => loadQueue(shopScope(shopId), { tab }))
    expect(first.sent.filter(isAsked).length).toBeLessThanOrEqual(3)
    const cursor = first.result.nextCursor
    if (cursor === null) return
    const next = await listen(() => loadQueue(shopScope(shopId), { tab }, { cursor }))
    const asked = next.sent.filter(isAsked)
    expect(asked.length).toBeLessThanOrEqual(3)
    for (const statement of asked) expect(await countRead(statement)).toBeLessThan(100)
  })

  it('holds no transaction longer than a statement takes', async () => {
    const { sent } = await listen(() => loadQueue(shopScope(shopId), { tab: QUEUE_TABS[0] }))
    for (const [at, { sql }] of sent.entries()) if (sql.startsWith('BEGIN')) expect(sent[at + 2]?.sql).toBe('COMMIT')
  })
})

describe('what is counted beside it', () => {
  it('is asked in one statement for all tabs, and never over a whole tab', async () => {
    const { sent } = await listen(() => countQueue(shopScope(shopId)))
    const asked = sent.filter(isAsked)
    expect(asked).toHaveLength(1)
    for (const statement of asked) expect(await countRead(statement)).toBeLessThanOrEqual(COUNT_LIMIT)
  })

  it('is asked in three for all saved filters, and never over all cases', async () => {
    const { userId } = await createReader([shopId])
    const { sent } = await listen(() => loadSavedFilters(mintShopId(shopId), userId))
    const asked = sent.filter(isAsked)
    expect(asked.length).toBeLessThanOrEqual(3)
    for (const statement of asked) expect(await countRead(statement)).toBeLessThanOrEqual(ROWS_LOOKED_AT)
  })
})
