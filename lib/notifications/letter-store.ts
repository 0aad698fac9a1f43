import { randomUUID } from 'node:crypto'
import { waitAfter } from '@/lib/back-off'
import { database } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { Locale } from '@/lib/i18n/locale'
import { scheduleMail } from './jobs-store'
import type { MailPolicy } from './mail-policy'
import { FROM_NOTICE, NOTICE_COLUMNS, type NoticeRow, toNotice } from './notice-row'
import type { NoticeView } from './views'

/** A letter in one worker's hands, its own until the lease ends. */
export type LeasedLetter = { id: string; userId: string; leaseId: string; attempts: number; tooLate: boolean }
/** Why a letter will never be sent. */
export type LetterFault = 'refused' | 'tooLate' | 'nobody'
export type LetterContents = { to: { name: string; address: string }; locale: Locale | null; notices: NoticeView[] }

/**
 * Puts what is to be written to this person, and what he has not read meanwhile, into one letter; no letter when nothing
 * is left. Two workers make two letters of two halves, never two of the same.
 */
export async function gatherLetter(userId: string): Promise<void> {
  await inTransaction(EVERYWHERE, async (tx) => {
    const { rows } = await tx.query<{ noticeId: number; read: boolean }>(
      `SELECT m."noticeId", m."noticeId" <= COALESCE(k."readUpTo", 0) OR EXISTS (SELECT FROM "NoticeRead" r
           WHERE r."owner" = m."owner" AND r."noticeId" = m."noticeId" AND r."userId" = m."userId") AS "read"
       FROM "NoticeMail" m LEFT JOIN "NoticeCursor" k ON k."userId" = m."userId" AND k."owner" = m."owner"
       WHERE m."userId" = $1 AND m."letterId" IS NULL FOR UPDATE OF m SKIP LOCKED`,
      [userId],
    )
    const read = rows.filter((row) => row.read).map(({ noticeId }) => noticeId)
    const unread = rows.filter((row) => !row.read).map(({ noticeId }) => noticeId)
    await tx.query(`DELETE FROM "NoticeMail" WHERE "userId" = $1 AND "letterId" IS NULL AND "noticeId" = ANY ($2)`, [
      userId,
      read,
    ])
    if (unread.length === 0) return
    const id = randomUUID()
    await tx.query(`INSERT INTO "NoticeLetter" ("id", "userId") VALUES ($1, $2)`, [id, userId])
    await tx.query(
      `UPDATE "NoticeMail" SET "letterId" = $3 WHERE "userId" = $1 AND "letterId" IS NULL AND "noticeId" = ANY ($2)`,
      [userId, unread, id],
    )
  })
}

/** The person's next letter that is due and in nobody's hands, counted as attempted before the server hears of it. */
export async function leaseLetter(userId: string, policy: MailPolicy): Promise<LeasedLetter | null> {
  const { rows } = await database.query<LeasedLetter>(
    `UPDATE "NoticeLetter" l SET "leaseId" = $2::uuid, "attempts" = "attempts" + 1,
       "leaseUntil" = clock_timestamp() + $3 * INTERVAL '1 millisecond'
     WHERE l."id" = (
       SELECT "id" FROM "NoticeLetter" WHERE "userId" = $1 AND "status" = 'PENDING' AND "nextAttemptAt" <= clock_timestamp()
         AND COALESCE("leaseUntil", '-infinity') < clock_timestamp()
       ORDER BY "nextAttemptAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING "id", "userId", "leaseId", "attempts",
       "createdAt" < clock_timestamp() - $4 * INTERVAL '1 millisecond' AS "tooLate"`,
    [userId, randomUUID(), policy.leaseMs, policy.giveUpAfterMs],
  )
  return rows[0] ?? null
}

/** What stands in it: only of shops that its reader still works for. Null when nothing is left to be told. */
export async function readLetter({ id, userId }: LeasedLetter): Promise<LetterContents | null> {
  const [{ rows }, people] = await Promise.all([
    within(EVERYWHERE).query<NoticeRow>(
      `SELECT ${NOTICE_COLUMNS}, TRUE AS "unread" FROM "NoticeMail" m
       JOIN "Notice" n ON n."owner" = m."owner" AND n."id" = m."noticeId" ${FROM_NOTICE}
       WHERE m."letterId" = $1 AND (
         EXISTS (SELECT FROM "Member" w WHERE w."userId" = $2 AND w."shopId" = n."owner" AND w."active")
         OR n."owner" = '' AND EXISTS (SELECT FROM "User" u WHERE u."id" = $2 AND u."support"))
       ORDER BY n."id"`,
      [id, userId],
    ),
    database.query<{ name: string; address: string; locale: Locale | null }>(
      `SELECT "name", "email" AS "address", "locale" FROM "User" WHERE "id" = $1`,
      [userId],
    ),
  ])
  const [person] = people.rows
  if (!person || rows.length === 0) return null
  const { locale, ...to } = person
  return { to, locale, notices: rows.map(toNotice) }
}

/** The end of it, unless its lease went to somebody else. */
export async function finishLetter({ id, leaseId }: LeasedLetter, fault: LetterFault | null): Promise<void> {
  await database.query(
    `UPDATE "NoticeLetter" SET "status" = CASE WHEN $3::text IS NULL THEN 'SENT' ELSE 'FAILED' END, "error" = $3,
       "leaseId" = NULL, "leaseUntil" = NULL, "finishedAt" = clock_timestamp()
     WHERE "id" = $1 AND "leaseId" = $2`,
    [id, leaseId, fault],
  )
}

/** It is tried again later, with the job for it; `error`: what the server said. */
export async function postponeLetter(letter: LeasedLetter, error: string, policy: MailPolicy): Promise<void> {
  const delayMs = waitAfter(letter.attempts, policy.retry)
  await release(letter, error, delayMs)
}

/** A worker that ends gives it back untried. */
export async function returnLetter(letter: LeasedLetter): Promise<void> {
  await release(letter, null, 0)
}

async function release({ id, leaseId, userId }: LeasedLetter, error: string | null, delayMs: number): Promise<void> {
  await inTransaction(EVERYWHERE, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE "NoticeLetter" SET "leaseId" = NULL, "leaseUntil" = NULL, "error" = $3,
         "nextAttemptAt" = clock_timestamp() + $4 * INTERVAL '1 millisecond'
       WHERE "id" = $1 AND "leaseId" = $2`,
      [id, leaseId, error, delayMs],
    )
    if (rowCount > 0) await scheduleMail(tx, userId, delayMs)
  })
}
