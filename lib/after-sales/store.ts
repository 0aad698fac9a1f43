import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import type { Tx } from '@/lib/db/transaction'
import type { LeftOfLine } from './domain/act'
import type { AfterSale, ClaimedLine, ReturnAddress } from './domain/after-sale'
import type { Instant } from './domain/policy'
import { JUDGED_BY, JUDGED_UNDER_LOCK } from './fact-columns'
import { type AfterSaleRow, STATE_COLUMNS } from './row'
import { toState } from './row-state'

/**
 * Loading under lock; an application's order is in order-store.ts, what falls due in due-store.ts, saving in save-store.ts.
 * Lock order everywhere: order row, then cases by number, then files, then order lines.
 */

/** `laterCaseNo`: R4.1 a case that was opened on one of its lines since it was rejected. */
export type LockedCase = {
  state: AfterSale
  returnAddresses: ReturnAddress[]
  laterCaseNo: string | null
  /** R4.5 Of a service in dispute: what is left to refund of its lines. */
  leftOfLines: LeftOfLine[] | null
  buyerName: string
}
export type LockedRow = AfterSaleRow & {
  lines: ClaimedLine[]
  returnAddresses: ReturnAddress[] | null
  laterCaseNo: string | null
  leftOfLines: LeftOfLine[] | null
  buyerName: string
  now: Date
}

/** For SQL: the running number of a new case. */
export const SERIAL = `nextval('"AfterSale_number"')`
const IS_MEMBER = `EXISTS (SELECT 1 FROM "Member" m WHERE m."shopId" = c."shopId" AND m."userId" = $3 AND m."active") AS "memberOfShop"`
/** All the year. */
const SHANGHAI_MS = 8 * 3_600_000

export const COLUMNS = STATE_COLUMNS.map((column) => `c."${column}"`).join(', ')

/** R0.1 The database's time. */
export async function readNow(tx: Tx): Promise<Instant> {
  const { rows } = await tx.query<{ now: Date }>('SELECT app_now() AS now', [], { prepared: true })
  const now = rows[0]?.now
  if (!now) throw new Error('the database has no clock')
  return now.getTime()
}

/** What a command may have to know besides: whether somebody works for the shop (R4.7), a number for another case (R3.1). */
export type Asked = { memberId?: string | null | undefined; newNo?: boolean | undefined }
export type HeldCase = LockedCase & { now: Instant; memberOfShop: boolean; newNo: string | null }

/**
 * Locks one case within the scope, and reads the time once the lock is held: of two that act at the same instant, the
 * later one to get the lock is also the later one by the clock. Null when there is no such case in the scope.
 */
export async function lockCase(
  tx: Tx,
  scope: Scope,
  no: string,
  { memberId = null, newNo = false }: Asked = {},
): Promise<HeldCase | null> {
  const { rows } = await tx.query<LockedRow & { memberOfShop?: boolean; serial?: number }>(
    `WITH c AS MATERIALIZED (
       SELECT * FROM "AfterSale" WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) FOR UPDATE)
     SELECT ${COLUMNS}, app_now() AS "now", ${memberId === null ? '' : `${IS_MEMBER}, `}${newNo ? `${SERIAL} AS "serial", ` : ''}
       ${JUDGED_UNDER_LOCK} FROM c`,
    [no, shopIdsOf(scope), ...(memberId === null ? [] : [memberId])],
    { prepared: true },
  )
  const [row] = rows
  if (!row) return null
  const now = row.now.getTime()
  const { memberOfShop = false, serial } = row
  return { ...toLocked(row), now, memberOfShop, newNo: serial === undefined ? null : numberOf(serial, now) }
}

/** Reads a case without a lock, and the time; null when there is none in the scope. Its clock is not settled here. */
export async function readState(tx: Tx, scope: Scope, no: string): Promise<(LockedCase & { now: Instant }) | null> {
  const { rows } = await tx.query<LockedRow>(
    `SELECT ${COLUMNS}, (SELECT app_now()) AS "now", ${JUDGED_BY} FROM "AfterSale" c
     WHERE "no" = $1 AND ($2::text[] IS NULL OR "shopId" = ANY ($2))`,
    [no, shopIdsOf(scope)],
    { prepared: true },
  )
  const [row] = rows
  return row ? { ...toLocked(row), now: row.now.getTime() } : null
}

/** R4.7 Whether somebody works for the shop. */
export async function isMember(tx: Tx, shopId: string, userId: string | null): Promise<boolean> {
  const { rows } = await tx.query(`SELECT 1 FROM "Member" WHERE "shopId" = $1 AND "userId" = $2 AND "active"`, [
    shopId,
    userId,
  ])
  return rows.length > 0
}

/** A case number: `AS`, the day in Shanghai, and a running number of at least five digits. */
export function numberOf(serial: number, now: Instant): string {
  const day = new Date(now + SHANGHAI_MS).toISOString().slice(2, 10).replaceAll('-', '')
  return `AS${day}${String(serial).padStart(5, '0')}`
}

export function toLocked({
  lines,
  returnAddresses,
  laterCaseNo,
  leftOfLines,
  buyerName,
  now: _,
  ...row
}: LockedRow): LockedCase {
  return { state: toState(row, lines), returnAddresses: returnAddresses ?? [], laterCaseNo, leftOfLines, buyerName }
}
