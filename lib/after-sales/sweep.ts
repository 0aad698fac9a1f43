import { cache } from 'react'
import type { Scope } from '@/lib/auth/scope'
import { EVERYWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { within } from '@/lib/db/within'
import { logger } from '@/lib/logger'
import type { Instant } from './domain/policy'
import {
  CLOCKS,
  type ClockColumns,
  findNext,
  findOverdue,
  findOverdueCase,
  findSoon,
  isAnyHeld,
  lockOverdue,
  lockOverdueOf,
  lockSoon,
  type NextOfClock,
  type Overdue,
  type Picked,
} from './due-store'
import { settle, tellSoon } from './handle-command'
import type { Change } from './projection-store'
import { saveChanges } from './save-store'
import { type LockedCase, lockCase, readNow } from './store'

/** How many cases one transaction decides. */
export const BATCH = 500

/** What the clock brings about: when it is time for the next case, those it is time for, and what becomes of one. */
type Duty = {
  isNow: (next: NextOfClock) => boolean
  lock: (tx: Tx, clock: ClockColumns, limit: number) => Promise<Picked>
  find: (tx: Tx, limit: number) => Promise<string[]>
  decide: (locked: LockedCase, now: Instant) => Change
}
const EXPIRY: Duty = {
  isNow: ({ dueInMs }) => untilExpired(dueInMs) <= 0,
  lock: lockOverdue,
  find: async (tx, limit) => (await findOverdue(tx, EVERYWHERE, limit)).overdue,
  decide: settle,
}
const REMINDER: Duty = {
  isNow: ({ soonInMs }) => untilTold(soonInMs) <= 0,
  lock: lockSoon,
  find: findSoon,
  decide: tellSoon,
}

/**
 * Settles overdue cases that nobody else holds and tells of deadlines that come soon, batch by batch, until none is left;
 * any number of workers may do it at once. Returns how many cases it decided. It decides nothing itself: every case goes
 * the way of a command (R0.3). Where it is time for nothing it costs one look. `goOn` is asked before every batch.
 */
export async function sweepDue(goOn: () => boolean = () => true): Promise<number> {
  const next = await findNext(within(EVERYWHERE))
  let decided = 0
  for (const duty of [EXPIRY, REMINDER])
    for (const [index, clock] of CLOCKS.entries()) {
      const own = next[index]
      if (own && duty.isNow(own)) decided += await sweepAll(duty, clock, goOn)
    }
  return decided
}

async function sweepAll(duty: Duty, clock: ClockColumns, goOn: () => boolean): Promise<number> {
  let total = 0
  while (goOn()) {
    try {
      const decided = await sweepBatch(duty, clock)
      total += decided
      if (decided < BATCH) break
    } catch (error) {
      logger().error({ err: error }, 'a batch of deadlines failed; they are settled one by one')
      return total + (await decideEach(await duty.find(within(EVERYWHERE), BATCH), duty))
    }
  }
  return total
}

async function sweepBatch({ lock, decide }: Duty, clock: ClockColumns): Promise<number> {
  return inTransaction(EVERYWHERE, async (tx) => {
    const { now, locked } = await lock(tx, clock, BATCH)
    await saveChanges(
      tx,
      locked.map((one) => decide(one, now)),
    )
    return locked.length
  })
}

/** One case that cannot be decided must not keep the others from it. Returns how many could. */
async function decideEach(nos: readonly string[], { decide }: Duty): Promise<number> {
  let decided = 0
  for (const no of nos) {
    try {
      await inTransaction(EVERYWHERE, async (tx) => {
        const locked = await lockCase(tx, EVERYWHERE, no)
        if (locked) await saveChanges(tx, [decide(locked, locked.now)])
      })
      decided++
    } catch (error) {
      logger().error({ err: error, no }, 'a deadline cannot be settled')
    }
  }
  return decided
}

/** How many batches a list settles before it answers. */
const BATCHES_OF_LIST = 2
/** Of how many of the soonest it is asked whether the sweep is at them: it takes those first too. */
const SOONEST = 20

/**
 * R0.3 Before a list or a count: settles what is overdue in the scope, soonest first, but no more than a moment's worth:
 * nobody waits for a storm to end, nor takes part in one that the sweep is at. `left`: there is more, which the list leaves
 * out (`notOverdue`). Once for all that a page shows of one scope.
 */
export const settleForList = cache(async (scope: Scope): Promise<{ now: Instant; left: boolean }> => {
  for (let batch = 0; ; batch++) {
    const { now, overdue } = await lookForOverdue(scope)
    if (overdue.length === 0) return { now, left: false }
    if (batch === BATCHES_OF_LIST) return { now, left: true }
    if (overdue.length >= BATCH && (await isAnyHeld(within(scope), overdue.slice(0, SOONEST))))
      return { now, left: true }
    await settleAll(scope, overdue).catch(() => decideEach(overdue, EXPIRY))
  }
})

/**
 * R0.3 Before a read of all there is: settles what is overdue in the scope (or that one case), waiting for whoever is at
 * it. A list does not fail for a case that cannot be settled; a read of that case does. Returns the time at which all was settled.
 */
export async function settleOverdue(scope: Scope, { no }: { no?: string } = {}): Promise<Instant> {
  for (;;) {
    const { now, overdue } = await lookForOverdue(scope, no)
    if (overdue.length === 0) return now
    try {
      await settleAll(scope, overdue)
    } catch (error) {
      if (no !== undefined) throw error
      await decideEach(overdue, EXPIRY)
      return now
    }
  }
}

function lookForOverdue(scope: Scope, no?: string): Promise<Overdue> {
  return no === undefined ? findOverdue(within(scope), scope, BATCH) : findOverdueCase(within(scope), scope, no)
}

/** Tells of every deadline that comes soon, waiting for whoever is at one of them. */
export async function remindAll(): Promise<void> {
  for (;;) {
    const soon = await findSoon(within(EVERYWHERE), BATCH)
    if ((await decideEach(soon, REMINDER)) === 0) return
  }
}

/** These cases, if they are still overdue, in one transaction. */
async function settleAll(scope: Scope, nos: readonly string[]): Promise<void> {
  await inTransaction(scope, async (tx) => {
    const now = await readNow(tx)
    const locked = await lockOverdueOf(tx, nos, now)
    await saveChanges(
      tx,
      locked.map((one) => settle(one, now)),
    )
  })
}

/** How long until the clock has something to decide or tell, in ms, not above 0 when it is time; null when it has nothing. */
export async function timeUntilDue(): Promise<number | null> {
  const next = await findNext(within(EVERYWHERE))
  const ms = Math.min(...next.flatMap(({ dueInMs, soonInMs }) => [untilExpired(dueInMs), untilTold(soonInMs)]))
  return Number.isFinite(ms) ? ms : null
}

// R0.2 the deadline itself is still in time: it has passed one millisecond later
function untilExpired(dueInMs: number | null): number {
  return dueInMs === null ? Number.POSITIVE_INFINITY : dueInMs + 1
}

// a mere target has only what is told
function untilTold(soonInMs: number | null): number {
  return soonInMs ?? Number.POSITIVE_INFINITY
}
