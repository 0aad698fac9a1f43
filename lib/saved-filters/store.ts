import type { Tx } from '@/lib/db/transaction'
import type { SavedFilter } from './domain/filter-list'

/** Whose filters: of which shop's queue, and which member's. */
export type FilterOwner = { shopId: string; userId: string }

/** A member's filters in their order; nobody else changes them until the transaction ends. Null: he is no member. */
export async function lockFilters(tx: Tx, { shopId, userId }: FilterOwner): Promise<SavedFilter[] | null> {
  const member = await tx.query(
    `SELECT 1 FROM "Member" WHERE "shopId" = $1 AND "userId" = $2 AND "active" FOR NO KEY UPDATE`,
    [shopId, userId],
  )
  return member.rowCount === 0 ? null : readFilters(tx, { shopId, userId })
}

export async function readFilters(tx: Tx, { shopId, userId }: FilterOwner): Promise<SavedFilter[]> {
  const { rows } = await tx.query<SavedFilter>(
    `SELECT "id", "name", "query" FROM "SavedFilter" WHERE "shopId" = $1 AND "userId" = $2 ORDER BY "position"`,
    [shopId, userId],
  )
  return rows
}

/** Makes the list what the member has. */
export async function saveFilters(
  tx: Tx,
  { shopId, userId }: FilterOwner,
  list: readonly SavedFilter[],
): Promise<void> {
  await tx.query(`DELETE FROM "SavedFilter" WHERE "shopId" = $1 AND "userId" = $2 AND "id" <> ALL ($3)`, [
    shopId,
    userId,
    list.map(({ id }) => id),
  ])
  await tx.query(
    `INSERT INTO "SavedFilter" ("shopId", "userId", "id", "name", "query", "position")
     SELECT $1, $2, f."id", f."name", f."query", f."n" - 1
     FROM ROWS FROM (jsonb_to_recordset($3) AS ("id" TEXT, "name" TEXT, "query" TEXT))
       WITH ORDINALITY AS f("id", "name", "query", "n")
     ON CONFLICT ("shopId", "userId", "id") DO UPDATE SET "name" = EXCLUDED."name", "query" = EXCLUDED."query",
       "position" = EXCLUDED."position"`,
    [shopId, userId, JSON.stringify(list)],
  )
}
