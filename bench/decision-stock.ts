import { handleCommand } from '@/lib/after-sales/handle-command'
import { database, inTransaction } from '@/tests/support/access'
import { AGENT, DAY, shopScope } from '@/tests/support/cases'
import { createMany } from '@/tests/support/many-cases'
import { listen, type Sent } from '@/tests/support/statements'

/** A case that waits for its approval, and what the approval asks of the database, BEGIN and COMMIT included. */
export type Approval = { shopId: string; no: string; statements: Sent[] }

/**
 * So many new cases, each approved once for the sake of its statements and rolled back: whichever way it is approved then,
 * it has been through the same.
 */
export async function makeApprovals(count: number): Promise<Approval[]> {
  const made = new Date()
  await createMany(count, DAY)
  const { rows } = await database.query<{ shopId: string; no: string }>(
    `SELECT "shopId", "no" FROM "AfterSale" WHERE "no" LIKE '%-%' AND "status" = 'PENDING_REVIEW' AND "openedAt" >= $1
     ORDER BY random()`,
    [new Date(made.getTime() - 1000)],
  )
  const approvals: Approval[] = []
  for (const { shopId, no } of rows.slice(0, count))
    approvals.push({ shopId, no, statements: await rehearse(shopId, no) })
  await database.query('VACUUM ANALYZE')
  return approvals
}

async function rehearse(shopId: string, no: string): Promise<Sent[]> {
  const { sent } = await listen(async () => {
    await inTransaction(async (tx) => {
      await handleCommand(tx, { scope: shopScope(shopId), actor: AGENT, no, command: { type: 'approve' } })
      throw new Rehearsed()
    }).catch((error) => {
      if (!(error instanceof Rehearsed)) throw error
    })
  })
  return sent.map((one) => (one.sql === 'ROLLBACK' ? { ...one, sql: 'COMMIT' } : one))
}

class Rehearsed extends Error {}
