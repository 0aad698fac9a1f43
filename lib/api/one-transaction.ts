import type { Reach } from '@/lib/db/reach'
import { inTransaction, type Tx } from '@/lib/db/transaction'

const ATTEMPTS = 3

/** One transaction for an effect and its stored answer; tried again when the database broke a deadlock by ending it. */
export async function inOneTransaction<T>(reach: Reach, work: (tx: Tx) => Promise<T>, attempt = 1): Promise<T> {
  try {
    return await inTransaction(reach, work)
  } catch (error) {
    if (attempt >= ATTEMPTS || !isDeadlock(error)) throw error
    return inOneTransaction(reach, work, attempt + 1)
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
}
