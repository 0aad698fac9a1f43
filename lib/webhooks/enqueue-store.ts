import { readCases } from '@/lib/after-sales/facts-queries'
import { type Piece, runPieces } from '@/lib/db/pieces'
import type { Tx } from '@/lib/db/transaction'
import { type Announcement, type Side, writeBody } from './bodies'
import { WEBHOOK_DELIVERY } from './delivery-policy'
import { ADD_LANE_JOBS } from './jobs-store'
import { announceSwitch, type Switched, writeShopBody } from './shop-body'

/**
 * What is announced goes on its way to whoever wants to hear of it in the transaction that decides it: undone, nobody hears
 * of it. Who listens is asked with what is saved, so that it costs no statement where nobody does.
 */

export type Listener = { id: string; owner: string; types: string[] | null }
/** What is kept of an announcement: its text for each side that wants to hear of it, and the endpoints it goes to. */
export type Webhook = Omit<Announcement, 'at'> & {
  platformBody: string | null
  shopBody: string | null
  listeners: string[]
}

const EVENT = '"shopId", "id", "subject", "seq", "ordinal", "type", "platformBody", "shopBody"'
/** The platform's, who hears of all shops. */
const PLATFORM = ''

/** Answers `listeners`: the endpoints that want to hear of some of this, null without one. */
export function findListeners(announcements: readonly Announcement[]): Piece | null {
  if (announcements.length === 0) return null
  const owners = [PLATFORM, ...new Set(announcements.map(({ shopId }) => shopId))]
  const types = [...new Set(announcements.map(({ type }) => type))]
  return (bind) => ({
    answers: {
      listeners: `SELECT jsonb_agg(jsonb_build_object('id', "id", 'owner', "owner", 'types', "types")) FROM "WebhookEndpoint"
        WHERE "deletedAt" IS NULL AND "owner" = ANY (${bind(owners)}) AND ("types" IS NULL OR "types" && ${bind(types)})`,
    },
  })
}

/** What of this somebody wants to hear, as the cases stand at this point of the transaction. */
export async function writeWebhooks(
  tx: Tx,
  announcements: readonly Announcement[],
  listeners: readonly Listener[],
): Promise<Webhook[]> {
  const wanted = announcements.filter((announcement) => listeners.some((one) => hears(one, announcement)))
  if (wanted.length === 0) return []
  const cases = await readCases(tx, [...new Set(wanted.map(({ subject }) => subject))])
  const byNo = new Map(cases.map((facts) => [facts.state.no, facts]))
  return wanted.map((announcement) =>
    toWebhook(announcement, listeners, (side) => {
      const facts = byNo.get(announcement.subject)
      if (!facts) throw new Error(`case ${announcement.subject} is not there to be told of`)
      return writeBody(announcement, facts, side)
    }),
  )
}

/** R5.1 The same for a shop whose instant refund was switched, in the transaction that switches it. */
export async function enqueueSwitched(tx: Tx, switched: Switched): Promise<void> {
  const announcement = announceSwitch(switched)
  const found = await runPieces<{ listeners: Listener[] | null }>(tx, [findListeners([announcement])])
  const listeners = found?.listeners ?? []
  if (listeners.length === 0) return
  await sendWebhooks(tx, [toWebhook(announcement, listeners, () => writeShopBody(announcement, switched))])
}

/** Puts webhooks down with a delivery to each who listens, and for each lane its one job; what a lane waits for, that finds out. */
export async function sendWebhooks(tx: Tx, webhooks: readonly Webhook[]): Promise<void> {
  if (webhooks.length === 0) return
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1) AS e("shopId" text, "id" text, "subject" text, "seq" int, "ordinal" int,
         "type" text, "platformBody" text, "shopBody" text, "listeners" text[])),
     events AS (INSERT INTO "WebhookEvent" (${EVENT}) SELECT ${EVENT} FROM given),
     made AS (
       INSERT INTO "WebhookDelivery" ("shopId", "id", "eventId", "endpointId", "owner", "subject", "seq", "ordinal", "type", "giveUpAt")
       SELECT e."shopId", 'wd_' || replace(gen_random_uuid()::text, '-', ''), e."id", w."id", w."owner", e."subject",
         e."seq", e."ordinal", e."type", clock_timestamp() + $2 * INTERVAL '1 millisecond'
       FROM given e JOIN "WebhookEndpoint" w ON w."id" = ANY (e."listeners")
       RETURNING "endpointId", "subject")
     SELECT count(*) FROM (
       SELECT ${ADD_LANE_JOBS} FROM (SELECT DISTINCT "endpointId", "subject" FROM made) lane HAVING count(*) > 0) added`,
    [JSON.stringify(webhooks), WEBHOOK_DELIVERY.giveUpAfterMs],
  )
}

function hears({ owner, types }: Listener, { shopId, type }: Announcement): boolean {
  return (owner === PLATFORM || owner === shopId) && (types?.includes(type) ?? true)
}

function toWebhook(announcement: Announcement, listeners: readonly Listener[], write: (side: Side) => string): Webhook {
  const { at: _, ...row } = announcement
  const hearing = listeners.filter((one) => hears(one, announcement))
  const [platform, shop] = [
    hearing.some(({ owner }) => owner === PLATFORM),
    hearing.some(({ owner }) => owner !== PLATFORM),
  ]
  return {
    ...row,
    platformBody: platform ? write('platform') : null,
    shopBody: shop ? write('shop') : null,
    listeners: hearing.map(({ id }) => id),
  }
}
