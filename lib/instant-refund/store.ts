import { instant } from '@/lib/after-sales/row'
import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'

/** R5.1 `since`: since when it is on; null: off. Epoch ms. */
export type LockedSwitch = { since: number | null; now: number }

/**
 * Holds the shop's switch until the transaction ends: applications under way are finished first and later ones wait, so
 * that each is judged by what held at its own instant. The time is read once the lock is held. Null: no such shop.
 */
export async function lockSwitch(tx: Tx, scope: Scope, shopId: string): Promise<LockedSwitch | null> {
  const { rows } = await tx.query<{ since: Date | null; now: Date }>(
    `WITH s AS MATERIALIZED (
       SELECT * FROM "Shop" WHERE "id" = $1 AND ($2::text[] IS NULL OR "id" = ANY ($2)) FOR NO KEY UPDATE)
     SELECT "instantRefundSince" AS "since", app_now() AS "now" FROM s`,
    [shopId, shopIdsOf(scope)],
  )
  const row = rows[0]
  return row ? { since: instant(row.since), now: row.now.getTime() } : null
}

export async function saveSwitch(tx: Tx, shopId: string, since: number | null): Promise<void> {
  await tx.query(`UPDATE "Shop" SET "instantRefundSince" = $2 WHERE "id" = $1`, [
    shopId,
    since === null ? null : new Date(since),
  ])
}

/** The number of the shop's last change of a setting. Under the shop's lock it is the switch's own: they only grow. */
export async function readLastChange(tx: Tx, shopId: string): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `SELECT "id" FROM "SettingChange" WHERE "shopId" = $1 AND "kind" = 'InstantRefundSwitched' ORDER BY "id" DESC LIMIT 1`,
    [shopId],
  )
  if (!rows[0]) throw new Error(`shop ${shopId} was never switched`)
  return rows[0].id
}
