import type { EventType } from '@/lib/after-sales/domain/events'
import { type Change, columnNames } from '@/lib/after-sales/projection-store'
import { iso } from '@/lib/after-sales/row'
import { type Parts, type Piece, rowsOf, runPieces } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import { MAILED_BY_DEFAULT, noticesOf, TOLD } from './domain/notices'
import { ADD_MAIL_JOBS } from './jobs-store'
import { isMailConfigured, MAIL_POLICY } from './mail-policy'

// a kind of event without a line in the table does not compile
TOLD satisfies Record<EventType, unknown>

const NOTICE = columnNames('shopId', 'audience', 'kind', 'afterSaleNo', 'seq', 'at')

/** What these changes tell people, put down with what decides them: undone, nobody hears of it. Null: nothing. */
export function recordNotices(changes: readonly Change[]): Piece | null {
  return insertNotices(changes.flatMap(toRows))
}

/** A case whose order was shipped although its buyer wants the money back. `seq`: its last event, which the notice stands by. */
export type ShippedCase = { shopId: string; no: string; seq: number }

/** Tells the shop of a shipment, in the transaction that records it. `at`: when it was recorded. */
export async function recordShipmentNotices(tx: Tx, cases: readonly ShippedCase[], at: Date): Promise<void> {
  const notices = cases.map(({ shopId, no, seq }) => ({
    shopId,
    audience: 'MERCHANT' as const,
    kind: 'ORDER_SHIPPED' as const,
    afterSaleNo: no,
    seq,
    at: at.toISOString(),
  }))
  await runPieces(tx, [insertNotices(notices)])
}

/** Where letters are sent, with who of the shop or of support wants them by e-mail, and one job for each of these. */
function insertNotices(notices: readonly ReturnType<typeof toRows>[number][]): Piece | null {
  if (notices.length === 0) return null
  return (bind): Parts => {
    const rows = `INSERT INTO "Notice" (${NOTICE}) SELECT ${NOTICE} FROM ${rowsOf(bind, 'Notice', notices)} r
      ORDER BY "at", "afterSaleNo", "seq" RETURNING "owner", "id", "kind"`
    if (!isMailConfigured()) return { writes: { notices: rows } }
    return {
      writes: { notices: rows, mails: addressNotices(bind(MAILED_BY_DEFAULT)) },
      answers: {
        letters: `SELECT count(*) FROM (SELECT ${ADD_MAIL_JOBS}
          FROM (SELECT DISTINCT "userId", ${bind(MAIL_POLICY.gatherMs)}::int AS "delayMs" FROM "mails") reader HAVING count(*) > 0) added`,
      },
    }
  }
}

/** For SQL: a row for each of `notices` and each person who gets it as a letter. */
function addressNotices(byDefault: string): string {
  return `INSERT INTO "NoticeMail" ("owner", "noticeId", "userId")
    SELECT made."owner", made."id", hears."userId" FROM "notices" made
    CROSS JOIN LATERAL (
      SELECT "userId" FROM "Member" WHERE "shopId" = made."owner" AND "active"
      UNION ALL SELECT "id" FROM "User" WHERE made."owner" = '' AND "support") hears
    LEFT JOIN "NoticeChoice" c ON c."userId" = hears."userId" AND c."owner" = made."owner" AND c."kind" = made."kind"
    WHERE COALESCE(c."email", made."kind" = ANY (${byDefault}))
    RETURNING "userId"`
}

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
