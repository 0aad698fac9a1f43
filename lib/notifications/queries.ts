import { readNow } from '@/lib/after-sales/store'
import { database } from '@/lib/db/pool'
import { within } from '@/lib/db/within'
import { FROM_NOTICE, NOTICE_COLUMNS, type NoticeRow, toNotice } from './notice-row'
import { type Owners, reachOf } from './owners'
import { READ_UP_TO } from './read-store'
import { type NoticePage, UNREAD_LIMIT, type Unread } from './views'

const PAGE = 30

/** For SQL: whether `$1` has not read the notice `n`, given his cursor `k` for its owner. */
const IS_UNREAD = `n."id" > ${READ_UP_TO} AND NOT EXISTS (SELECT FROM "NoticeRead" r
  WHERE r."owner" = n."owner" AND r."noticeId" = n."id" AND r."userId" = $1)`
/** Each owner by its own index range: what is newest of one says nothing of another. */
const EACH_OWNER = `unnest($2::text[]) AS o("owner")
  LEFT JOIN "NoticeCursor" k ON k."userId" = $1 AND k."owner" = o."owner"`

/** The newest notices before `cursor`, with whether this person has read them. */
export async function listNotices({ userId, owners }: Owners, cursor: number | null): Promise<NoticePage> {
  const [{ rows }, now] = await Promise.all([
    within(reachOf(owners)).query<NoticeRow>(
      `SELECT ${NOTICE_COLUMNS}, n."unread" FROM (
         SELECT n.* FROM ${EACH_OWNER} CROSS JOIN LATERAL (
           SELECT n.*, ${IS_UNREAD} AS "unread" FROM "Notice" n
           WHERE n."owner" = o."owner" AND ($3::bigint IS NULL OR n."id" < $3) ORDER BY n."id" DESC LIMIT ${PAGE + 1}) n
         ORDER BY n."id" DESC LIMIT ${PAGE + 1}) n
       ${FROM_NOTICE} ORDER BY n."id" DESC`,
      [userId, owners, cursor],
    ),
    readNow(database),
  ])
  const page = rows.slice(0, PAGE)
  return {
    notices: page.map(toNotice),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    now,
  }
}

/** How many this person has not read, and the newest there is. */
export async function countUnread({ userId, owners }: Owners): Promise<Unread> {
  const { rows } = await within(reachOf(owners)).query<Unread>(
    `SELECT (SELECT count(*) FROM (
         SELECT FROM ${EACH_OWNER} CROSS JOIN LATERAL (
           SELECT FROM "Notice" n WHERE n."owner" = o."owner" AND ${IS_UNREAD} LIMIT ${UNREAD_LIMIT}) n
         LIMIT ${UNREAD_LIMIT}) unread) AS "count",
       (SELECT COALESCE(max(n."id"), 0) FROM unnest($2::text[]) AS o("owner") CROSS JOIN LATERAL (
         SELECT n."id" FROM "Notice" n WHERE n."owner" = o."owner" ORDER BY n."id" DESC LIMIT 1) n) AS "newest"`,
    [userId, owners],
  )
  const [unread] = rows
  if (!unread) throw new Error('a count has one row')
  return unread
}
