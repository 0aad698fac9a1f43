import type { EventType } from '@/lib/after-sales/domain/events'
import { type Change, columnNames } from '@/lib/after-sales/projection-store'
import { iso } from '@/lib/after-sales/row'
import type { Tx } from '@/lib/db/transaction'
import { MAILED_BY_DEFAULT, noticesOf, TOLD } from './domain/notices'
import { ADD_MAIL_JOBS } from './jobs-store'
import { isMailConfigured, MAIL_POLICY } from './mail-policy'

// a kind of event without a line in the table does not compile
TOLD satisfies Record<EventType, unknown>

const NOTICE = columnNames('shopId', 'audience', 'kind', 'afterSaleNo', 'seq', 'at')
const INSERT = `INSERT INTO "Notice" (${NOTICE}) SELECT ${NOTICE} FROM jsonb_populate_recordset(NULL::"Notice", $1)
  ORDER BY "at", "afterSaleNo", "seq"`

/**
 * Puts down what these changes tell people, in the transaction that decides them: undone, nobody hears of it. One
 * statement however many they are, and none where there is nothing to tell.
 */
export async function recordNotices(tx: Tx, changes: readonly Change[]): Promise<void> {
  await insertNotices(tx, changes.flatMap(toRows))
}

/** A case whose order was shipped although its buyer wants the money back. `seq`: its last event, which the notice stands by. */
export type ShippedCase = { shopId: string; no: string; seq: number }

/** Tells the shop of a shipment, in the transaction that records it. `at`: when it was recorded. */
export async function recordShipmentNotices(tx: Tx, cases: readonly ShippedCase[], at: Date): Promise<void> {
  await insertNotices(
    tx,
    cases.map(({ shopId, no, seq }) => ({
      shopId,
      audience: 'MERCHANT' as const,
      kind: 'ORDER_SHIPPED' as const,
      afterSaleNo: no,
      seq,
      at: at.toISOString(),
    })),
  )
}

async function insertNotices(tx: Tx, notices: readonly ReturnType<typeof toRows>[number][]): Promise<void> {
  if (notices.length === 0) return
  const rows = JSON.stringify(notices)
  if (isMailConfigured()) await tx.query(INSERT_AND_MAIL, [rows, MAILED_BY_DEFAULT, MAIL_POLICY.gatherMs])
  else await tx.query(INSERT, [rows])
}

/** The same, and who of the shop or of support wants it by e-mail, with one job for each of them. */
const INSERT_AND_MAIL = `WITH made AS (${INSERT} RETURNING "owner", "id", "kind"),
  mails AS (
    INSERT INTO "NoticeMail" ("owner", "noticeId", "userId")
    SELECT made."owner", made."id", hears."userId" FROM made
    CROSS JOIN LATERAL (
      SELECT "userId" FROM "Member" WHERE "shopId" = made."owner" AND "active"
      UNION ALL SELECT "id" FROM "User" WHERE made."owner" = '' AND "support") hears
    LEFT JOIN "NoticeChoice" c ON c."userId" = hears."userId" AND c."owner" = made."owner" AND c."kind" = made."kind"
    WHERE COALESCE(c."email", made."kind" = ANY ($2))
    RETURNING "userId")
  SELECT ${ADD_MAIL_JOBS} FROM (SELECT DISTINCT "userId", $3::int AS "delayMs" FROM mails) reader HAVING count(*) > 0`

function toRows({ state, events }: Change) {
  const after = {
    underReview: state.dispute?.stage === 'UNDER_REVIEW',
    refundedInstantly: state.refund?.origin === 'INSTANT_REFUND',
  }
  return noticesOf(events, after).map(({ audience, kind, index }) => ({
    shopId: state.shopId,
    audience,
    kind,
    afterSaleNo: state.no,
    seq: state.seq - events.length + index + 1,
    at: iso(events[index]?.recordedAt),
  }))
}
