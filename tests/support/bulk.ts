import { Logger, runOnce } from 'graphile-worker'
import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import { mintShopId } from '@/lib/auth/mint'
import { prepareRun } from '@/lib/bulk/prepare-run'
import { loadResults, loadRuns } from '@/lib/bulk/queries'
import { runBulk } from '@/lib/bulk/run-bulk'
import { confirmRun } from '@/lib/bulk/state-store'
import { bulkTasks } from '@/lib/bulk/tasks'
import type { BulkAct, BulkPreview, BulkProgress, BulkResult, BulkSelection } from '@/lib/bulk/views'
import { pool } from '@/lib/db/pool'
import type { MemberRole } from '@/lib/members/domain/member'
import { database } from '@/tests/support/access'
import { openCase } from '@/tests/support/cases'
import { createShop, hire } from '@/tests/support/staff'

/** Acts on many cases: what the tests of them begin with. */

export type Desk = {
  shopId: string
  userId: string
  name: string
  owner: { userId: string; shopIds: string[] }
  prepare: (act: BulkAct, selection: BulkSelection) => ReturnType<typeof prepareRun>
}

/** Somebody at the desk of a shop, of a new one unless it is named. */
export async function openDesk({ shopId, role = 'AGENT' }: { shopId?: string; role?: MemberRole } = {}): Promise<Desk> {
  const own = shopId ?? (await createShop())
  const { userId, name } = await hire({ [own]: role })
  const viewer = { userId, name, current: { shopId: mintShopId(own), shopName: own, role } }
  return {
    shopId: own,
    userId,
    name,
    owner: { userId, shopIds: [own] },
    prepare: (act, selection) => prepareRun(viewer, { act, selection }),
  }
}

/** So many open cases of the shop, of ¥128.00 each. */
export async function openCases(shopId: string, count: number, type: AfterSale['type'] = 'REFUND_ONLY') {
  const nos: string[] = []
  for (let n = 0; n < count; n++) nos.push((await openCase(type, shopId)).no)
  return nos
}

export const APPROVE = { type: 'approve' } as const

export async function mustPrepare({ prepare }: Desk, act: BulkAct, selection: BulkSelection): Promise<BulkPreview> {
  const outcome = await prepare(act, selection)
  if (outcome.ok) return outcome.preview
  throw new Error(`refused: ${JSON.stringify(outcome)}`)
}

/** Confirmed, and not begun yet. */
export async function mustStart(desk: Desk, act: BulkAct, selection: BulkSelection): Promise<BulkPreview> {
  const preview = await mustPrepare(desk, act, selection)
  if (!(await confirmRun(desk.owner, preview.id))) throw new Error('not started')
  return preview
}

/** Some of the run's cases, as one turn of a worker does them. */
export function takeSome({ shopId }: Pick<Desk, 'shopId'>, runId: string): Promise<void> {
  return runBulk({ shopId, runId })
}

/** Until nothing is left that one worker can do. */
export async function workOff(desk: Desk, runId: string): Promise<void> {
  while ((await progressOf(desk, runId)).state === 'RUNNING') await takeSome(desk, runId)
}

/** Does what is due in the queue, as a worker would, and returns. */
export async function workOffQueue(): Promise<void> {
  await runOnce({
    pgPool: pool(),
    taskList: bulkTasks,
    logger: new Logger(() => () => undefined),
    noHandleSignals: true,
  })
}

export async function progressOf({ owner }: Pick<Desk, 'owner'>, runId: string): Promise<BulkProgress> {
  const { runs } = await loadRuns(owner)
  const run = runs.find(({ id }) => id === runId)
  if (!run) throw new Error(`no run ${runId}`)
  return run
}

/** Every result, in the order of the selection. */
export async function resultsOf({ owner }: Pick<Desk, 'owner'>, runId: string): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (let after: number | null = null; ; ) {
    const page = await loadResults(owner, runId, { states: [], after })
    if (!page) throw new Error(`no run ${runId}`)
    results.push(...page.rows)
    if (page.nextCursor === null) return results
    after = Number(page.nextCursor)
  }
}

/** What is ordered back in the shop, in fen, and in how many refunds. */
export async function refundsOf(shopId: string): Promise<{ refunds: number; sumFen: number }> {
  const { rows } = await database.query<{ refunds: number; sumFen: number }>(
    `SELECT count(*) AS "refunds", coalesce(sum("amountFen"), 0)::bigint AS "sumFen" FROM "Refund" WHERE "shopId" = $1`,
    [shopId],
  )
  const [row] = rows
  if (!row) throw new Error('a count has one row')
  return row
}

/** How many events of this type each of the shop's cases has, by how many cases have so many. */
export async function countEvents(shopId: string, type: string): Promise<Record<number, number>> {
  const { rows } = await database.query<{ times: number; cases: number }>(
    `SELECT times, count(*) AS cases FROM (SELECT count(*) FILTER (WHERE e."type" = $2) AS times
       FROM "AfterSaleEvent" e WHERE e."shopId" = $1 GROUP BY e."afterSaleNo") t GROUP BY times`,
    [shopId, type],
  )
  return Object.fromEntries(rows.map(({ times, cases }) => [times, cases]))
}
