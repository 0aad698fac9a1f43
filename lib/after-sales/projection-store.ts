import { type Parts, type Piece, rowsOf } from '@/lib/db/pieces'
import { beginRounds } from '@/lib/refunds/store'
import type { AfterSale, ClaimedLine } from './domain/after-sale'
import type { AfterSaleEvent, EventOf, EventType } from './domain/events'
import { iso } from './row'

/** What events entail besides their case's row: the conversation, the refund and its job. */

/** A decided case: the state after its events. `opened` carries what only a new row needs. */
export type Change = { state: AfterSale; events: AfterSaleEvent[]; opened?: { buyerName: string } }
type Recorded<T extends EventType> = { state: AfterSale; seq: number; event: EventOf<T> }

// columns are named, so that a later one with a default does not break a process that knows nothing of it
export const columnNames = (...columns: string[]) => columns.map((column) => `"${column}"`).join(', ')
export const EVENT_KEY = ['shopId', 'afterSaleNo', 'seq']
const EVIDENCE = columnNames(...EVENT_KEY, 'id', 'side', 'text', 'submittedBy', 'submittedAt')
const MESSAGE = columnNames(...EVENT_KEY, 'id', 'side', 'senderId', 'text', 'sentAt')
const REFUND = columnNames(
  'no',
  'shopId',
  'afterSaleNo',
  'orderNo',
  'buyerId',
  'amountFen',
  'currency',
  'origin',
  'orderedAt',
  'updatedAt',
)
const CONTACT = columnNames(...EVENT_KEY, 'id', 'channel', 'outcome', 'note', 'loggedBy', 'loggedAt')

/** Messages and contacts as rows of their own, and who has read what. */
export function projectTalk(changes: readonly Change[]): (Piece | null)[] {
  const contacts = eventsOf(changes, 'ContactLogged').map(({ state, seq, event }) => ({
    ...event.data,
    ...keyOf(state, seq),
    loggedBy: event.actor.id,
    loggedAt: iso(event.recordedAt),
  }))
  const messages = eventsOf(changes, 'MessageSent').map(({ state, seq, event }) => ({
    ...event.data,
    ...keyOf(state, seq),
    senderId: event.actor.id,
    sentAt: iso(event.recordedAt),
  }))
  return [
    insert('contacts', 'Contact', CONTACT, contacts),
    readUntilNow(changes),
    insert('messages', 'Message', MESSAGE, messages),
  ]
}

/** Who answers has read what was there before. */
function readUntilNow(changes: readonly Change[]): Piece | null {
  const reads = [...eventsOf(changes, 'MessagesRead'), ...eventsOf(changes, 'MessageSent')]
  const rows = reads.map(({ state, seq, event }) => ({
    ...keyOf(state, seq),
    side: event.data.side,
    readAt: iso(event.recordedAt),
  }))
  if (rows.length === 0) return null
  return (bind) => ({
    writes: {
      read: `UPDATE "Message" m SET "readAt" = r."readAt" FROM ${rowsOf(bind, 'Message', rows)} r
        WHERE m."shopId" = r."shopId" AND m."afterSaleNo" = r."afterSaleNo" AND m."side" <> r."side" AND m."readAt" IS NULL`,
    },
  })
}

/** R4.3 What the sides gave in a dispute, as rows of their own. */
export function projectEvidence(changes: readonly Change[]): Piece | null {
  const given = eventsOf(changes, 'EvidenceSubmitted').map(({ state, seq, event }) => ({
    ...event.data,
    ...keyOf(state, seq),
    submittedBy: event.actor.id,
    submittedAt: iso(event.recordedAt),
  }))
  return insert('evidence', 'Evidence', EVIDENCE, given)
}

/** R7.1, R0.5 The refund itself, and its share of every line; the database refuses more than was paid. */
export function orderRefunds(changes: readonly Change[]): (Piece | null)[] {
  const ordered = eventsOf(changes, 'RefundOrdered')
  const refunds = ordered.map(({ state, event }) => ({
    no: event.data.refundNo,
    shopId: state.shopId,
    afterSaleNo: state.no,
    orderNo: state.orderNo,
    buyerId: state.buyerId,
    amountFen: event.data.amountFen,
    currency: state.currency,
    origin: event.data.origin,
    orderedAt: iso(event.recordedAt),
    updatedAt: iso(event.recordedAt),
  }))
  const lines = ordered.flatMap(({ state, event }) =>
    event.data.lines.map((line: ClaimedLine) => ({ ...line, shopId: state.shopId, orderNo: state.orderNo })),
  )
  return [insert('refunds', 'Refund', REFUND, refunds), takeFromLines(lines)]
}

type RefundedLine = ClaimedLine & { shopId: string; orderNo: string }

function takeFromLines(lines: readonly RefundedLine[]): Piece | null {
  if (lines.length === 0) return null
  return (bind) => ({
    writes: {
      refunded: `UPDATE "OrderLine" l SET "refundedFen" = l."refundedFen" + r."amountFen"
        FROM (SELECT "shopId", "orderNo", "lineNo", sum("amountFen") AS "amountFen"
              FROM ${rowsOf(bind, 'AfterSaleLine', lines)} t GROUP BY 1, 2, 3 LIMIT ${bind(lines.length)}) r
        WHERE l."shopId" = r."shopId" AND l."orderNo" = r."orderNo" AND l."lineNo" = r."lineNo"`,
    },
  })
}

/** The gateway is asked by a job, so that nothing outside happens in this transaction. */
export function enqueueRefunds(changes: readonly Change[]): Piece | null {
  const retried = eventsOf(changes, 'RefundRetried').map(({ event }) => event.data.refundNo)
  const nos = [...eventsOf(changes, 'RefundOrdered').map(({ event }) => event.data.refundNo), ...retried]
  if (nos.length === 0) return null
  return (bind): Parts => ({
    writes: retried.length > 0 ? { rounds: beginRounds(bind(retried)) } : {},
    answers: {
      // the refund before its job, as everywhere
      jobs: `SELECT count(*) FROM (SELECT graphile_worker.add_jobs(array_agg(
          ROW('refund', json_build_object('refundNo', no), NULL, NULL, NULL, no, NULL, NULL)::graphile_worker.job_spec))
        FROM unnest(${bind(nos)}::text[]) AS no
        ${retried.length > 0 ? 'WHERE (SELECT count(*) FROM "rounds") >= 0' : ''}) added`,
    },
  })
}

/** New rows of a table, as JSON has them. */
export function insert(name: string, table: string, columns: string, rows: readonly object[]): Piece | null {
  if (rows.length === 0) return null
  return (bind) => ({
    writes: { [name]: `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM ${rowsOf(bind, table, rows)} r` },
  })
}

function eventsOf<T extends EventType>(changes: readonly Change[], type: T): Recorded<T>[] {
  return changes.flatMap(({ state, events }) =>
    events.flatMap((event, index) =>
      isOf(event, type) ? [{ state, seq: state.seq - events.length + index + 1, event }] : [],
    ),
  )
}

function isOf<T extends EventType>(event: AfterSaleEvent, type: T): event is AfterSaleEvent & EventOf<T> {
  return event.type === type
}

function keyOf(state: AfterSale, seq: number) {
  return { shopId: state.shopId, afterSaleNo: state.no, seq }
}
