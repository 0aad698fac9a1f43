import type { Tx } from '@/lib/db/transaction'
import type { DeskEntry, Mark, MarkedCase, MarkFacts } from './domain/mark'

type CaseKey = { shopId: string; no: string }

/** How the case is marked; nobody marks or decides it until the transaction ends. Null: the shop has no such case. */
export async function lockMarks(tx: Tx, { shopId, no }: CaseKey): Promise<MarkedCase | null> {
  const { rows } = await tx.query<MarkedCase>(
    `SELECT "assigneeId", "flag" FROM "AfterSale" WHERE "shopId" = $1 AND "no" = $2 FOR NO KEY UPDATE`,
    [shopId, no],
  )
  return rows[0] ?? null
}

/** What deciding a mark takes; a membership that it asks of cannot end until the transaction does. */
export async function readFacts(tx: Tx, { shopId, no }: CaseKey, mark: Mark): Promise<MarkFacts> {
  const facts: MarkFacts = { assignable: false, noted: false }
  if (mark.kind === 'ASSIGN' && mark.userId !== null) {
    const { rows } = await tx.query(
      `SELECT 1 FROM "Member" WHERE "shopId" = $1 AND "userId" = $2 AND "active" FOR SHARE`,
      [shopId, mark.userId],
    )
    facts.assignable = rows.length > 0
  }
  if (mark.kind === 'NOTE' && mark.key !== undefined) {
    const { rows } = await tx.query(
      `SELECT 1 FROM "DeskEntry" WHERE "shopId" = $1 AND "afterSaleNo" = $2 AND "kind" = 'NOTED'
       AND "data" @> jsonb_build_object('key', $3::text, 'text', $4::text)`,
      [shopId, no, mark.key, mark.text],
    )
    facts.noted = rows.length > 0
  }
  return facts
}

/** Writes the entry and what it changes of the case, and tells who looks at it when the transaction commits. */
export async function saveEntry(tx: Tx, { shopId, no }: CaseKey, actorId: string, entry: DeskEntry): Promise<void> {
  if (entry.kind !== 'NOTED') {
    const column = entry.kind === 'ASSIGNED' ? 'assigneeId' : 'flag'
    await tx.query(`UPDATE "AfterSale" SET "${column}" = $3 WHERE "shopId" = $1 AND "no" = $2`, [
      shopId,
      no,
      entry.data.to,
    ])
  }
  await tx.query(
    `INSERT INTO "DeskEntry" ("shopId", "afterSaleNo", "kind", "actorId", "data") VALUES ($1, $2, $3, $4, $5)`,
    [shopId, no, entry.kind, actorId, JSON.stringify(entry.data)],
  )
  await tx.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId, nos: [no] })])
}
