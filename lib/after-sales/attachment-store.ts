import type { Tx } from '@/lib/db/transaction'
import { type Actor, sideOf } from './domain/after-sale'
import { attachmentsOf } from './domain/attachments'
import type { Change } from './projection-store'

/** The files of cases: who may put which on a case, and which event did. Locked after the case, before its order's lines. */

/**
 * Locks, of the named files, those that this actor may put on the case, and returns them: his side's own that nobody
 * has used, and whatever is part of this case already. Whoever else wants one of them, the orphan sweep included, waits
 * and finds it taken. `afterSaleNo: null`: a case that is only about to be opened.
 */
export async function lockUsableAttachments(
  tx: Tx,
  ids: readonly string[],
  { actor, shopId, afterSaleNo }: { actor: Actor; shopId: string; afterSaleNo: string | null },
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT "id" FROM "Attachment" WHERE "id" = ANY ($1) AND "state" = 'READY' AND (
       ("shopId" = $3 AND "afterSaleNo" = $4)
       OR ("afterSaleNo" IS NULL AND "side" = $2 AND ("shopId" = $3 OR "side" = 'BUYER')))
     ORDER BY "id" FOR UPDATE`,
    [ids, sideOf(actor.role), shopId, afterSaleNo],
  )
  return new Set(rows.map(({ id }) => id))
}

/** What events name becomes part of their case; the keys hold every file to one case. */
export async function bindAttachments(tx: Tx, changes: readonly Change[]): Promise<void> {
  const links = changes.flatMap(({ state, events }) =>
    events.flatMap((event, index) =>
      attachmentsOf(event).map((attachmentId, position) => ({
        shopId: state.shopId,
        afterSaleNo: state.no,
        seq: state.seq - events.length + index + 1,
        position,
        attachmentId,
      })),
    ),
  )
  if (links.length === 0) return
  const named = `jsonb_populate_recordset(NULL::"AfterSaleAttachment", $1) l`
  await tx.query(
    `UPDATE "Attachment" a SET "shopId" = l."shopId", "afterSaleNo" = l."afterSaleNo"
     FROM ${named} WHERE a."id" = l."attachmentId" AND a."afterSaleNo" IS NULL`,
    [JSON.stringify(links)],
  )
  await tx.query(
    `INSERT INTO "AfterSaleAttachment" ("shopId", "afterSaleNo", "seq", "position", "attachmentId")
     SELECT l."shopId", l."afterSaleNo", l."seq", l."position", l."attachmentId" FROM ${named}`,
    [JSON.stringify(links)],
  )
}
