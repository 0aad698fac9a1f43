import type pg from 'pg'

export type StoredFile = { id: string; thumbnail: boolean; used: boolean }

const BATCH = 1000

/** The files whose bytes have to be there, in the session's snapshot; `used`: a case shows them. */
export async function* readStoredFiles(session: pg.Client): AsyncGenerator<StoredFile> {
  for (let after = ''; ; ) {
    const { rows } = await session.query<StoredFile>(
      `SELECT "id", "thumbnailBytes" IS NOT NULL AS "thumbnail", "afterSaleNo" IS NOT NULL AS "used"
       FROM "Attachment" WHERE "state" = 'READY' AND "id" > $1 ORDER BY "id" LIMIT ${BATCH}`,
      [after],
    )
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
