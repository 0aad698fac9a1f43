import { createKey } from '@/lib/auth/api-keys'
import { closePool } from '@/lib/db/pool'
import { forgetEnv } from '@/lib/env'
import { database } from '@/tests/support/access'
import { fillCases } from './database'

/** The shop that is measured: 30 % of all cases are its own, and all of them open. */
const SHOP = 'big'

export type Keys = { platform: string; shop: string }

/** Points this process at a database; one at a time. */
export async function turnTo(url: string): Promise<void> {
  await closePool()
  Object.assign(process.env, { DATABASE_URL: url, LOG_LEVEL: 'silent' })
  forgetEnv()
}

/** Fills the migrated database that we are turned to, and returns keys for it. */
export async function stock(count: number): Promise<Keys> {
  await fillCases(count)
  await database.query('CHECKPOINT')
  const platform = await createKey({ name: 'bench', shopId: null })
  const shop = await createKey({ name: 'bench', shopId: SHOP, role: 'AGENT' })
  if (!platform || !shop) throw new Error('There are no keys.')
  return { platform, shop }
}

/**
 * Any `count` of the shop's cases, every one a refund without return that waits to be approved, whatever became of it
 * before. Each approval has the same to do: the events, the refund, its job.
 */
export async function reopenCases(count: number): Promise<string[]> {
  const { rows } = await database.query<{ no: string }>(
    `SELECT "no" FROM "AfterSale" WHERE "shopId" = $1 ORDER BY random() LIMIT $2`,
    [SHOP, count],
  )
  const nos = rows.map(({ no }) => no)
  await database.query(`DELETE FROM "Refund" WHERE "afterSaleNo" = ANY ($1)`, [nos])
  await database.query(
    `UPDATE "AfterSale" SET "type" = 'REFUND_ONLY', "status" = 'PENDING_REVIEW', "waitingOn" = 'MERCHANT', "dueKind" = 'REVIEW',
       "dueAt" = app_now() + interval '2 days', "soonMs" = 86400000, "refundOrigin" = NULL WHERE "shopId" = $2 AND "no" = ANY ($1)`,
    [nos, SHOP],
  )
  await database.query(
    `UPDATE "OrderLine" l SET "refundedFen" = 0 FROM "AfterSaleLine" a
     WHERE a."shopId" = $2 AND a."afterSaleNo" = ANY ($1)
       AND l."shopId" = a."shopId" AND l."orderNo" = a."orderNo" AND l."lineNo" = a."lineNo"`,
    [nos, SHOP],
  )
  return nos
}
