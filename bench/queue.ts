import { countQueue, loadQueue } from '@/lib/after-sales/queries'
import type { QueueFilter } from '@/lib/after-sales/views'
import { mintShopId } from '@/lib/auth/mint'
import type { Scope } from '@/lib/auth/scope'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'
import { fillCases, timeOf, withDatabase } from './database'

/** What a page of the desk costs at many cases, as a ratio to few: `npx tsx bench/queue.ts [many] [few]`. */

const [many = 1_000_000, few = 1000] = process.argv.slice(2).map(Number)
const scope: Scope = { kind: 'SHOPS', shopIds: [mintShopId('big')] }

async function pageAt(filter: QueueFilter, depth: number): Promise<() => Promise<unknown>> {
  let cursor: string | undefined
  for (let page = 0; page < depth; page++) cursor = (await loadQueue(scope, filter, { cursor })).nextCursor ?? cursor
  return () => loadQueue(scope, filter, { cursor })
}

async function measure(count: number): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  await withDatabase(async () => {
    await fillCases(count)
    const cases: [string, () => Promise<unknown>][] = [
      ['first page, needs me', await pageAt({ tab: 'MERCHANT' }, 0)],
      ['third page, needs me', await pageAt({ tab: 'MERCHANT' }, 2)],
      ['first page, all', await pageAt({ tab: 'ALL' }, 0)],
      ['search by number', await pageAt({ tab: 'ALL', search: 'AS00000001' }, 0)],
      ['search by buyer', await pageAt({ tab: 'ALL', search: '丁小' }, 0)],
      ['counts of the tabs', () => countQueue(scope)],
      ['disputes of the shop', () => loadDisputes(scope, 'TO_RULE')],
      ['disputes of all shops', () => loadDisputes({ kind: 'PLATFORM' }, 'TO_RULE')],
      ['counts of disputes', () => countDisputes({ kind: 'PLATFORM' })],
    ]
    for (const [name, run] of cases) times.set(name, await timeOf(run))
  })
  return times
}

const small = await measure(few)
const large = await measure(many)
console.log(`medians in ms, ${few} and ${many} cases in the database (30 % in the shop that is measured)`)
for (const [name, ms] of large) {
  const base = small.get(name) ?? 0
  console.log(
    `${name.padEnd(24)} ${base.toFixed(2).padStart(8)} ${ms.toFixed(2).padStart(8)}   ×${(ms / base).toFixed(2)}`,
  )
}
