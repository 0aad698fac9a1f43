import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { ADD_MAIL_JOBS } from './jobs-store'

const BATCH = 1000
/** What is due for so long has lost its job, with the worker that had it or with a restored backup. */
const LOST_AFTER = `INTERVAL '2 minutes'`

/** Writes on where somebody stopped: letters whose lease has ended or whose time has come, and what is in no letter yet. */
export async function reviveMail(): Promise<void> {
  await within(EVERYWHERE).query(
    `SELECT ${ADD_MAIL_JOBS} FROM (SELECT DISTINCT "userId", 0 AS "delayMs" FROM (
       SELECT "userId" FROM "NoticeLetter" WHERE "status" = 'PENDING' AND CASE WHEN "leaseId" IS NULL
         THEN "nextAttemptAt" < clock_timestamp() - ${LOST_AFTER} ELSE "leaseUntil" < clock_timestamp() END
       UNION ALL
       SELECT m."userId" FROM "NoticeMail" m JOIN "Notice" n ON n."owner" = m."owner" AND n."id" = m."noticeId"
       WHERE m."letterId" IS NULL AND n."createdAt" < clock_timestamp() - ${LOST_AFTER}) lost LIMIT ${BATCH}) reader
     HAVING count(*) > 0`,
  )
}

/** Forgets notices that are so old, with who read them and what was written of them, and finished letters. */
export async function purgeNotices(keepMs: number): Promise<void> {
  for (const table of ['Notice', 'NoticeLetter']) while ((await purgeBatch(table, keepMs)) === BATCH);
}

async function purgeBatch(table: string, keepMs: number): Promise<number> {
  const { rowCount } = await within(EVERYWHERE).query(
    `DELETE FROM "${table}" WHERE ctid = ANY (ARRAY(SELECT ctid FROM "${table}"
       WHERE "createdAt" < clock_timestamp() - $1 * INTERVAL '1 millisecond' ORDER BY "createdAt" LIMIT ${BATCH}))`,
    [keepMs],
  )
  return rowCount
}
