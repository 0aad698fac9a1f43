import pg from 'pg'
import { database } from '@/lib/db/pool'
import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'

/** What the making of a past needs of the database besides commands: the clock to move, and where things stand. */

export async function hasShops(): Promise<boolean> {
  const { rowCount } = await within(EVERYWHERE).query(`SELECT 1 FROM "Shop" LIMIT 1`)
  return rowCount > 0
}

export async function readOffset(): Promise<number> {
  const { rows } = await database.query<{ offsetMs: number }>(`SELECT "offsetMs" FROM "SandboxClock"`)
  return rows[0]?.offsetMs ?? 0
}

/** Takes everything away, tables and all; the migrations make them anew. */
export async function dropEverything(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  } finally {
    await owner.end()
  }
}

/** Moves the clock of an empty sandbox to any instant, the past included. */
export async function setClock(at: number): Promise<void> {
  await database.query(
    `UPDATE "SandboxClock" SET "offsetMs" = round(extract(epoch FROM $1::timestamptz - clock_timestamp()) * 1000)`,
    [new Date(at)],
  )
}

export async function resetClock(): Promise<void> {
  await database.query(`UPDATE "SandboxClock" SET "offsetMs" = 0`)
}

export async function readPresent(): Promise<number> {
  const { rows } = await database.query<{ now: Date }>('SELECT app_now() AS now')
  return rows[0]?.now.getTime() ?? 0
}

export async function findPendingRefunds(): Promise<{ no: string; orderNo: string }[]> {
  const { rows } = await within(EVERYWHERE).query<{ no: string; orderNo: string }>(
    `SELECT "no", "orderNo" FROM "Refund" WHERE "status" = 'PENDING' ORDER BY "no"`,
  )
  return rows
}

export async function isStuck(refundNo: string): Promise<boolean> {
  const { rowCount } = await within(EVERYWHERE).query(`SELECT 1 FROM "Refund" WHERE "no" = $1 AND "status" = 'STUCK'`, [
    refundNo,
  ])
  return rowCount > 0
}

/** Everybody has read what was told before `at`. */
export async function readNoticesBefore(at: number): Promise<void> {
  await within(EVERYWHERE).query(
    `INSERT INTO "NoticeCursor" ("userId", "owner", "readUpTo")
     SELECT reader."userId", n."owner", max(n."id") FROM "Notice" n
     JOIN (SELECT "userId", "shopId" AS "owner" FROM "Member" UNION ALL SELECT "id", '' FROM "User" WHERE "support") reader
       ON reader."owner" = n."owner"
     WHERE n."at" < $1 GROUP BY 1, 2`,
    [new Date(at)],
  )
}
