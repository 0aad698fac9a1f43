import type { AfterSaleType } from '@/lib/after-sales/domain/after-sale'
import { mintShopId } from '@/lib/auth/mint'
import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import type { Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import type { MemberRole } from '@/lib/members/domain/member'
import type { RunKey } from './jobs-store'
import type { Plan } from './step'
import type { BulkRefusal } from './views'

/** One item's turn: all of it, its outcome included, in one transaction. */

/** What is done, and for whom: as the member that he is at this moment. */
export type Mandate = { shopId: ShopId; userId: string; role: MemberRole; writer: string; plan: Plan }
export type Item = { position: number; no: string; version: number; type: AfterSaleType }

type RunRow = {
  userId: string
  act: Plan['act']
  returnAddressId: string | null
  writer: string
  role: MemberRole | null
}

/** Null when the run is not under way; DISMISSED when who started it works for the shop no longer. */
export async function readMandate(tx: Tx, { shopId, runId }: RunKey): Promise<Mandate | 'DISMISSED' | null> {
  const { rows } = await tx.query<RunRow>(
    `SELECT r."userId", r."act", r."returnAddressId", u."name" AS "writer", m."role"
     FROM "BulkRun" r JOIN "User" u ON u."id" = r."userId"
     LEFT JOIN "Member" m ON m."shopId" = r."shopId" AND m."userId" = r."userId" AND m."active"
     WHERE r."shopId" = $1 AND r."id" = $2 AND r."state" = 'RUNNING'`,
    [shopId, runId],
  )
  const [row] = rows
  if (!row) return null
  const { userId, role, writer, act, returnAddressId } = row
  if (role === null) return 'DISMISSED'
  return { shopId: mintShopId(shopId), userId, role, writer, plan: { act, returnAddressId } }
}

/** The next item that nobody has in hand, locked; null when there is none. What met a defect comes last. */
export async function lockNextItem(tx: Tx, { shopId, runId }: RunKey): Promise<Item | null> {
  const { rows } = await tx.query<Item>(
    `SELECT i."position", i."afterSaleNo" AS "no", i."version",
       (SELECT c."type" FROM "AfterSale" c WHERE c."shopId" = i."shopId" AND c."no" = i."afterSaleNo") AS "type"
     FROM "BulkItem" i WHERE i."shopId" = $1 AND i."runId" = $2 AND i."state" = 'PENDING'
     ORDER BY i."defects", i."position" LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [shopId, runId],
  )
  return rows[0] ?? null
}

/** `refusal` null: it was done. */
export async function recordOutcome(
  tx: Tx,
  { shopId, runId }: RunKey,
  { position }: Item,
  refusal: BulkRefusal | null,
): Promise<void> {
  await tx.query(
    `UPDATE "BulkItem" SET "state" = $4, "refusal" = $5 WHERE "shopId" = $1 AND "runId" = $2 AND "position" = $3`,
    [shopId, runId, position, refusal ? 'REFUSED' : 'DONE', refusal && JSON.stringify(refusal)],
  )
}

/** Nothing of its turn stands. It gets so many before it is given up, so that it cannot hold up the others for ever. */
export async function recordDefect({ shopId, runId }: RunKey, { position }: Item, allowed: number): Promise<void> {
  const failed: BulkRefusal = { code: 'failed' }
  await within(ofShop(shopId)).query(
    `UPDATE "BulkItem" SET "defects" = "defects" + 1,
       "state" = CASE WHEN "defects" + 1 < $4 THEN "state" ELSE 'REFUSED' END,
       "refusal" = CASE WHEN "defects" + 1 < $4 THEN "refusal" ELSE $5::jsonb END
     WHERE "shopId" = $1 AND "runId" = $2 AND "position" = $3 AND "state" = 'PENDING'`,
    [shopId, runId, position, allowed, JSON.stringify(failed)],
  )
}
