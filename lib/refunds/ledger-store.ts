import type { Tx } from '@/lib/db/transaction'

/**
 * Double entry per shop and currency. SHOP_BALANCE is what is held for the shop; BUYERS is the other side of it, minus
 * what buyers have paid in, net of what went back. A payment is +SHOP_BALANCE −BUYERS, a refund the reverse, so the two
 * balances always sum to zero. Whoever posts locks SHOP_BALANCE first: postings of a shop come one after another.
 */
export type Account = { shopId: string; currency: string }
export type Posting = Account & {
  transactionId: string
  kind: 'PAYMENT' | 'REFUND'
  /** The order's number, or the refund's. */
  reference: string
  /** What SHOP_BALANCE gains; negative for what it loses. Never 0. */
  fen: number
}

/** Opens the shop's two accounts unless they are there. */
export async function openAccounts(tx: Tx, { shopId, currency }: Account): Promise<void> {
  await tx.query(
    `INSERT INTO "LedgerAccount" ("shopId", "account", "currency")
     VALUES ($1, 'SHOP_BALANCE', $2), ($1, 'BUYERS', $2) ON CONFLICT DO NOTHING`,
    [shopId, currency],
    { prepared: true },
  )
}

/** The shop's balance in fen, nobody else posting until the transaction ends; null when it has no account. */
export async function lockBalance(tx: Tx, { shopId, currency }: Account): Promise<number | null> {
  const { rows } = await tx.query<{ balanceFen: number }>(
    `SELECT "balanceFen" FROM "LedgerAccount"
     WHERE "shopId" = $1 AND "account" = 'SHOP_BALANCE' AND "currency" = $2 FOR NO KEY UPDATE`,
    [shopId, currency],
    { prepared: true },
  )
  return rows[0]?.balanceFen ?? null
}

/** What has been posted for a payment or refund so far, by currency, in fen as SHOP_BALANCE sees it. */
export async function readPosted(
  tx: Tx,
  { shopId, kind, reference }: Pick<Posting, 'shopId' | 'kind' | 'reference'>,
): Promise<{ currency: string; fen: number; postings: number }[]> {
  const { rows } = await tx.query<{ currency: string; fen: number; postings: number }>(
    `SELECT "currency", sum("amountFen")::bigint AS "fen", count(*) AS "postings" FROM "LedgerEntry"
     WHERE "shopId" = $1 AND "kind" = $2 AND "reference" = $3 AND "account" = 'SHOP_BALANCE' GROUP BY "currency"`,
    [shopId, kind, reference],
    { prepared: true },
  )
  return rows
}

/** Both entries and both balances; the database refuses a negative SHOP_BALANCE and whatever does not sum to zero. */
export async function post(tx: Tx, { shopId, currency, transactionId, kind, reference, fen }: Posting): Promise<void> {
  const { rowCount } = await tx.query(
    `WITH moved ("account", "fen") AS (VALUES ('SHOP_BALANCE', $4::bigint), ('BUYERS', -$4::bigint)),
     balances AS (
       UPDATE "LedgerAccount" a SET "balanceFen" = a."balanceFen" + m."fen" FROM moved m
       WHERE a."shopId" = $1 AND a."currency" = $2 AND a."account" = m."account" RETURNING m.*)
     INSERT INTO "LedgerEntry"
       ("shopId", "transactionId", "account", "currency", "amountFen", "recordedAt", "kind", "reference")
     SELECT $1, $3, b."account", $2, b."fen", app_now(), $5, $6 FROM balances b`,
    [shopId, currency, transactionId, fen, kind, reference],
    { prepared: true },
  )
  if (rowCount !== 2) throw new Error(`shop ${shopId} lacks an account in ${currency}`)
}
