import { randomUUID } from 'node:crypto'
import { Logger, runOnce } from 'graphile-worker'
import { pool } from '@/lib/db/pool'
import type { Owners } from '@/lib/notifications/owners'
import { settledMail } from '@/lib/notifications/postman'
import { listNotices } from '@/lib/notifications/queries'
import { noticeTasks } from '@/lib/notifications/tasks'
import { database } from '@/tests/support/access'

/** Somebody who works for these shops; without one he is of the platform's support. */
export async function createReader(shopIds: readonly string[], name = '林晓'): Promise<Owners & { email: string }> {
  const userId = `user-${randomUUID()}`
  const email = `${userId}@nanzhi.example`
  await database.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "support") VALUES ($1, $2, $3, '', $4)`,
    [userId, email, name, shopIds.length === 0],
  )
  await database.query(
    `INSERT INTO "Shop" ("id", "name") SELECT s, '南栀织物' FROM unnest($1::text[]) AS s ON CONFLICT DO NOTHING`,
    [shopIds],
  )
  await database.query(
    `INSERT INTO "Member" ("shopId", "userId", "role") SELECT s, $1, 'AGENT' FROM unnest($2::text[]) AS s`,
    [userId, shopIds],
  )
  return { userId, email, owners: shopIds.length === 0 ? [''] : shopIds }
}

/** The kinds that somebody sees of these cases, newest first, a star at what he has not read. */
export async function seen(reader: Owners, no?: string): Promise<string[]> {
  const { notices } = await listNotices(reader, null)
  return notices
    .filter((notice) => no === undefined || notice.no === no)
    .map(({ news, unread }) => `${news.kind}${unread ? '*' : ''}`)
}

/** Does every job of letters as a worker would, as if what they wait for had passed; `waitMs` more is let pass. */
export async function deliverMail(waitMs = 60_000): Promise<void> {
  await letMailPass(waitMs)
  for (;;) {
    await runOnce({
      pgPool: pool(),
      taskList: noticeTasks,
      logger: new Logger(() => () => undefined),
      noHandleSignals: true,
    })
    await settledMail()
    const { rows } = await database.query<{ due: number }>(
      `SELECT count(*) AS due FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts AND task_identifier = 'mailNotices'`,
    )
    if ((rows[0]?.due ?? 0) === 0) return
  }
}

/** As if so much time had passed for letters and their jobs; no clock is moved. */
export async function letMailPass(ms: number): Promise<void> {
  await database.query(
    `UPDATE "NoticeLetter" SET "createdAt" = "createdAt" - $1 * INTERVAL '1 ms', "nextAttemptAt" = "nextAttemptAt" - $1 * INTERVAL '1 ms',
       "leaseUntil" = "leaseUntil" - $1 * INTERVAL '1 ms' WHERE "status" = 'PENDING'`,
    [ms],
  )
  await database.query(`UPDATE "Notice" SET "createdAt" = "createdAt" - $1 * INTERVAL '1 ms'`, [ms])
  await database.query(
    `UPDATE graphile_worker._private_jobs SET run_at = run_at - $1 * INTERVAL '1 ms'
     WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'mailNotices')`,
    [ms],
  )
}

export async function letters(userId: string) {
  const { rows } = await database.query<{ status: string; attempts: number; error: string | null; leased: boolean }>(
    `SELECT "status", "attempts", "error", "leaseId" IS NOT NULL AS "leased" FROM "NoticeLetter" WHERE "userId" = $1 ORDER BY "createdAt"`,
    [userId],
  )
  return rows
}
