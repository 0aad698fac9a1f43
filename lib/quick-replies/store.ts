import type { Tx } from '@/lib/db/transaction'
import type { QuickReply, ReplyKind } from './domain/quick-reply'

/** The shop's own texts of a kind in their order; nobody else changes them until the transaction ends. */
export async function lockReplies(tx: Tx, shopId: string, kind: ReplyKind): Promise<QuickReply[]> {
  await tx.query(`SELECT 1 FROM "Shop" WHERE "id" = $1 FOR NO KEY UPDATE`, [shopId])
  const { rows } = await tx.query<QuickReply>(
    `SELECT "id", "title", "text", "reasonCode" FROM "QuickReply" WHERE "shopId" = $1 AND "kind" = $2 ORDER BY "position"`,
    [shopId, kind],
  )
  return rows
}

/** Makes the list what the shop has of this kind; what is rewritten says when. */
export async function saveReplies(tx: Tx, shopId: string, kind: ReplyKind, list: readonly QuickReply[]): Promise<void> {
  await tx.query(`DELETE FROM "QuickReply" WHERE "shopId" = $1 AND "kind" = $2 AND "id" <> ALL ($3)`, [
    shopId,
    kind,
    list.map(({ id }) => id),
  ])
  await tx.query(
    `INSERT INTO "QuickReply" AS q ("shopId", "kind", "id", "title", "text", "reasonCode", "position")
     SELECT $1, $2, r."id", r."title", r."text", r."reasonCode", r."n" - 1
     FROM ROWS FROM (jsonb_to_recordset($3) AS ("id" TEXT, "title" TEXT, "text" TEXT, "reasonCode" TEXT))
       WITH ORDINALITY AS r("id", "title", "text", "reasonCode", "n")
     ON CONFLICT ("shopId", "id") DO UPDATE SET "title" = EXCLUDED."title", "text" = EXCLUDED."text",
       "reasonCode" = EXCLUDED."reasonCode", "position" = EXCLUDED."position",
       "updatedAt" = CASE WHEN (q."title", q."text", q."reasonCode") IS DISTINCT FROM
         (EXCLUDED."title", EXCLUDED."text", EXCLUDED."reasonCode") THEN app_now() ELSE q."updatedAt" END`,
    [shopId, kind, JSON.stringify(list)],
  )
}
