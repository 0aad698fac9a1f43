import type { AfterSale } from '@/lib/after-sales/domain/after-sale'
import type { EventType } from '@/lib/after-sales/domain/events'
import type { Change } from '@/lib/after-sales/projection-store'
import type { Bind, Piece } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import type { DisputeView } from './views'

/** Who of support has taken which dispute. Changed only under the lock of its case. */

type CaseKey = Pick<AfterSale, 'shopId' | 'no'>
export type Claim = NonNullable<DisputeView['claim']>

const ENDINGS: readonly EventType[] = ['DisputeRuled', 'DisputeConceded', 'DisputeWithdrawn', 'Withdrawn']

export async function readClaim(tx: Tx, { shopId, no }: CaseKey): Promise<Claim | null> {
  const { rows } = await tx.query<{ userId: string; name: string; claimedAt: Date }>(
    `SELECT d."userId", u."name", d."claimedAt" FROM "DisputeClaim" d JOIN "User" u ON u."id" = d."userId"
     WHERE d."shopId" = $1 AND d."afterSaleNo" = $2`,
    [shopId, no],
  )
  const [claim] = rows
  return claim ? { userId: claim.userId, name: claim.name, at: claim.claimedAt.getTime() } : null
}

/** Whoever had it before loses it. */
export async function putClaim(tx: Tx, { shopId, no }: CaseKey, userId: string): Promise<void> {
  await tx.query(
    `INSERT INTO "DisputeClaim" ("shopId", "afterSaleNo", "userId") VALUES ($1, $2, $3)
     ON CONFLICT ("shopId", "afterSaleNo") DO UPDATE SET "userId" = $3, "claimedAt" = app_now()`,
    [shopId, no, userId],
  )
  await tellOfClaim(tx, { shopId, no })
}

export async function removeClaim(tx: Tx, { shopId, no }: CaseKey): Promise<void> {
  await tx.query(`DELETE FROM "DisputeClaim" WHERE "shopId" = $1 AND "afterSaleNo" = $2`, [shopId, no])
  await tellOfClaim(tx, { shopId, no })
}

/** A dispute that is over needs nobody any more. */
export function endClaims(changes: readonly Change[]): Piece | null {
  const over = changes.filter(
    ({ state, events }) => state.dispute !== null && events.some(({ type }) => ENDINGS.includes(type)),
  )
  if (over.length === 0) return null
  const keys = (bind: Bind) =>
    `unnest(${bind(over.map(({ state }) => state.shopId))}::text[], ${bind(over.map(({ state }) => state.no))}::text[])`
  return (bind) => ({
    writes: { claims: `DELETE FROM "DisputeClaim" WHERE ("shopId", "afterSaleNo") IN (SELECT * FROM ${keys(bind)})` },
  })
}

/** Open screens look again, as after a decision. */
async function tellOfClaim(tx: Tx, { shopId, no }: CaseKey): Promise<void> {
  await tx.query(`SELECT pg_notify('afterdesk', $1)`, [JSON.stringify({ shopId, nos: [no] })])
}
