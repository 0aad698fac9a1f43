import { beforeAll, describe, expect, it } from 'vitest'
import { database } from '@/tests/support/access'
import { openCase, shopScope } from '@/tests/support/cases'
import { useDatabase } from '@/tests/support/database'
import { loadQueue } from './queries'
import { encodeQueueCursor } from './queue-cursor'
import { orderOf } from './queue-order'
import { QUEUE_TABS, type QueueFilter, type QueueRow, type QueueSort, SORTS_OF } from './views'

useDatabase()

const SHOP = 'orders'
const scope = shopScope(SHOP)
const CASES = 120

/** Page after page, and how many there were. */
async function readAll(filter: QueueFilter): Promise<{ rows: QueueRow[]; pages: number }> {
  const rows: QueueRow[] = []
  let cursor: string | undefined
  for (let pages = 1; ; pages++) {
    const page = await loadQueue(scope, filter, { cursor })
    rows.push(...page.rows)
    if (page.nextCursor === null) return { rows, pages }
    cursor = page.nextCursor
  }
}

/** Many cases are equal in each order, and three pages of them. */
beforeAll(async () => {
  const opened = []
  for (let n = 0; n < CASES; n++) opened.push((await openCase('REFUND_ONLY', SHOP)).no)
  await database.query(
    `UPDATE "AfterSale" SET "amountFen" = 100 * (1 + n % 3), "openedAt" = date_trunc('hour', app_now()) - (n % 4) * interval '1 hour',
       "dueAt" = date_trunc('hour', app_now()) + (5 + n % 5) * interval '1 hour'
     FROM unnest($1::text[]) WITH ORDINALITY AS t(no, n) WHERE "AfterSale"."no" = t.no`,
    [opened],
  )
})

type Compare = (a: QueueRow, b: QueueRow) => number
const byNo: Compare = (a, b) => (a.no < b.no ? -1 : 1)
const DUE: Compare = (a, b) => (a.clock?.dueAt ?? 0) - (b.clock?.dueAt ?? 0) || byNo(a, b)
const AMOUNT: Compare = (a, b) => b.amountFen - a.amountFen || byNo(b, a)

describe('an order of the queue', () => {
  it.each<[QueueFilter, Compare]>([
    [{ tab: 'MERCHANT' }, DUE],
    [{ tab: 'MERCHANT', sort: 'DUE' }, DUE],
    [{ tab: 'ALL', sort: 'DUE' }, DUE],
    [{ tab: 'MERCHANT', sort: 'AMOUNT' }, AMOUNT],
  ])('goes through everything once, whatever is equal: %o', async (filter, compare) => {
    const { rows, pages } = await readAll(filter)
    expect(pages).toBe(3)
    expect(new Set(rows.map(({ no }) => no)).size).toBe(CASES)
    expect(rows).toEqual([...rows].sort(compare))
  })

  it.each<QueueFilter>([{ tab: 'ALL' }, { tab: 'MERCHANT', sort: 'NEWEST' }])(
    'begins with what was applied for last: %o',
    async (filter) => {
      const { rows } = await readAll(filter)
      const { rows: expected } = await database.query<{ no: string }>(
        `SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 ORDER BY "openedAt" DESC, "no" DESC`,
        [SHOP],
      )
      expect(rows.map(({ no }) => no)).toEqual(expected.map(({ no }) => no))
    },
  )

  it('narrows in every order alike', async () => {
    const narrow = { tab: 'MERCHANT', minFen: 200, maxFen: 200 } as const
    for (const sort of SORTS_OF.MERCHANT) expect((await readAll({ ...narrow, sort })).rows).toHaveLength(CASES / 3)
  })
})

describe('a cursor', () => {
  const SORTS = SORTS_OF.MERCHANT
  const first = async (sort: QueueSort, cursor?: string) => {
    const { rows } = await loadQueue(scope, { tab: 'MERCHANT', sort }, { cursor })
    return rows.map(({ no }) => no)
  }

  it.each(SORTS.flatMap((from) => SORTS.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'of %s begins %s anew',
    async (from, to) => {
      const { nextCursor } = await loadQueue(scope, { tab: 'MERCHANT', sort: from })
      expect(nextCursor).not.toBeNull()
      expect(await first(to, nextCursor ?? undefined)).toEqual(await first(to))
    },
  )

  const write = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  it.each([
    ['nonsense', 'x'],
    ['nothing', ''],
    ['no column', write('100', 'AS1')],
    ['no number', write('amountFen', 'many', 'AS1')],
    ['a number beyond all amounts', write('amountFen', '99999999999', 'AS1')],
    ['no case number', write('amountFen', '100', "'; --")],
    ['no text', write('amountFen', 100, 'AS1')],
  ])('that is %s begins anew', async (_, cursor) => {
    expect(await first('AMOUNT', cursor)).toEqual(await first('AMOUNT'))
  })

  it('stays good when its case is gone', async () => {
    const cursor = encodeQueueCursor(orderOf({ tab: 'MERCHANT', sort: 'AMOUNT' }), { key: '100', no: 'AS0' })
    expect(await first('AMOUNT', cursor)).toEqual([])
  })
})

it('every order of every tab can be read', async () => {
  for (const tab of QUEUE_TABS)
    for (const sort of SORTS_OF[tab]) await expect(loadQueue(scope, { tab, sort })).resolves.toBeDefined()
})
