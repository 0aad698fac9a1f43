import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { countQueue, loadQueue } from '@/lib/after-sales/queries'
import type { QueueFilter } from '@/lib/after-sales/views'
import { mintShopId } from '@/lib/auth/mint'
import type { Scope } from '@/lib/auth/scope'
import { countDisputes, loadDisputes } from '@/lib/disputes/queries'
import { countFilters } from '@/lib/saved-filters/count-queries'
import { openCase } from '@/tests/support/cases'
import { fillCases, timeOf, withDatabase } from './database'
import { type Asked, listAsked, SAVED } from './desk'
import { fillHistory, MEMBER } from './history'
import { listTables, readPlan, recordStatements } from './plans'

/**
 * What a page of the desk costs at many cases, as a ratio to few: `npx tsx bench/queue.ts [many] [few]`. Every statement
 * behind the desk is explained at many: one that reads a table that grows with the cases from end to end is named, and
 * the exit code is 1.
 */

const [many = 1_000_000, few = 1000] = process.argv.slice(2).map(Number)
const shopId = mintShopId('big')
const scope: Scope = { kind: 'SHOPS', shopIds: [shopId] }

async function pageAt(filter: QueueFilter, depth: number): Promise<() => Promise<unknown>> {
  let cursor: string | undefined
  for (let page = 0; page < depth; page++)
    cursor = (await loadQueue(scope, filter, { cursor, userId: MEMBER })).nextCursor ?? cursor
  return () => loadQueue(scope, filter, { cursor, userId: MEMBER })
}

/** The statements that read a table of at least `rows` rows from end to end, each with whose it is. */
async function findScans(asked: readonly Asked[], rows: number): Promise<string[]> {
  const tables = await listTables(rows)
  const faults: string[] = []
  let explained = 0
  for (const { name, run } of asked) {
    for (const statement of await recordStatements(run)) {
      const { scanned } = await readPlan(statement, tables)
      explained++
      if (scanned.length > 0) faults.push(`${name} reads all of ${scanned.join(', ')}:\n${statement.sql}`)
    }
  }
  console.log(
    `${explained} statements of ${asked.length} questions explained; tables that grow: ${[...tables].join(', ')}`,
  )
  return faults
}

async function measure(count: number, inspect: boolean): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  await withDatabase(async () => {
    await fillCases(count)
    await fillHistory()
    const cases: [string, () => Promise<unknown>][] = [
      ['first page, needs me', await pageAt({ tab: 'MERCHANT' }, 0)],
      ['third page, needs me', await pageAt({ tab: 'MERCHANT' }, 2)],
      ['first page, all', await pageAt({ tab: 'ALL' }, 0)],
      ['search by number', await pageAt({ tab: 'ALL', search: 'AS00000001' }, 0)],
      ['search by buyer', await pageAt({ tab: 'ALL', search: '丁小' }, 0)],
      ['first page, by amount', await pageAt({ tab: 'MERCHANT', sort: 'AMOUNT' }, 0)],
      ['first page, mine', await pageAt({ tab: 'MERCHANT', assignee: 'ME' }, 0)],
      ['counts of the tabs', () => countQueue(scope)],
      ['counts of two filters', () => countFilters(scope, SAVED.slice(0, 2), MEMBER)],
      ['counts of 22 filters', () => countFilters(scope, SAVED, MEMBER)],
      ['forecast', () => forecastQueue(scope)],
      ['disputes of the shop', () => loadDisputes(scope, 'TO_RULE')],
      ['disputes of all shops', () => loadDisputes({ kind: 'PLATFORM' }, 'TO_RULE')],
      ['counts of disputes', () => countDisputes({ kind: 'PLATFORM' })],
    ]
    for (const [name, run] of cases) times.set(name, await timeOf(run))
    if (!inspect) return
    const { no } = await openCase('RETURN_REFUND', shopId)
    const faults = await findScans(listAsked({ shopId, userId: MEMBER, no }), count / 4)
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  })
  return times
}

const small = await measure(few, false)
const large = await measure(many, true)
console.log(`medians in ms, ${few} and ${many} cases in the database (30 % in the shop that is measured)`)
for (const [name, ms] of large) {
  const base = small.get(name) ?? 0
  console.log(
    `${name.padEnd(24)} ${base.toFixed(2).padStart(8)} ${ms.toFixed(2).padStart(8)}   ×${(ms / base).toFixed(2)}`,
  )
}
