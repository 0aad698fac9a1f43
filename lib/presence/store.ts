import { EVERYWHERE, ofShops } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'

/** A browser tab of a member's. */
export type Tab = { userId: string; tabId: string }
/** A case that is looked at. */
export type Look = { shopId: string; no: string }

/** Nobody has this many in view; it bounds what one person can fill. */
const MOST_TABS = 20
/** For SQL: the tab has said so lately. Real time, whatever the sandbox's clock does. */
export const LIVE = `"seenAt" > (SELECT clock_timestamp()) - INTERVAL '40 seconds'`

/** The tab goes on showing the case, of one of these shops; false when it did not show it so far. */
export async function prolongLook(
  { userId, tabId }: Tab,
  no: string,
  shopIds: readonly string[] | null,
): Promise<boolean> {
  const { rowCount } = await within(shopIds === null ? EVERYWHERE : ofShops(shopIds)).query(
    `UPDATE "Presence" SET "seenAt" = clock_timestamp() WHERE "userId" = $1 AND "tabId" = $2 AND "afterSaleNo" = $3
       AND ($4::text[] IS NULL OR "shopId" = ANY ($4)) AND ${LIVE}`,
    [userId, tabId, no, shopIds],
  )
  return rowCount > 0
}

/** Two tabs of one person come and go one after the other: each knows whether the other is there. */
export async function lockTabs(tx: Tx, userId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('presence ' || $1, 0))`, [userId])
}

/** What somebody has open, in any of his tabs. */
export async function readLooks(tx: Tx, userId: string): Promise<Look[]> {
  const { rows } = await tx.query<Look>(
    `SELECT DISTINCT "shopId", "afterSaleNo" AS "no" FROM "Presence" WHERE "userId" = $1 AND ${LIVE}`,
    [userId],
  )
  return rows
}

/** The tab shows this case from now on, and none that it showed before. */
export async function saveLook(tx: Tx, { userId, tabId }: Tab, { shopId, no }: Look): Promise<void> {
  await tx.query(
    `INSERT INTO "Presence" ("userId", "tabId", "shopId", "afterSaleNo") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("userId", "tabId") DO UPDATE
       SET "shopId" = EXCLUDED."shopId", "afterSaleNo" = EXCLUDED."afterSaleNo", "seenAt" = clock_timestamp()`,
    [userId, tabId, shopId, no],
  )
  await tx.query(
    `DELETE FROM "Presence" WHERE "userId" = $1 AND "tabId" IN (
       SELECT "tabId" FROM "Presence" WHERE "userId" = $1 ORDER BY "seenAt" DESC OFFSET $2)`,
    [userId, MOST_TABS],
  )
}

export async function deleteLook(tx: Tx, { userId, tabId }: Tab): Promise<void> {
  await tx.query(`DELETE FROM "Presence" WHERE "userId" = $1 AND "tabId" = $2`, [userId, tabId])
}

/** Tells every process that somebody came to a case of the shop, or left one; delivered when the transaction commits. */
export async function announceLook(tx: Tx, shopId: string, userId: string): Promise<void> {
  await tx.query(`SELECT pg_notify('afterdesk', json_build_object('shopId', $1::text, 'presence', $2::text)::text)`, [
    shopId,
    userId,
  ])
}

/** Forgets tabs that went away without a word; returns how many. */
export async function deleteOldLooks(): Promise<number> {
  const { rowCount } = await within(EVERYWHERE).query(`DELETE FROM "Presence" WHERE NOT ${LIVE}`)
  return rowCount
}
