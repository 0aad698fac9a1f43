import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { MediaType } from '@/lib/files/views'
import { attachmentsAt } from './attachment-queries'
import type { AfterSale, ClaimedLine, RefundOrigin, ReturnAddress } from './domain/after-sale'
import type { Instant } from './domain/policy'
import { type AfterSaleRow, STATE_COLUMNS, toState } from './row'
import type { RefundStatus } from './views'

/** A file as the API shows it. */
export type AttachmentFacts = { id: string; mediaType: MediaType; bytes: number }
/** A case as the API shows it: its state, what stands beside it, and the time at which it was read. */
export type CaseFacts = {
  state: AfterSale
  buyerName: string
  nextNo: string | null
  /** What was sent with the application. */
  attachments: AttachmentFacts[]
  refund: { no: string; origin: RefundOrigin; amountFen: number; status: RefundStatus; attempts: number } | null
  returnAddresses: ReturnAddress[]
  now: Instant
}
export type CaseRow = AfterSaleRow &
  Omit<CaseFacts, 'state' | 'returnAddresses' | 'now'> & {
    lines: ClaimedLine[]
    returnAddresses: ReturnAddress[] | null
    now: Date
  }

/** Only an approval of a return asks for the addresses. */
export const SELECT_FACTS = `SELECT ${STATE_COLUMNS.map((column) => `c."${column}"`).join(', ')}, c."buyerName", (SELECT app_now()) AS "now",
  (SELECT jsonb_agg(jsonb_build_object('lineNo', l."lineNo", 'quantity', l."quantity", 'amountFen', l."amountFen") ORDER BY l."lineNo")
     FROM "AfterSaleLine" l WHERE l."shopId" = c."shopId" AND l."afterSaleNo" = c."no") AS "lines",
  CASE WHEN c."type" = 'RETURN_REFUND' AND c."status" = 'PENDING_REVIEW' THEN
    (SELECT jsonb_agg(to_jsonb(a) - 'shopId' - 'createdAt') FROM "ReturnAddress" a WHERE a."shopId" = c."shopId")
  END AS "returnAddresses",
  (SELECT n."no" FROM "AfterSale" n WHERE n."shopId" = c."shopId" AND n."previousNo" = c."no"
     ORDER BY n."openedAt", n."no" LIMIT 1) AS "nextNo",
  (SELECT jsonb_build_object('no', r."no", 'origin', r."origin", 'amountFen', r."amountFen", 'status', r."status", 'attempts', r."attempts")
     FROM "Refund" r WHERE r."afterSaleNo" = c."no") AS "refund",
  ${attachmentsAt({ shopId: 'c."shopId"', no: 'c."no"', seq: '1' })} AS "attachments"`

/** One case of the scope as it stands in this transaction; null when there is none. Its clock is not settled here. */
export async function readCase(tx: Tx, scope: Scope, no: string): Promise<CaseFacts | null> {
  const { rows } = await tx.query<CaseRow>(
    `${SELECT_FACTS} FROM "AfterSale" c WHERE c."no" = $1 AND ($2::text[] IS NULL OR c."shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
  )
  return rows[0] ? toFacts(rows[0]) : null
}

/** These cases as they stand in this transaction, in no order. */
export async function readCases(tx: Tx, nos: readonly string[]): Promise<CaseFacts[]> {
  const { rows } = await tx.query<CaseRow>(`${SELECT_FACTS} FROM "AfterSale" c WHERE c."no" = ANY ($1)`, [nos])
  return rows.map(toFacts)
}

export function toFacts({
  lines,
  returnAddresses,
  buyerName,
  nextNo,
  refund,
  attachments,
  now,
  ...row
}: CaseRow): CaseFacts {
  const state = toState(row, lines)
  return { state, buyerName, nextNo, refund, attachments, returnAddresses: returnAddresses ?? [], now: now.getTime() }
}
