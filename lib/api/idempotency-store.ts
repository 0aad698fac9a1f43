import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'

/** `sealed`: whether the body is, which it was not always. */
export type StoredAnswer = { bodyHash: string; status: number; body: string; sealed: boolean }

/** Takes the key until the transaction ends; false while another request has it. */
export async function tryLockKey(tx: Tx, scope: string, key: string): Promise<boolean> {
  const { rows } = await tx.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS "taken"`,
    [`idempotency ${scope} ${key}`],
    { prepared: true },
  )
  return rows[0]?.taken === true
}

export async function findAnswer(tx: Tx, scope: string, key: string): Promise<StoredAnswer | null> {
  const { rows } = await tx.query<StoredAnswer>(
    `SELECT "bodyHash", "status", "body", "sealed" FROM "IdempotencyKey" WHERE "scope" = $1 AND "key" = $2`,
    [scope, key],
    { prepared: true },
  )
  return rows[0] ?? null
}

export async function storeAnswer(tx: Tx, scope: string, key: string, answer: StoredAnswer): Promise<void> {
  await tx.query(
    `INSERT INTO "IdempotencyKey" ("scope", "key", "bodyHash", "status", "body", "sealed") VALUES ($1, $2, $3, $4, $5, $6)`,
    [scope, key, answer.bodyHash, answer.status, answer.body, answer.sealed],
    { prepared: true },
  )
}

/** Forgets answers of more than a week ago; returns how many. */
export async function deleteOldAnswers(): Promise<number> {
  const { rowCount } = await database.query(
    `DELETE FROM "IdempotencyKey" WHERE "createdAt" < (SELECT app_now()) - INTERVAL '7 days'`,
  )
  return rowCount
}
