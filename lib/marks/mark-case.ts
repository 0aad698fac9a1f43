import type { Tx } from '@/lib/db/transaction'
import type { Mark, Marked } from './domain/mark'

/** What is put on which case, by whom. */
export type MarkRequest = { shopId: string; userId: string; no: string; mark: Mark }

/** Puts a mark on a case of the shop, under its lock, and tells who looks at it. The case's version stays. */
export async function markCase(tx: Tx, { shopId, userId, no, mark }: MarkRequest): Promise<Marked> {
  if (mark.kind !== 'ASSIGN') throw new Error(`${mark.kind} is not given to many cases`)
  const { rows } = await tx.query<{ from: string | null }>(
    `SELECT "assigneeId" AS "from" FROM "AfterSale" WHERE "shopId" = $1 AND "no" = $2 FOR NO KEY UPDATE`,
    [shopId, no],
  )
  const [found] = rows
  if (!found) return { ok: false, refusal: { code: 'caseUnknown' } }
  if (found.from === mark.userId) return { ok: true }
  const { rowCount } = await tx.query(
    `UPDATE "AfterSale" SET "assigneeId" = $3 WHERE "shopId" = $1 AND "no" = $2
     AND ($3::text IS NULL OR EXISTS (SELECT FROM "Member" WHERE "shopId" = $1 AND "userId" = $3 AND "active"))`,
    [shopId, no, mark.userId],
  )
  if (rowCount === 0) return { ok: false, refusal: { code: 'assigneeUnknown' } }
  await tx.query(
    `INSERT INTO "DeskEntry" ("shopId", "afterSaleNo", "kind", "actorId", "data") VALUES ($1, $2, 'ASSIGNED', $3, $4)`,
    [shopId, no, userId, { from: found.from, to: mark.userId }],
  )
  await tx.query(
    `SELECT pg_notify('afterdesk', json_build_object('shopId', $1::text, 'nos', json_build_array($2::text))::text)`,
    [shopId, no],
  )
  return { ok: true }
}
