import type { Scope } from '@/lib/auth/scope'
import { database } from '@/lib/db/pool'
import { inTransaction } from '@/lib/db/transaction'
import { logger } from '@/lib/logger'
import { settle } from './handle-command'
import { saveChanges } from './save-store'
import { findNextDue, findOverdue, lockOverdue, lockOverdueOf, readNow } from './store'

const EVERYWHERE: Scope = { kind: 'PLATFORM' }
/** How many cases one transaction settles. */
export const BATCH = 500

/**
 * Settles overdue cases that nobody else holds, batch by batch, until none is left; any number of workers may do it at
 * once. Returns how many it settled. It decides nothing itself: every case goes the way of a command (R0.3).
 */
export async function sweepDue(): Promise<number> {
  let total = 0
  for (;;) {
    const seen = await readNow(database)
    try {
      const settled = await sweepBatch()
      total += settled
      if (settled < BATCH) return total
    } catch (error) {
      logger().error({ err: error }, 'a batch of deadlines failed; they are settled one by one')
      return (
        total + (await settleEach(await findOverdue(database, EVERYWHERE, { now: seen, only: null, limit: BATCH })))
      )
    }
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

/** One case that cannot be settled must not keep the others from it. Returns how many could. */
async function settleEach(nos: readonly string[]): Promise<number> {
  let settled = 0
  for (const no of nos) {
    try {
      await settleAll([no])
      settled++
    } catch (error) {
      logger().error({ err: error, no }, 'a deadline cannot be settled')
    }
  }
  return settled
}

/**
 * R0.3 Before a read: settles what is overdue in the scope (or that one case), waiting for whoever is at it. A list does
 * not fail for a case that cannot be settled; a read of that case does.
 */
export async function settleOverdue(scope: Scope, { no }: { no?: string } = {}): Promise<void> {
  for (;;) {
    const now = await readNow(database)
    const overdue = await findOverdue(database, scope, { now, only: no ?? null, limit: BATCH })
    if (overdue.length === 0) return
    try {
      await settleAll(overdue)
    } catch (error) {
      if (no !== undefined) throw error
      await settleEach(overdue)
      return
    }
  }
}

/** These cases, if they are still overdue, in one transaction. */
async function settleAll(nos: readonly string[]): Promise<void> {
  await inTransaction(async (tx) => {
    const now = await readNow(tx)
    const locked = await lockOverdueOf(tx, nos, now)
    await saveChanges(
      tx,
      locked.map((one) => settle(one, now)),
    )
  })
}

/** How long until the next deadline is over, in ms, negative when it is overdue; null when none runs. */
export async function timeUntilDue(): Promise<number | null> {
  const next = await findNextDue(database)
  // R0.2 the deadline itself is still in time: it has passed one millisecond later
  return next && next.dueInMs + 1
}
