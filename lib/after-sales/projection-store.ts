import type { Tx } from '@/lib/db/transaction'
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
const CONTACT = columnNames(...EVENT_KEY, 'id', 'channel', 'outcome', 'note', 'loggedBy', 'loggedAt')

/** Messages and contacts as rows of their own, and who has read what. */
export async function projectTalk(tx: Tx, changes: readonly Change[]): Promise<void> {
  const contacts = eventsOf(changes, 'ContactLogged')
  if (contacts.length > 0)
    await tx.query(
      `INSERT INTO "Contact" (${CONTACT}) SELECT ${CONTACT} FROM jsonb_populate_recordset(NULL::"Contact", $1)`,
      [
        JSON.stringify(
          contacts.map(({ state, seq, event }) => ({
            ...event.data,
            ...keyOf(state, seq),
            loggedBy: event.actor.id,
            loggedAt: iso(event.recordedAt),
          })),
        ),
      ],
    )
  // who answers has read: reading comes before the answer's own row
  for (const { state, event } of [...eventsOf(changes, 'MessagesRead'), ...eventsOf(changes, 'MessageSent')])
    await tx.query(
      `UPDATE "Message" SET "readAt" = $3 WHERE "shopId" = $1 AND "afterSaleNo" = $2 AND "side" <> $4 AND "readAt" IS NULL`,
      [state.shopId, state.no, new Date(event.recordedAt), event.data.side],
    )
  const messages = eventsOf(changes, 'MessageSent')
  if (messages.length > 0)
    await tx.query(
      `INSERT INTO "Message" (${MESSAGE}) SELECT ${MESSAGE} FROM jsonb_populate_recordset(NULL::"Message", $1)`,
      [
        JSON.stringify(
          messages.map(({ state, seq, event }) => ({
            ...event.data,
            ...keyOf(state, seq),
            senderId: event.actor.id,
            sentAt: iso(event.recordedAt),
          })),
        ),
      ],
    )
}

/** R4.3 What the sides gave in a dispute, as rows of their own. */
export async function projectEvidence(tx: Tx, changes: readonly Change[]): Promise<void> {
  const given = eventsOf(changes, 'EvidenceSubmitted')
  if (given.length === 0) return
  await tx.query(
    `INSERT INTO "Evidence" (${EVIDENCE}) SELECT ${EVIDENCE} FROM jsonb_populate_recordset(NULL::"Evidence", $1)`,
    [
      JSON.stringify(
        given.map(({ state, seq, event }) => ({
          ...event.data,
          ...keyOf(state, seq),
          submittedBy: event.actor.id,
          submittedAt: iso(event.recordedAt),
        })),
      ),
    ],
  )
}

/** R7.1, R0.5 The refund itself, and its share of every line; the database refuses more than was paid. */
export async function orderRefunds(tx: Tx, changes: readonly Change[]): Promise<void> {
  const ordered = eventsOf(changes, 'RefundOrdered')
  if (ordered.length === 0) return
  await tx.query(
    `INSERT INTO "Refund" ("no", "shopId", "afterSaleNo", "orderNo", "buyerId", "amountFen", "currency", "origin", "orderedAt", "updatedAt")
     SELECT "no", "shopId", "afterSaleNo", "orderNo", "buyerId", "amountFen", "currency", "origin", "orderedAt", "updatedAt"
     FROM jsonb_populate_recordset(NULL::"Refund", $1)`,
    [
      JSON.stringify(
        ordered.map(({ state, event }) => ({
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
        })),
      ),
    ],
  )
  const lines = ordered.flatMap(({ state, event }) =>
    event.data.lines.map((line: ClaimedLine) => ({ ...line, shopId: state.shopId, orderNo: state.orderNo })),
  )
  await tx.query(
    `UPDATE "OrderLine" l SET "refundedFen" = l."refundedFen" + r."amountFen"
     FROM (SELECT "shopId", "orderNo", "lineNo", sum("amountFen") AS "amountFen"
           FROM jsonb_populate_recordset(NULL::"AfterSaleLine", $1) GROUP BY 1, 2, 3 LIMIT $2) r
     WHERE l."shopId" = r."shopId" AND l."orderNo" = r."orderNo" AND l."lineNo" = r."lineNo"`,
    // how many there are is told: the planner would expect a hundred, and read the whole table for them
    [JSON.stringify(lines), lines.length],
  )
}

/** The gateway is asked by a job, so that nothing outside happens in this transaction. */
export async function enqueueRefunds(tx: Tx, changes: readonly Change[]): Promise<void> {
  const retried = eventsOf(changes, 'RefundRetried').map(({ event }) => event.data.refundNo)
  const nos = [...eventsOf(changes, 'RefundOrdered').map(({ event }) => event.data.refundNo), ...retried]
  if (nos.length === 0) return
  if (retried.length > 0) await beginRounds(tx, retried)
  await tx.query(
    `SELECT graphile_worker.add_jobs(array_agg(
       ROW('refund', json_build_object('refundNo', no), NULL, NULL, NULL, no, NULL, NULL)::graphile_worker.job_spec))
     FROM unnest($1::text[]) AS no`,
    [nos],
  )
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
