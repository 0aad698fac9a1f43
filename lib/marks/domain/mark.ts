/** What a shop's people put on a case for themselves: who looks after it, a flag, a note. No rule knows of it. */

export const CASE_FLAGS = ['PRIORITY', 'FOLLOW_UP', 'RISK'] as const
export type CaseFlag = (typeof CASE_FLAGS)[number]

/** `userId` null: nobody looks after it; `flag` null: it has none. */
export type Mark =
  | { kind: 'ASSIGN'; userId: string | null }
  | { kind: 'FLAG'; flag: CaseFlag | null }
  | { kind: 'NOTE'; text: string }
export type Marked = { ok: true } | { ok: false; refusal: { code: 'caseUnknown' } | { code: 'assigneeUnknown' } }
