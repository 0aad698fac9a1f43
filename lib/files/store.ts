import type { Side } from '@/lib/after-sales/domain/after-sale'
import { EVERYWHERE, ofOwner } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { Prepared } from './prepared-file'

/** The rows of files. A row is there before its objects and until after them. */

/** Who sent a file. What the platform sends for a buyer belongs to no shop until a case takes it. */
export type Uploader = { side: 'BUYER'; shopId: null; id: string } | { side: 'MERCHANT'; shopId: string; id: string }
type NewFile = Omit<Prepared, 'path'> & { id: string; name: string; uploader: Uploader }

export async function insertFile({ id, name, uploader, thumbnail, ...file }: NewFile): Promise<void> {
  const side: Side = uploader.side
  await within(ofOwner(uploader.shopId)).query(
    `INSERT INTO "Attachment" ("id", "shopId", "side", "uploaderId", "mediaType", "bytes", "sha256", "width", "height",
       "thumbnailBytes", "name") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      uploader.shopId,
      side,
      uploader.id,
      file.mediaType,
      file.bytes,
      file.sha256,
      file.width,
      file.height,
      thumbnail?.bytes ?? null,
      name,
    ],
  )
}

/** How a file is found that may be there already. */
export type Reserved = 'NEW' | 'STORING' | 'READY' | 'REMOVING'

/**
 * A row for a file whose id its content gave; where there is one already, its state. One that was ready waits a day for
 * a case anew from here on.
 */
export async function reserveFile({ id, name, uploader, ...file }: Omit<NewFile, 'thumbnail'>): Promise<Reserved> {
  const { rows } = await within(ofOwner(uploader.shopId)).query<{ state: Reserved }>(
    `INSERT INTO "Attachment" ("id", "shopId", "side", "uploaderId", "mediaType", "bytes", "sha256", "name")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ("id") DO UPDATE SET "uploadedAt" = clock_timestamp() 
       WHERE "Attachment"."state" = 'READY' AND "Attachment"."afterSaleNo" IS NULL
     RETURNING CASE WHEN xmax = 0 THEN 'NEW' ELSE "state" END AS "state"`,
    [id, uploader.shopId, uploader.side, uploader.id, file.mediaType, file.bytes, file.sha256, name],
  )
  if (rows[0]) return rows[0].state
  const found = await within(ofOwner(uploader.shopId)).query<{ state: Reserved }>(
    `SELECT "state" FROM "Attachment" WHERE "id" = $1`,
    [id],
  )
  // gone since: whatever took it away is through with it
  return found.rows[0]?.state ?? 'REMOVING'
}

/**
 * From here on the file can be used; so may be one that somebody else stored at the same time under the same id. Throws
 * when it is gone: its upload took longer than anybody waits.
 */
export async function publishFile(tx: Tx, id: string): Promise<void> {
  const { rowCount } = await tx.query(
    `UPDATE "Attachment" SET "state" = 'READY' WHERE "id" = $1 AND "state" IN ('STORING', 'READY')`,
    [id],
  )
  if (rowCount !== 1) throw new Error(`file ${id} was swept before it was stored`)
}

/** Takes a file that was not published out of use; false when it was. */
export async function withdrawFile(id: string): Promise<boolean> {
  const { rowCount } = await within(EVERYWHERE).query(
    `UPDATE "Attachment" SET "state" = 'REMOVING' WHERE "id" = $1 AND "state" = 'STORING'`,
    [id],
  )
  return rowCount === 1
}

/** Forgets a file whose objects are gone. */
export async function deleteFile(id: string): Promise<void> {
  await within(EVERYWHERE).query(`DELETE FROM "Attachment" WHERE "id" = $1 AND "state" = 'REMOVING'`, [id])
}

/** Where a pass over the orphans has come to. */
export type Orphan = { id: string; uploadedAt: Date }

/**
 * Takes files that no case has used for so many hours out of use, oldest first, after `after`. One that somebody is
 * binding at this instant is passed over; who comes later finds it unknown. Hours of the real clock: a sandbox's, moved
 * on by days, would take the photos away that somebody has just chosen.
 */
export async function takeOrphans(hours: number, { after, limit }: { after: Orphan | null; limit: number }) {
  const { rows } = await within(EVERYWHERE).query<Orphan>(
    `UPDATE "Attachment" SET "state" = 'REMOVING' WHERE "id" IN (
       SELECT "id" FROM "Attachment" WHERE "afterSaleNo" IS NULL
         AND "uploadedAt" < clock_timestamp() - $1 * INTERVAL '1 hour'
         AND ($2::timestamptz IS NULL OR ("uploadedAt", "id") > ($2, $3))
       ORDER BY "uploadedAt", "id" LIMIT $4 FOR UPDATE SKIP LOCKED)
     RETURNING "id", "uploadedAt"`,
    [hours, after?.uploadedAt ?? null, after?.id ?? null, limit],
  )
  return rows.sort((a, b) => a.uploadedAt.getTime() - b.uploadedAt.getTime() || (a.id < b.id ? -1 : 1))
}
