import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { MediaType } from '@/lib/files/views'
import { attachmentsAt } from './attachment-queries'
import { DISPUTE_FACTS } from './dispute-columns'
import type { LeftOfLine } from './domain/act'
import type { AfterSale, ClaimedLine, RefundOrigin, ReturnAddress, Side } from './domain/after-sale'
import type { Instant } from './domain/policy'
import { JUDGED_BY } from './fact-columns'
import type { AfterSaleRow } from './row'
import { toState } from './row-state'
import { COLUMNS } from './store'
import type { RefundStatus } from './views'

/** A file as the API shows it. */
export type AttachmentFacts = { id: string; mediaType: MediaType; bytes: number }
/** What a dispute's state does not hold: what came with the statement, what was given, and what support asked for. */
export type DisputeFacts = {
  attachments: AttachmentFacts[]
  /** Oldest first. */
  submissions: { id: string; side: Side; text: string | null; attachments: AttachmentFacts[]; at: Instant }[]
  requests: { from: Side[]; note: string; dueAt: Instant; at: Instant }[]
}
/** A case as the API shows it: its state, what stands beside it, and the time at which it was read. */
export type CaseFacts = {
  state: AfterSale
  buyerName: string
  nextNo: string | null
  /** What was sent with the application. */
  attachments: AttachmentFacts[]
  refund: { no: string; origin: RefundOrigin; amountFen: number; status: RefundStatus; attempts: number } | null
  /** Null when there never was a dispute. */
  dispute: DisputeFacts | null
  returnAddresses: ReturnAddress[]
  /** R4.1 A case that was opened on one of its lines since it was rejected. */
  laterCaseNo: string | null
  /** R4.5 Of a service in dispute: what is left to refund of its lines. */
  leftOfLines: LeftOfLine[] | null
  now: Instant
}
export type CaseRow = AfterSaleRow &
  Omit<CaseFacts, 'state' | 'returnAddresses' | 'dispute' | 'now'> & {
    lines: ClaimedLine[]
    disputeFacts: DisputeFacts | null
    returnAddresses: ReturnAddress[] | null
    now: Date
  }

export const SELECT_FACTS = `SELECT ${COLUMNS}, (SELECT app_now()) AS "now", ${JUDGED_BY},
  (SELECT n."no" FROM "AfterSale" n WHERE n."shopId" = c."shopId" AND n."previousNo" = c."no"
     ORDER BY n."openedAt", n."no" LIMIT 1) AS "nextNo",
  (SELECT jsonb_build_object('no', r."no", 'origin', r."origin", 'amountFen', r."amountFen", 'status', r."status", 'attempts', r."attempts")
     FROM "Refund" r WHERE r."afterSaleNo" = c."no") AS "refund",
  ${DISPUTE_FACTS},
  ${attachmentsAt({ shopId: 'c."shopId"', no: 'c."no"', seq: '1' })} AS "attachments"`

/** One case of the scope as it stands in this transaction; null when there is none. Its clock is not settled here. */
export async function readCase(tx: Tx, scope: Scope, no: string): Promise<CaseFacts | null> {
  const { rows } = await tx.query<CaseRow>(
    `${SELECT_FACTS} FROM "AfterSale" c WHERE c."no" = $1 AND ($2::text[] IS NULL OR c."shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
    { prepared: true },
  )
  return rows[0] ? toFacts(rows[0]) : null
}

/** These cases as they stand in this transaction, in no order. */
export async function readCases(tx: Tx, nos: readonly string[]): Promise<CaseFacts[]> {
  const { rows } = await tx.query<CaseRow>(`${SELECT_FACTS} FROM "AfterSale" c WHERE c."no" = ANY ($1)`, [nos], {
    prepared: true,
  })
  return rows.map(toFacts)
}

export function toFacts({
  lines,
  returnAddresses,
  buyerName,
  nextNo,
  refund,
  attachments,
  disputeFacts,
  laterCaseNo,
  leftOfLines,
  now,
  ...row
}: CaseRow): CaseFacts {
  const state = toState(row, lines)
  return {
    state,
    buyerName,
    nextNo,
    refund,
    attachments,
    dispute: disputeFacts,
    laterCaseNo,
    leftOfLines,
    returnAddresses: returnAddresses ?? [],
    now: now.getTime(),
  }
}
