/** What a shop's people put on a case for themselves: who looks after it, a flag, a note. No rule knows of it. */

export const CASE_FLAGS = ['PRIORITY', 'FOLLOW_UP', 'RISK'] as const
export type CaseFlag = (typeof CASE_FLAGS)[number]

/** In code points, once it is trimmed. */
export const NOTE_TEXT = { min: 1, max: 2000 }

/**
 * `userId` null: nobody looks after it; `flag` null: it has none. `text` as `NOTE_TEXT` allows; `key`: what the screen calls
 * the note, so that one which is sent again after a lost answer is not there twice.
 */
export type Mark =
  | { kind: 'ASSIGN'; userId: string | null }
  | { kind: 'FLAG'; flag: CaseFlag | null }
  | { kind: 'NOTE'; text: string; key?: string | undefined }
export type Marked = { ok: true } | { ok: false; refusal: { code: 'caseUnknown' } | { code: 'assigneeUnknown' } }

/** How a case is marked when its turn comes. */
export type MarkedCase = { assigneeId: string | null; flag: CaseFlag | null }
/** What is looked up for a mark. */
export type MarkFacts = {
  /** Whoever is to look after it works for the shop. */
  assignable: boolean
  /** This very note stands there already. */
  noted: boolean
}

/** What is written down of it. */
export type DeskEntry =
  | { kind: 'ASSIGNED'; data: { from: string | null; to: string | null } }
  | { kind: 'FLAGGED'; data: { from: CaseFlag | null; to: CaseFlag | null } }
  | { kind: 'NOTED'; data: { text: string; key?: string } }

export type MarkDecision =
  | { ok: true; entry: DeskEntry | null }
  | { ok: false; refusal: Extract<Marked, { ok: false }>['refusal'] }

/** What comes of a mark: an entry, or nothing where all is so already. Whoever left the shop keeps what he has and gets no more. */
export function decideMark(now: MarkedCase, mark: Mark, { assignable, noted }: MarkFacts): MarkDecision {
  switch (mark.kind) {
    case 'ASSIGN':
      if (mark.userId === now.assigneeId) return { ok: true, entry: null }
      if (mark.userId !== null && !assignable) return { ok: false, refusal: { code: 'assigneeUnknown' } }
      return { ok: true, entry: { kind: 'ASSIGNED', data: { from: now.assigneeId, to: mark.userId } } }
    case 'FLAG':
      if (mark.flag === now.flag) return { ok: true, entry: null }
      return { ok: true, entry: { kind: 'FLAGGED', data: { from: now.flag, to: mark.flag } } }
    case 'NOTE': {
      if (noted) return { ok: true, entry: null }
      const { text, key } = mark
      return { ok: true, entry: { kind: 'NOTED', data: { text, ...(key !== undefined && { key }) } } }
    }
  }
}

/** Whether a mark still is what somebody put there, so that he may take it back. */
export function isStill(now: MarkedCase, put: Extract<Mark, { kind: 'ASSIGN' | 'FLAG' }>): boolean {
  return put.kind === 'ASSIGN' ? now.assigneeId === put.userId : now.flag === put.flag
}
