import { type Bind, type Piece, rowsOf } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import type { Context } from './domain/act'
import { type Actor, sideOf } from './domain/after-sale'
import { attachmentsOf } from './domain/attachments'
import { type Change, columnNames, EVENT_KEY, insert } from './projection-store'

/** The files of cases: who may put which on a case, and which event did. Locked after the case, before its order's lines. */

const LINK = columnNames(...EVENT_KEY, 'position', 'attachmentId')

type At = { actor: Actor; shopId: string; afterSaleNo: string | null }

/**
 * Locks, of the named files, those that this actor may put on the case, and returns them: his side's own that nobody
 * has used, and whatever is part of this case already. Whoever else wants one of them, the orphan sweep included, waits
 * and finds it taken. No statement for who names none.
 */
export async function lockUsableAttachments(
  tx: Tx,
  ids: readonly string[],
  at: At,
): Promise<Pick<Context, 'usableAttachments'>> {
  if (ids.length === 0) return {}
  const params: unknown[] = []
  const { rows } = await tx.query<{ id: string }>(
    usableAttachments((value) => `$${params.push(value)}`, ids, at),
    params,
  )
  return { usableAttachments: new Set(rows.map(({ id }) => id)) }
}

/** For SQL: the ids of those files, locked. `afterSaleNo: null`: a case that is only about to be opened. */
export function usableAttachments(bind: Bind, ids: readonly string[], { actor, shopId, afterSaleNo }: At): string {
  const shop = bind(shopId)
  return `SELECT "id" FROM "Attachment" WHERE "id" = ANY (${bind(ids)}) AND "state" = 'READY' AND (
      ("shopId" = ${shop} AND "afterSaleNo" = ${bind(afterSaleNo)})
      OR ("afterSaleNo" IS NULL AND "side" = ${bind(sideOf(actor.role))} AND ("shopId" = ${shop} OR "side" = 'BUYER')))
    ORDER BY "id" FOR UPDATE`
}

/** What events name becomes part of their case; the keys hold every file to one case. */
export function bindAttachments(changes: readonly Change[]): (Piece | null)[] {
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
  if (links.length === 0) return []
  const take: Piece = (bind) => ({
    writes: {
      files: `UPDATE "Attachment" a SET "shopId" = l."shopId", "afterSaleNo" = l."afterSaleNo"
        FROM ${rowsOf(bind, 'AfterSaleAttachment', links)} l WHERE a."id" = l."attachmentId" AND a."afterSaleNo" IS NULL`,
    },
  })
  return [take, insert('links', 'AfterSaleAttachment', LINK, links)]
}
