import type { Tx } from '@/lib/db/transaction'
import type { Owners } from './owners'

/**
 * Longer than any transaction can be under way. Numbers are given before a transaction commits: a notice that appears late
 * may have a smaller one than what was read before it, and must not count as read for that.
 */
const SETTLED = `INTERVAL '10 minutes'`

/**
 * For SQL: up to which notice the cursor `k` says that all is read. No COALESCE: under row security PostgreSQL keeps an index
 * from whatever it does not know to tell nothing of the rows, and it does not know that of COALESCE.
 */
export const READ_UP_TO = `CASE WHEN k."readUpTo" IS NULL THEN 0 ELSE k."readUpTo" END`

/** For SQL: tells this person's other screens, if there are `rows`. Delivered when the transaction commits. */
const TELL = (rows: string) =>
  `SELECT pg_notify('afterdesk', json_build_object('reader', $1::text)::text) FROM (SELECT FROM ${rows} LIMIT 1) changed`

/** Whoever has opened a case has read what there was to tell of it. */
export async function markCaseRead(tx: Tx, { userId, owners }: Owners, no: string): Promise<void> {
  await tx.query(
    `WITH read AS (
       INSERT INTO "NoticeRead" ("owner", "noticeId", "userId")
       SELECT n."owner", n."id", $1 FROM "Notice" n LEFT JOIN "NoticeCursor" k ON k."userId" = $1 AND k."owner" = n."owner"
       WHERE n."owner" = ANY ($2) AND n."afterSaleNo" = $3 AND n."id" > ${READ_UP_TO}
       ON CONFLICT DO NOTHING RETURNING 1)
     ${TELL('read')}`,
    [userId, owners, no],
  )
}

/** All up to the notice `upTo`, the newest that was seen: what came since stays unread. */
export async function markAllRead(tx: Tx, { userId, owners }: Owners, upTo: number): Promise<void> {
  // what cannot be preceded any more is kept as one number, only the rest one by one
  await tx.query(
    `WITH moved AS (
       INSERT INTO "NoticeCursor" ("userId", "owner", "readUpTo")
       SELECT $1, o."owner", n."id" FROM unnest($2::text[]) AS o("owner") CROSS JOIN LATERAL (
         SELECT "id" FROM "Notice" WHERE "owner" = o."owner" AND "id" <= $3
           AND "createdAt" < clock_timestamp() - ${SETTLED} ORDER BY "id" DESC LIMIT 1) n
       ON CONFLICT ("userId", "owner") DO UPDATE SET "readUpTo" = EXCLUDED."readUpTo"
         WHERE "NoticeCursor"."readUpTo" < EXCLUDED."readUpTo"
       RETURNING 1)
     ${TELL('moved')}`,
    [userId, owners, upTo],
  )
  await tx.query(
    `WITH read AS (
       INSERT INTO "NoticeRead" ("owner", "noticeId", "userId")
       SELECT n."owner", n."id", $1 FROM unnest($2::text[]) AS o("owner")
       LEFT JOIN "NoticeCursor" k ON k."userId" = $1 AND k."owner" = o."owner"
       JOIN "Notice" n ON n."owner" = o."owner" AND n."id" > ${READ_UP_TO} AND n."id" <= $3
       ORDER BY n."owner", n."id"
       ON CONFLICT DO NOTHING RETURNING 1)
     ${TELL('read')}`,
    [userId, owners, upTo],
  )
}

/** Who comes new begins with nothing unread: what was told before is not news to him. */
export async function beginNotices(tx: Tx, { userId, owners }: Owners): Promise<void> {
  await tx.query(
    `INSERT INTO "NoticeCursor" ("userId", "owner", "readUpTo")
     SELECT $1, o."owner", COALESCE((SELECT max("id") FROM "Notice" n WHERE n."owner" = o."owner"), 0)
     FROM unnest($2::text[]) AS o("owner") ON CONFLICT DO NOTHING`,
    [userId, owners],
  )
}
