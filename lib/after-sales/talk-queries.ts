import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import { maskName } from '@/lib/i18n/mask'
import type { AttachmentsBySeq } from './attachment-queries'
import type { ActorRole, AfterSale, ContactChannel, ContactOutcome, Side } from './domain/after-sale'
import type { Clause } from './domain/clauses'
import type { EventType } from './domain/events'
import type { TalkEntry, TimelineEntry } from './views'

/** How many attempts back the history of a case reaches. */
const ATTEMPTS_BACK = 10

type EventRow = {
  afterSaleNo: string
  attempt: number
  seq: number
  type: EventType
  role: ActorRole
  name: string | null
  clause: Clause
  effectiveAt: Date
  recordedAt: Date
  data: Record<string, unknown>
  readAt: Date | null
}

/** Every event of the case and of the attempts before it, newest first. What the merchant's side read is no news. */
export async function readTimeline(state: AfterSale): Promise<TimelineEntry[]> {
  const { rows } = await within(ofShop(state.shopId)).query<EventRow>(
    `WITH RECURSIVE chain AS (
       SELECT "shopId", "no", "previousNo", "attempt", "buyerName", 0 AS back FROM "AfterSale" WHERE "shopId" = $1 AND "no" = $2
       UNION ALL
       SELECT p."shopId", p."no", p."previousNo", p."attempt", p."buyerName", back + 1
       FROM chain JOIN "AfterSale" p ON p."shopId" = chain."shopId" AND p."no" = chain."previousNo" WHERE back < $3)
     SELECT e."afterSaleNo", c."attempt", e."seq", e."type", e."actorRole" AS "role",
       CASE WHEN e."actorRole" = 'BUYER' THEN c."buyerName" ELSE u."name" END AS "name",
       e."clause", e."effectiveAt", e."recordedAt", e."data", m."readAt"
     FROM chain c JOIN "AfterSaleEvent" e ON e."shopId" = c."shopId" AND e."afterSaleNo" = c."no"
     LEFT JOIN "User" u ON u."id" = e."actorId"
     LEFT JOIN "Message" m ON m."shopId" = e."shopId" AND m."afterSaleNo" = e."afterSaleNo" AND m."seq" = e."seq"
     WHERE NOT (e."type" = 'MessagesRead' AND e."data"->>'side' = 'MERCHANT')
     ORDER BY e."recordedAt" DESC, c."back", e."seq" DESC`,
    [state.shopId, state.no, ATTEMPTS_BACK],
    { prepared: true },
  )
  return rows.map(({ role, name, effectiveAt, recordedAt, readAt, ...event }) => ({
    ...event,
    actor: { role, name: name && role === 'BUYER' ? maskName(name) : name },
    effectiveAt: effectiveAt.getTime(),
    recordedAt: recordedAt.getTime(),
    readAt: readAt?.getTime() ?? null,
  }))
}

type MessageRow = {
  seq: number
  id: string
  side: Side
  name: string | null
  text: string
  sentAt: Date
  readAt: Date | null
}
type ContactRow = {
  seq: number
  id: string
  channel: ContactChannel
  outcome: ContactOutcome
  name: string | null
  note: string
  loggedAt: Date
}

/** The conversation of this application: messages and logged contacts, oldest first. */
export async function readTalk(state: AfterSale, attached: Promise<AttachmentsBySeq>): Promise<TalkEntry[]> {
  const [messages, contacts, attachments] = await Promise.all([readMessages(state), readContacts(state), attached])
  const entries = [
    ...messages.map(({ seq, id, side, name, text, sentAt, readAt }) => ({
      seq,
      kind: 'message' as const,
      id,
      side,
      author: name && side === 'BUYER' ? maskName(name) : name,
      text,
      at: sentAt.getTime(),
      readAt: readAt?.getTime() ?? null,
      attachments: attachments.get(seq) ?? [],
    })),
    ...contacts.map(({ name, loggedAt, ...contact }) => ({
      ...contact,
      kind: 'contact' as const,
      author: name,
      at: loggedAt.getTime(),
    })),
  ]
  return entries.sort((a, b) => a.seq - b.seq).map(({ seq: _, ...entry }) => entry)
}

async function readMessages({ shopId, no }: AfterSale): Promise<MessageRow[]> {
  const { rows } = await within(ofShop(shopId)).query<MessageRow>(
    `SELECT m."seq", m."id", m."side", CASE WHEN m."side" = 'BUYER' THEN c."buyerName" ELSE u."name" END AS "name",
       m."text", m."sentAt", m."readAt"
     FROM "Message" m JOIN "AfterSale" c ON c."shopId" = m."shopId" AND c."no" = m."afterSaleNo"
     LEFT JOIN "User" u ON u."id" = m."senderId" WHERE m."shopId" = $1 AND m."afterSaleNo" = $2`,
    [shopId, no],
    { prepared: true },
  )
  return rows
}

async function readContacts({ shopId, no }: AfterSale): Promise<ContactRow[]> {
  const { rows } = await within(ofShop(shopId)).query<ContactRow>(
    `SELECT k."seq", k."id", k."channel", k."outcome", u."name", k."note", k."loggedAt"
     FROM "Contact" k LEFT JOIN "User" u ON u."id" = k."loggedBy" WHERE k."shopId" = $1 AND k."afterSaleNo" = $2`,
    [shopId, no],
    { prepared: true },
  )
  return rows
}
