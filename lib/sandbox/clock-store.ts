import { database } from '@/lib/db/pool'
import type { Tx } from '@/lib/db/transaction'
import type { SandboxClock } from './clock'

export async function selectClock(tx: Tx = database): Promise<SandboxClock> {
  const { rows } = await tx.query<SandboxClock>(`SELECT app_now() AS "now", "offsetMs" FROM "SandboxClock"`, [], {
    prepared: true,
  })
  if (!rows[0]) throw new Error('the database has no clock')
  return rows[0]
}

/** Everybody who waits for a deadline is woken when the transaction commits. */
export async function moveOffset(tx: Tx, advanceMs: number): Promise<void> {
  await tx.query(`UPDATE "SandboxClock" SET "offsetMs" = "offsetMs" + $1`, [advanceMs])
  await tx.query(`SELECT pg_notify('afterdesk', '{"clock":true}')`)
}
