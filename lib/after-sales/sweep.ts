import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { inTransaction } from '@/lib/db/transaction'
import { settle } from './handle-command'
import { saveChanges } from './save-store'
import { findNextDue, findOverdue, lockOverdue, lockOverdueOf, readNow } from './store'

/** How many cases one transaction settles. */
export const BATCH = 500

/**
 * Settles overdue cases that nobody else holds, batch by batch, until none is left; any number of workers may do it at
 * once. Returns how many it settled. It decides nothing itself: every case goes the way of a command (R0.3).
 */
export async function sweepDue(): Promise<number> {
  let total = 0
  for (;;) {
    const settled = await sweepBatch()
    total += settled
    if (settled < BATCH) return total
  }
}

async function sweepBatch(): Promise<number> {
  return inTransaction(async (tx) => {
    const now = await readNow(tx)
    const due = await lockOverdue(tx, now, BATCH)
    await saveChanges(
      tx,
      due.map((locked) => settle(locked, now)),
    )
    return due.length
  })
}

/** R0.3 Before a read: settles what is overdue in the scope (or that one case), waiting for whoever is at it. */
export async function settleOverdue(scope: Scope, { no }: { no?: string } = {}): Promise<void> {
  for (;;) {
    const seen = await readNow(database)
    const overdue = await findOverdue(database, scope, { now: seen, only: no ?? null, limit: BATCH })
    if (overdue.length === 0) return
    await inTransaction(async (tx) => {
      // the time that found them overdue is behind us: they are still, or somebody has settled them
      const now = await readNow(tx)
      const locked = await lockOverdueOf(tx, overdue, now)
      await saveChanges(
        tx,
        locked.map((one) => settle(one, now)),
      )
    })
  }
}

/** How long until the next deadline is over, in ms, negative when it is overdue; null when none runs. */
export async function timeUntilDue(): Promise<number | null> {
  const next = await findNextDue(database)
  // R0.2 the deadline itself is still in time: it has passed one millisecond later
  return next && next.dueInMs + 1
}
