import { readCases } from '@/lib/after-sales/facts-queries'
import type { Change } from '@/lib/after-sales/projection-store'
import type { Tx } from '@/lib/db/transaction'
import { type Announcement, announceChange, type Side, writeBody } from './bodies'
import { WEBHOOK_DELIVERY } from './delivery-policy'
import { ADD_LANE_JOBS } from './jobs-store'
import { announceSwitch, type Switched, writeShopBody } from './shop-body'

type Listener = { id: string; owner: string; types: string[] | null }

const EVENT = '"shopId", "id", "subject", "seq", "ordinal", "type", "platformBody", "shopBody"'
/** The platform's, who hears of all shops. */
const PLATFORM = ''

/**
 * Puts what these changes announce on its way to whoever wants to hear of it, in the transaction that decides them:
 * undone, nobody hears of it. Where nobody listens it costs one look at an index.
 */
export async function enqueueWebhooks(tx: Tx, changes: readonly Change[]): Promise<void> {
  await enqueue(tx, changes.flatMap(announceChange), async (wanted) => {
    const cases = await readCases(tx, [...new Set(wanted.map(({ subject }) => subject))])
    const byNo = new Map(cases.map((facts) => [facts.state.no, facts]))
    return (announcement, side) => {
      const facts = byNo.get(announcement.subject)
      if (!facts) throw new Error(`case ${announcement.subject} is not there to be told of`)
      return writeBody(announcement, facts, side)
    }
  })
}

/** R5.1 The same for a shop whose instant refund was switched, in the transaction that switches it. */
export async function enqueueSwitched(tx: Tx, switched: Switched): Promise<void> {
  const body = (announcement: Announcement) => writeShopBody(announcement, switched)
  await enqueue(tx, [announceSwitch(switched)], async () => body)
}

type Write = (announcement: Announcement, side: Side) => string

/** `prepare`: asked once, with what somebody wants to hear, for how it is written down. */
async function enqueue(
  tx: Tx,
  announcements: readonly Announcement[],
  prepare: (wanted: readonly Announcement[]) => Promise<Write>,
): Promise<void> {
  const listeners = await findListeners(tx, announcements)
  if (listeners.length === 0) return
  const wanted = announcements.filter((announcement) => findSides(announcement, listeners).length > 0)
  if (wanted.length === 0) return
  const write = await prepare(wanted)
  await insertEvents(
    tx,
    wanted.map((announcement) => toRow(announcement, findSides(announcement, listeners), write)),
  )
  await insertDeliveries(tx, wanted, listeners)
}

async function findListeners(tx: Tx, announcements: readonly Announcement[]): Promise<Listener[]> {
  const owners = [PLATFORM, ...new Set(announcements.map(({ shopId }) => shopId))]
  const { rows } = await tx.query<Listener>(
    `SELECT "id", "owner", "types" FROM "WebhookEndpoint"
     WHERE "deletedAt" IS NULL AND "owner" = ANY ($1) AND ("types" IS NULL OR "types" && $2)`,
    [owners, [...new Set(announcements.map(({ type }) => type))]],
  )
  return rows
}

function findSides({ shopId, type }: Announcement, listeners: readonly Listener[]): Side[] {
  const hears = (owner: string) =>
    listeners.some((listener) => listener.owner === owner && (listener.types?.includes(type) ?? true))
  return [...(hears(PLATFORM) ? ['platform' as const] : []), ...(hears(shopId) ? ['shop' as const] : [])]
}

function toRow(announcement: Announcement, sides: readonly Side[], write: Write) {
  const bodyOf = (side: Side) => (sides.includes(side) ? write(announcement, side) : null)
  const { at: _, ...row } = announcement
  return { ...row, platformBody: bodyOf('platform'), shopBody: bodyOf('shop') }
}

async function insertEvents(tx: Tx, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  await tx.query(
    `INSERT INTO "WebhookEvent" (${EVENT}) SELECT ${EVENT} FROM jsonb_populate_recordset(NULL::"WebhookEvent", $1)`,
    [JSON.stringify(rows)],
  )
}

/** A delivery to each listener, and for each lane its one job; what a lane waits for already, its job finds out. */
async function insertDeliveries(
  tx: Tx,
  announcements: readonly Announcement[],
  listeners: readonly Listener[],
): Promise<void> {
  await tx.query(
    `WITH made AS (
       INSERT INTO "WebhookDelivery" ("shopId", "id", "eventId", "endpointId", "owner", "subject", "seq", "ordinal", "type", "giveUpAt")
       SELECT e."shopId", 'wd_' || replace(gen_random_uuid()::text, '-', ''), e."id", w."id", w."owner", e."subject",
         e."seq", e."ordinal", e."type", clock_timestamp() + $4 * INTERVAL '1 millisecond'
       FROM "WebhookEvent" e JOIN "WebhookEndpoint" w ON w."owner" IN ('', e."shopId")
         AND (w."types" IS NULL OR e."type" = ANY (w."types"))
       WHERE e."shopId" = ANY ($1) AND e."id" = ANY ($2) AND w."id" = ANY ($3)
       RETURNING "endpointId", "subject")
     SELECT ${ADD_LANE_JOBS}
     FROM (SELECT DISTINCT "endpointId", "subject" FROM made) lane HAVING count(*) > 0`,
    [
      [...new Set(announcements.map(({ shopId }) => shopId))],
      announcements.map(({ id }) => id),
      listeners.map(({ id }) => id),
      WEBHOOK_DELIVERY.giveUpAfterMs,
    ],
  )
}
