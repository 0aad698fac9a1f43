import { ofShop, ofShops } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { endOf, onConfirm, onStop, type RunState } from './domain/run'
import { type RunKey, scheduleRun, unscheduleRun } from './jobs-store'

/** How a run's states go. Lock order: a run, then its items; whoever holds an item never waits for its run. */

/** Whose run it must be: this person's, in one of the shops that he works for. */
export type RunOwner = { userId: string; shopIds: readonly string[] }

/** How long what was shown can be confirmed. */
export const PREPARED_MS = 3_600_000

/** Confirms what was prepared, once, and puts it into the queue. False when there is no such run, or none any more. */
export async function confirmRun(owner: RunOwner, runId: string): Promise<boolean> {
  return inTransaction(ofShops(owner.shopIds), async (tx) => {
    const found = await lockRun(tx, owner, runId)
    if (!found || found.stale) return false
    if (onConfirm(found.state) === 'NOTHING') return true
    const { shopId } = found
    await tx.query(
      `UPDATE "BulkRun" SET "state" = 'RUNNING', "startedAt" = app_now() WHERE "shopId" = $1 AND "id" = $2`,
      [shopId, runId],
    )
    await scheduleRun({ shopId, runId }, 0, tx)
    return true
  })
}

/** Ends a run before its next case; one that was never confirmed is forgotten. False when there is no such run. */
export async function haltRun(owner: RunOwner, runId: string): Promise<boolean> {
  return inTransaction(ofShops(owner.shopIds), async (tx) => {
    const found = await lockRun(tx, owner, runId)
    if (!found) return false
    const run = { shopId: found.shopId, runId }
    const does = onStop(found.state)
    if (does === 'END') await stopItems(tx, run)
    if (does === 'FORGET')
      await tx.query(`DELETE FROM "BulkRun" WHERE "shopId" = $1 AND "id" = $2`, [run.shopId, runId])
    return true
  })
}

/** Ends a run whose owner may not act for the shop any more. */
export async function dismissRun(run: RunKey): Promise<void> {
  await inTransaction(ofShop(run.shopId), async (tx) => {
    const { rowCount } = await tx.query(
      `SELECT FROM "BulkRun" WHERE "shopId" = $1 AND "id" = $2 AND "state" = 'RUNNING' FOR NO KEY UPDATE`,
      [run.shopId, run.runId],
    )
    if (rowCount > 0) await stopItems(tx, run)
  })
}

/** The run is done once none of its items is to come; not yet, while another worker has one in hand. */
export async function finishRun(run: RunKey): Promise<void> {
  const { rowCount } = await within(ofShop(run.shopId)).query(
    `UPDATE "BulkRun" r SET "state" = 'DONE', "finishedAt" = app_now()
     WHERE "shopId" = $1 AND "id" = $2 AND "state" = 'RUNNING' AND NOT EXISTS (SELECT FROM "BulkItem" i
       WHERE i."shopId" = r."shopId" AND i."runId" = r."id" AND i."state" = 'PENDING')`,
    [run.shopId, run.runId],
  )
  if (rowCount > 0) await unscheduleRun(run)
}

/** What is in a worker's hands is waited for: it counts as it ends. */
async function stopItems(tx: Tx, { shopId, runId }: RunKey): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE "BulkItem" SET "state" = 'STOPPED' WHERE "shopId" = $1 AND "runId" = $2 AND "state" = 'PENDING'`,
    [shopId, runId],
  )
  await tx.query(`UPDATE "BulkRun" SET "state" = $3, "finishedAt" = app_now() WHERE "shopId" = $1 AND "id" = $2`, [
    shopId,
    runId,
    endOf(rowCount),
  ])
}

type FoundRun = { shopId: string; state: RunState; stale: boolean }

async function lockRun(tx: Tx, { userId, shopIds }: RunOwner, runId: string): Promise<FoundRun | null> {
  const { rows } = await tx.query<FoundRun>(
    `SELECT "shopId", "state",
       "state" = 'PREPARED' AND "createdAt" < app_now() - $4 * INTERVAL '1 millisecond' AS "stale"
     FROM "BulkRun" WHERE "id" = $1 AND "userId" = $2 AND "shopId" = ANY ($3) FOR NO KEY UPDATE`,
    [runId, userId, shopIds, PREPARED_MS],
  )
  return rows[0] ?? null
}
