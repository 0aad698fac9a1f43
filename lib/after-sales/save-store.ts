import type { Tx } from '@/lib/db/transaction'
import { endClaims } from '@/lib/disputes/claim-store'
import { recordNotices } from '@/lib/notifications/notice-store'
import { enqueueWebhooks } from '@/lib/webhooks/enqueue-store'
import { bindAttachments } from './attachment-store'
import {
  type Change,
  columnNames,
  EVENT_KEY,
  enqueueRefunds,
  orderRefunds,
  projectEvidence,
  projectTalk,
} from './projection-store'
import { CHANGING_COLUMNS, DERIVED_COLUMNS, iso, STATE_COLUMNS } from './row'
import { toChangedRow, toRow } from './row-state'

const INSERTED = columnNames(...STATE_COLUMNS, ...DERIVED_COLUMNS, 'buyerName')
const EVENT = columnNames(...EVENT_KEY, 'type', 'actorRole', 'actorId', 'clause', 'effectiveAt', 'recordedAt', 'data')
const SET = [...CHANGING_COLUMNS, ...DERIVED_COLUMNS].map((column) => `"${column}" = r."${column}"`).join(', ')

/**
 * Saves decided cases in sets, a single one as a set of one: the rows, their events, what the events project, the
 * refunds with their jobs, the webhooks, what people are told, and the news of it. All in the caller's transaction,
 * under the caller's locks.
 */
export async function saveChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  const made = changes.filter((change) => change.events.length > 0)
  if (made.length === 0) return
  // R3.1 a case that takes another's place occupies its lines once that one is closed
  await updateCases(
    tx,
    made.filter((change) => !change.opened),
  )
  await insertCases(
    tx,
    made.filter((change) => change.opened),
  )
  await insertEvents(tx, made)
  await projectTalk(tx, made)
  await projectEvidence(tx, made)
  await endClaims(tx, made)
  await bindAttachments(tx, made)
  await orderRefunds(tx, made)
  await enqueueRefunds(tx, made)
  await enqueueWebhooks(tx, made)
  await recordNotices(tx, made)
  await announce(tx, made)
}

async function insertCases(tx: Tx, opened: readonly Change[]): Promise<void> {
  if (opened.length === 0) return
  const rows = opened.map(({ state, opened }) => ({ ...toRow(state), buyerName: opened?.buyerName }))
  await tx.query(
    `INSERT INTO "AfterSale" (${INSERTED}) SELECT ${INSERTED} FROM jsonb_populate_recordset(NULL::"AfterSale", $1)`,
    [JSON.stringify(rows)],
  )
  const lines = opened.flatMap(({ state }) =>
    state.lines.map((line) => ({ ...line, shopId: state.shopId, afterSaleNo: state.no, orderNo: state.orderNo })),
  )
  await tx.query(
    `INSERT INTO "AfterSaleLine" ("shopId", "afterSaleNo", "orderNo", "lineNo", "quantity", "amountFen")
     SELECT "shopId", "afterSaleNo", "orderNo", "lineNo", "quantity", "amountFen"
     FROM jsonb_populate_recordset(NULL::"AfterSaleLine", $1)`,
    [JSON.stringify(lines)],
  )
}

async function updateCases(tx: Tx, changed: readonly Change[]): Promise<void> {
  if (changed.length === 0) return
  const { rowCount } = await tx.query(
    `UPDATE "AfterSale" c SET ${SET} FROM jsonb_populate_recordset(NULL::"AfterSale", $1) r
     WHERE c."shopId" = r."shopId" AND c."no" = r."no"`,
    [JSON.stringify(changed.map(({ state }) => toChangedRow(state)))],
  )
  if (rowCount !== changed.length) throw new Error(`${changed.length} cases decided, ${rowCount} saved`)
}

async function insertEvents(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = changes.flatMap(({ state, events }) =>
    events.map((event, index) => ({
      shopId: state.shopId,
      afterSaleNo: state.no,
      seq: state.seq - events.length + index + 1,
      type: event.type,
      actorRole: event.actor.role,
      actorId: event.actor.id,
      clause: event.clause,
      effectiveAt: iso(event.effectiveAt),
      recordedAt: iso(event.recordedAt),
      data: event.data,
    })),
  )
  await tx.query(
    `INSERT INTO "AfterSaleEvent" (${EVENT}) SELECT ${EVENT} FROM jsonb_populate_recordset(NULL::"AfterSaleEvent", $1)`,
    [JSON.stringify(rows)],
  )
}

/** Tells every process that these cases changed; NOTIFY is delivered when the transaction commits. */
async function announce(tx: Tx, changes: readonly Change[]): Promise<void> {
  const pairs = changes.map(({ state }) => ({ shopId: state.shopId, no: state.no }))
  await tx.query(
    `SELECT pg_notify('afterdesk', json_build_object('shopId', "shopId", 'nos', json_agg("no"))::text)
     FROM (SELECT "shopId", "no", (row_number() OVER (PARTITION BY "shopId") - 1) / 200 AS part
           FROM jsonb_to_recordset($1) AS p("shopId" text, "no" text)) q GROUP BY "shopId", part`,
    [JSON.stringify(pairs)],
  )
}
