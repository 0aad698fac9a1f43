import type { Tx } from '@/lib/db/transaction'
import { decideMark, isStill, type Mark, type Marked, type MarkedCase } from './domain/mark'
import { lockMarks, readFacts, saveEntry } from './store'
import type { Unmarked } from './views'

/** What is put on which case, by whom. */
export type MarkRequest = { shopId: string; userId: string; no: string; mark: Mark }

/**
 * Puts a mark on a case of the shop, under its lock, and tells who looks at it; what is so already leaves no trace. The
 * case's version stays: a colleague who decides meanwhile need not look again.
 */
export async function markCase(tx: Tx, request: MarkRequest): Promise<Marked> {
  const now = await lockMarks(tx, request)
  return now ? change(tx, request, now) : { ok: false, refusal: { code: 'caseUnknown' } }
}

/** What somebody put on a case, and how it was before. */
export type UndoRequest = Omit<MarkRequest, 'mark'> & {
  put: Extract<Mark, { kind: 'ASSIGN' | 'FLAG' }>
  before: Extract<Mark, { kind: 'ASSIGN' | 'FLAG' }>
}

/** Makes it as it was before, unless somebody else has put something there since. */
export async function undoMark(tx: Tx, { put, before, ...request }: UndoRequest): Promise<Unmarked> {
  const now = await lockMarks(tx, request)
  if (!now) return { ok: false, refusal: { code: 'caseUnknown' } }
  if (!isStill(now, put)) return { ok: false, refusal: { code: 'markOvertaken' } }
  return change(tx, { ...request, mark: before }, now)
}

async function change(tx: Tx, { mark, ...request }: MarkRequest, now: MarkedCase): Promise<Marked> {
  const decision = decideMark(now, mark, await readFacts(tx, request, mark))
  if (!decision.ok) return decision
  if (decision.entry) await saveEntry(tx, request, request.userId, decision.entry)
  return { ok: true }
}
