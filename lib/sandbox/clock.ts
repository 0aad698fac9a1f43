import { z } from 'zod'
import { remindAll, settleOverdue, sweepDue } from '@/lib/after-sales/sweep'
import { NOWHERE } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'
import { env } from '@/lib/env'
import { OperatorError } from '@/lib/operator-error'
import { moveOffset, selectClock } from './clock-store'

/** The sandbox's clock: the database's, and how far it runs ahead of the real time. */
export type SandboxClock = { now: Date; offsetMs: number }

const LONGEST_MS = 400 * 24 * 3_600_000

/** Time goes forward only. */
export const advanceSchema = z.strictObject({ advanceMs: z.int().min(1).max(LONGEST_MS) })

export function isSandbox(): boolean {
  return env().AFTERDESK_SANDBOX
}

export async function readClock(): Promise<SandboxClock> {
  return selectClock()
}

/** Real work goes by real time: refuses a database whose clock somebody has moved, unless this is the sandbox. */
export async function refuseMovedClock(): Promise<void> {
  const { offsetMs } = await selectClock()
  if (isSandbox() || offsetMs === 0) return
  throw new OperatorError(
    `The clock of this database was moved by ${offsetMs} ms in a sandbox: use another database, or set AFTERDESK_SANDBOX=1 to go on playing with this one.`,
  )
}

/** Moves the clock, and returns once everything that fell due by it is decided. Throws outside the sandbox. */
export async function advanceClock(advanceMs: number): Promise<SandboxClock> {
  const move = advanceSchema.parse({ advanceMs })
  await inTransaction(NOWHERE, (tx) => moveClock(tx, move.advanceMs))
  await settleAll()
  return readClock()
}

/** The move alone, in the caller's transaction; `settleAll` belongs after its commit. */
export async function moveClock(tx: Tx, advanceMs: number): Promise<SandboxClock> {
  requireSandbox()
  await moveOffset(tx, advanceMs)
  return selectClock(tx)
}

/** Decides everything that is due and tells what comes soon; what another process is at, is waited for. */
export async function settleAll(): Promise<void> {
  await sweepDue()
  await settleOverdue({ kind: 'PLATFORM' })
  await remindAll()
}

function requireSandbox(): void {
  if (!isSandbox()) throw new Error('the clock is moved in the sandbox only')
}
