import type { ContactChannel, ContactOutcome, ReturnAddressCopy } from '@/lib/after-sales/domain/after-sale'
import type { Instant } from '@/lib/after-sales/domain/policy'
import type { Refusal } from '@/lib/after-sales/domain/refusals'
import type { BulkItemState, BulkRunState } from './domain/run'

export { BULK_ITEM_STATES, BULK_LIMIT, type BulkItemState, type BulkRunState } from './domain/run'

/** `userId` null: nobody looks after them any more. A text may hold placeholders (`{买家}`), filled in case by case. */
export type BulkAct =
  | { type: 'approve' }
  | { type: 'sendMessage'; text: string }
  | { type: 'logContact'; channel: ContactChannel; outcome: ContactOutcome; note: string }
  | { type: 'assign'; userId: string | null }
export type BulkActType = BulkAct['type']

/** Why a case cannot go along, or did not: what the rules say, or what only matters to an act on many. */
export type BulkRefusal =
  | Refusal
  /** There is none, or it is another shop's. */
  | { code: 'caseUnknown' }
  /** Nobody of the shop, or nobody any more. */
  | { code: 'assigneeUnknown' }
  /** Placeholders, as they are written (`{截止时间}`), that stand for nothing on this case. */
  | { code: 'cannotFill'; variables: string[] }
  /** R2.5 What was sent back is unpacked and checked before its money goes. */
  | { code: 'inspectEach'; clause: 'R2.5' }
  /** A defect of ours: nothing was done, and nothing half. */
  | { code: 'failed' }

/** What is selected: these cases, or all that the queue's address (`queueKey`) shows but some. */
export type BulkSelection = { nos: readonly string[] } | { query: string; except: readonly string[] }

/** Cases that cannot go along for one reason. `nos`: the first few of them; `amountFen`: of all of them. */
export type BulkExclusion = { refusal: BulkRefusal; cases: number; nos: readonly string[]; amountFen: number }
export const EXCLUDED_NOS = 20

/** What would happen; nothing has yet. `cases` are those that were selected, `goes` those that can go along. */
export type BulkPreview = {
  id: string
  act: BulkAct
  cases: number
  goes: number
  /** What leaves: the refunds of those that go. */
  amountFen: number
  /** Of those that go: returns that are approved, whose money does not leave yet. */
  returns: number
  /** R2.2 Where those are sent back to; null when there are none. */
  returnAddress: ReturnAddressCopy | null
  /** The most cases first. */
  exclusions: BulkExclusion[]
}

/** Why nothing could be prepared. */
export type PrepareRefusal =
  | { code: 'nothingSelected' }
  | { code: 'tooMany'; limit: number }
  | { code: 'textEmpty' }
  | { code: 'assigneeUnknown' }
export type PrepareOutcome =
  | { ok: true; preview: BulkPreview }
  | { ok: false; refusal: PrepareRefusal }
  /** What was sent is no request of the screen's. */
  | { ok: false; invalid: true }
/** `runUnknown`: it is not the viewer's, or it was prepared too long ago. */
export type BulkOutcome = { ok: true } | { ok: false; refusal: { code: 'runUnknown' } }

/** How far a run is. `goes` = `done` + `refused` + `stopped` + what is still to come. */
export type BulkProgress = {
  id: string
  act: BulkAct
  state: BulkRunState
  goes: number
  done: number
  refused: number
  stopped: number
  startedAt: Instant
  finishedAt: Instant | null
  by: { userId: string; name: string }
}

/** The viewer's latest runs in the shop, the newest first. */
export type BulkRuns = { runs: BulkProgress[]; now: Instant }

/** What became of one case. `buyerName` is masked; `refusal`: of EXCLUDED and REFUSED. */
export type BulkResult = {
  no: string
  title: string
  buyerName: string
  amountFen: number
  currency: string
  state: BulkItemState
  refusal: BulkRefusal | null
}

/** Results in the order of the selection. `run` is null before it is started. */
export type BulkResultPage = { run: BulkProgress | null; rows: BulkResult[]; nextCursor: string | null; now: Instant }
