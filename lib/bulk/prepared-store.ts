import { randomUUID } from 'node:crypto'
import { ofShop } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import type { Plan } from './step'
import type { Judged } from './summary'

/** Looking at a selection prepares it: whoever looks at another one soon has forgotten the first. */
const PREPARED_KEPT = 10

type Prepared = { shopId: string; userId: string; plan: Plan; judged: readonly Judged[] }

/** Keeps what was shown, with a result for every case that there is. Returns the run's id. */
export async function savePrepared({ shopId, userId, plan, judged }: Prepared): Promise<string> {
  const id = randomUUID()
  await inTransaction(ofShop(shopId), async (tx) => {
    await tx.query(
      `INSERT INTO "BulkRun" ("shopId", "id", "userId", "act", "returnAddressId") VALUES ($1, $2, $3, $4, $5)`,
      [shopId, id, userId, JSON.stringify(plan.act), plan.returnAddressId],
    )
    await insertItems(tx, { shopId, id }, judged)
    await forgetOlder(tx, { shopId, userId })
  })
  return id
}

async function insertItems(tx: Tx, run: { shopId: string; id: string }, judged: readonly Judged[]): Promise<void> {
  const items = judged.flatMap(({ no, version, amountFen, verdict }, position) => {
    if (version === null) return []
    const outcome = verdict.goes ? { state: 'PENDING' } : { state: 'EXCLUDED', refusal: verdict.refusal }
    return { position, afterSaleNo: no, version, amountFen, ...outcome }
  })
  // the foreign key locks the cases one after the other: by number, like whoever else locks several
  await tx.query(
    `INSERT INTO "BulkItem" ("shopId", "runId", "position", "afterSaleNo", "version", "amountFen", "state", "refusal")
     SELECT $1, $2, "position", "afterSaleNo", "version", "amountFen", "state", "refusal"
     FROM jsonb_populate_recordset(NULL::"BulkItem", $3) ORDER BY "afterSaleNo"`,
    [run.shopId, run.id, JSON.stringify(items)],
  )
}

async function forgetOlder(tx: Tx, { shopId, userId }: { shopId: string; userId: string }): Promise<void> {
  await tx.query(
    `DELETE FROM "BulkRun" WHERE "shopId" = $1 AND "id" = ANY (ARRAY(
       SELECT "id" FROM "BulkRun" WHERE "shopId" = $1 AND "userId" = $2 AND "state" = 'PREPARED'
       ORDER BY "createdAt" DESC, "id" OFFSET ${PREPARED_KEPT})) AND "state" = 'PREPARED'`,
    [shopId, userId],
  )
}
