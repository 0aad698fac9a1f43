import { loadCase } from '@/lib/after-sales/case-queries'
import { forecastQueue } from '@/lib/after-sales/forecast-queries'
import { countQueue, loadQueue } from '@/lib/after-sales/queries'
import { sweepDue } from '@/lib/after-sales/sweep'
import type { QueueFilter } from '@/lib/after-sales/views'
import { mintShopId } from '@/lib/auth/mint'
import type { Scope } from '@/lib/auth/scope'
import { countDisputes } from '@/lib/disputes/queries'
import { countFilters } from '@/lib/saved-filters/count-queries'
import { countServices } from '@/lib/services/queries'
import { database } from '@/tests/support/access'
import { MEMBER } from './database'
import { SAVED } from './desk'
import { reopenCases } from './stock'

/** What is measured at every size: the same page, the same number of rows, from a shop that has more and more cases. */

/** `prepare` comes before every run of it and is not measured. */
export type Question = { name: string; run: () => Promise<unknown>; prepare?: () => Promise<unknown> }

export const SHOP = mintShopId('big')
const scope: Scope = { kind: 'SHOPS', shopIds: [SHOP] }
/** How many overdue cases the sweep finds: one batch. */
const OVERDUE = 500
/** The same case is not opened twice in a row. */
const CASES = 20

export async function listQuestions(): Promise<Question[]> {
  const nos = await pickCases()
  const buyer = await pickName()
  let turn = 0
  return [
    { name: 'queue: first page', run: await pageAt({ tab: 'MERCHANT' }, 0) },
    { name: 'queue: third page', run: await pageAt({ tab: 'MERCHANT' }, 2) },
    { name: 'queue: all, newest first', run: await pageAt({ tab: 'ALL' }, 0) },
    { name: 'queue: by amount', run: await pageAt({ tab: 'MERCHANT', sort: 'AMOUNT' }, 0) },
    { name: 'queue: mine', run: await pageAt({ tab: 'MERCHANT', assignee: 'ME' }, 0) },
    { name: 'search: a case', run: await pageAt({ tab: 'ALL', search: nos[0] }, 0) },
    { name: 'search: a buyer', run: await pageAt({ tab: 'ALL', search: buyer }, 0) },
    { name: 'search: a surname', run: await pageAt({ tab: 'ALL', search: buyer.slice(0, 1) }, 0) },
    { name: 'search: nothing there', run: await pageAt({ tab: 'ALL', search: '龘' }, 0) },
    { name: 'case page', run: () => loadCase(scope, 'AGENT', nos[turn++ % nos.length] ?? '') },
    { name: 'counts of the tabs', run: () => countQueue(scope) },
    { name: 'counts of two filters', run: () => countFilters(scope, SAVED.slice(0, 2), MEMBER) },
    { name: 'counts of 22 filters', run: () => countFilters(scope, SAVED, MEMBER) },
    { name: 'counts of services', run: () => countServices(scope) },
    { name: 'counts of disputes', run: () => countDisputes(scope) },
    { name: 'forecast', run: () => forecastQueue(scope) },
    { name: 'sweep: nothing due', run: sweepDue },
    // last: it changes what the others read
    { name: `sweep: ${OVERDUE} due`, run: sweepDue, prepare: makeOverdue },
  ]
}

async function pageAt(filter: QueueFilter, depth: number): Promise<() => Promise<unknown>> {
  let cursor: string | undefined
  for (let page = 0; page < depth; page++)
    cursor = (await loadQueue(scope, filter, { cursor, userId: MEMBER })).nextCursor ?? cursor
  return () => loadQueue(scope, filter, { cursor, userId: MEMBER })
}

async function pickCases(): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 ORDER BY md5("no") LIMIT $2`,
    [SHOP, CASES],
  )
  return rows.map(({ no }) => no)
}

async function pickName(): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT "buyerName" AS "name" FROM "AfterSale" WHERE "shopId" = $1 ORDER BY md5("no") LIMIT 1`,
    [SHOP],
  )
  return rows[0]?.name ?? ''
}

async function makeOverdue(): Promise<void> {
  // what falls due together was opened together
  const nos = await reopenCases(OVERDUE)
  await database.query(
    `UPDATE "AfterSale" SET "dueAt" = app_now() - interval '1 second', "soonMs" = NULL WHERE "shopId" = $1 AND "no" = ANY ($2)`,
    [SHOP, nos],
  )
}
