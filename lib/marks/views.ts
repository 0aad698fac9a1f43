import type { CaseFlag, Marked } from './domain/mark'

export type Person = { userId: string; name: string }

/** What the shop's people did to a case among themselves. Instants in epoch ms; `to` null: it was taken away. */
export type MarkEntry = { id: string; at: number; by: Person } & (
  | { kind: 'ASSIGNED'; to: Person | null }
  | { kind: 'FLAGGED'; to: CaseFlag | null }
  | { kind: 'NOTED'; text: string }
)

/** How a case is marked, for a member of its shop. */
export type CaseMarks = {
  no: string
  shopId: string
  /** Who looks: the person, not the role. */
  me: Person
  /** `active` false: he does not work for the shop any more. */
  assignee: (Person & { active: boolean }) | null
  flag: CaseFlag | null
  /** The latest, newest last. */
  entries: MarkEntry[]
  now: number
}

/** Who may be given cases; `former`: who has left, and may still have some. By name. */
export type Assignable = { me: string; members: Person[]; former: Person[] }

/** Taking back what one put there. */
export type Unmarked = Marked | { ok: false; refusal: { code: 'markOvertaken' } }
/** What was sent has a fault that the screen does not allow. */
export type MarkInvalid = { ok: false; invalid: true }
export type MarkOutcome = Marked | MarkInvalid
export type UnmarkOutcome = Unmarked | MarkInvalid
