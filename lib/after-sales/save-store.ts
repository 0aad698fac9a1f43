import { type Piece, rowsOf, runPieces } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import { endClaims } from '@/lib/disputes/claim-store'
import { recordNotices } from '@/lib/notifications/notice-store'
import { announceChange } from '@/lib/webhooks/bodies'
import { findListeners, type Listener, sendWebhooks, type Webhook, writeWebhooks } from '@/lib/webhooks/enqueue-store'
import { bindAttachments } from './attachment-store'
import {
  type Change,
  columnNames,
  EVENT_KEY,
  enqueueRefunds,
  insert,
  orderRefunds,
  projectEvidence,
  projectTalk,
} from './projection-store'
import { CHANGING_COLUMNS, DERIVED_COLUMNS, iso, STATE_COLUMNS } from './row'
import { toChangedRow, toRow } from './row-state'

const INSERTED = columnNames(...STATE_COLUMNS, ...DERIVED_COLUMNS, 'buyerName')
const LINE = columnNames('shopId', 'afterSaleNo', 'orderNo', 'lineNo', 'quantity', 'amountFen')
const EVENT = columnNames(...EVENT_KEY, 'type', 'actorRole', 'actorId', 'clause', 'effectiveAt', 'recordedAt', 'data')
const SET = [...CHANGING_COLUMNS, ...DERIVED_COLUMNS].map((column) => `"${column}" = r."${column}"`).join(', ')

/**
 * Saves decided cases in sets, a single one as a set of one: the rows, their events, what the events project, the
 * refunds with their jobs, what people are told, and the news of it, in one statement; then the webhooks. All in the
 * caller's transaction, under the caller's locks. `unsent`: webhooks of an earlier one that go out with these.
 */
export async function saveChanges(tx: Tx, changes: readonly Change[], unsent: readonly Webhook[] = []): Promise<void> {
  await sendWebhooks(tx, [...unsent, ...(await saveUnsent(tx, changes))])
}

/** The same, but the webhooks are for the caller to send, who saves more. They say what is so at this point. */
export async function saveUnsent(tx: Tx, changes: readonly Change[]): Promise<Webhook[]> {
  const made = changes.filter((change) => change.events.length > 0)
  if (made.length === 0) return []
  const opened = made.filter((change) => change.opened)
  const changed = made.filter((change) => !change.opened)
  // R3.1 a case that takes another's place occupies its lines once that one is closed
  const closeFirst = opened.length > 0 && changed.length > 0
  if (closeFirst) await runUpdate(tx, changed, [])
  const announcements = made.flatMap(announceChange)
  const { listeners } = await runUpdate(tx, closeFirst ? [] : changed, [
    ...insertCases(opened),
    insertEvents(made),
    ...projectTalk(made),
    projectEvidence(made),
    endClaims(made),
    ...bindAttachments(made),
    ...orderRefunds(made),
    enqueueRefunds(made),
    recordNotices(made),
    announce(made),
    findListeners(announcements),
  ])
  return writeWebhooks(tx, announcements, listeners ?? [])
}

type Answers = { saved?: number; listeners?: Listener[] | null }

/** One statement: these cases updated, every one of them, and the pieces. */
async function runUpdate(tx: Tx, changed: readonly Change[], pieces: readonly (Piece | null)[]): Promise<Answers> {
  const answers =
    (await runPieces<Answers>(tx, [updateCases(changed), ...pieces], { prepared: changed.length <= 1 })) ?? {}
  const { saved = 0 } = answers
  if (saved !== changed.length) throw new Error(`${changed.length} cases decided, ${saved} saved`)
  return answers
}

function updateCases(changed: readonly Change[]): Piece | null {
  if (changed.length === 0) return null
  const rows = changed.map(({ state }) => toChangedRow(state))
  return (bind) => ({
    writes: {
      cases: `UPDATE "AfterSale" c SET ${SET} FROM ${rowsOf(bind, 'AfterSale', rows)} r
        WHERE c."shopId" = r."shopId" AND c."no" = r."no" RETURNING c."no"`,
    },
    answers: { saved: 'SELECT count(*) FROM "cases"' },
  })
}

function insertCases(opened: readonly Change[]): (Piece | null)[] {
  const rows = opened.map(({ state, opened }) => ({ ...toRow(state), buyerName: opened?.buyerName }))
  const lines = opened.flatMap(({ state }) =>
    state.lines.map((line) => ({ ...line, shopId: state.shopId, afterSaleNo: state.no, orderNo: state.orderNo })),
  )
  return [insert('opened', 'AfterSale', INSERTED, rows), insert('lines', 'AfterSaleLine', LINE, lines)]
}

function insertEvents(changes: readonly Change[]): Piece | null {
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
  return insert('events', 'AfterSaleEvent', EVENT, rows)
}

/** Tells every process that these cases changed; NOTIFY is delivered when the transaction commits. */
function announce(changes: readonly Change[]): Piece {
  const pairs = changes.map(({ state }) => ({ shopId: state.shopId, no: state.no }))
  return (bind) => ({
    answers: {
      told: `SELECT count(*) FROM (
        SELECT pg_notify('afterdesk', json_build_object('shopId', "shopId", 'nos', json_agg("no"))::text)
        FROM (SELECT "shopId", "no", (row_number() OVER (PARTITION BY "shopId") - 1) / 200 AS part
              FROM jsonb_to_recordset(${bind(JSON.stringify(pairs))}) AS p("shopId" text, "no" text)) q
        GROUP BY "shopId", part) told`,
    },
  })
}
