import { database } from '@/lib/db/pool'
import { prisma } from '@/lib/db/prisma'
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
  const { rows } = await database.query<EventRow>(
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
  )
  return rows.map(({ role, name, effectiveAt, recordedAt, readAt, ...event }) => ({
    ...event,
    actor: { role, name: name && role === 'BUYER' ? maskName(name) : name },
    effectiveAt: effectiveAt.getTime(),
    recordedAt: recordedAt.getTime(),
    readAt: readAt?.getTime() ?? null,
  }))
}

/** The conversation of this application: messages and logged contacts, oldest first. */
export async function readTalk({ shopId, no }: AfterSale, attached: Promise<AttachmentsBySeq>): Promise<TalkEntry[]> {
  const [messages, contacts, buyer, attachments] = await Promise.all([
    prisma().message.findMany({ where: { shopId, afterSaleNo: no }, orderBy: { seq: 'asc' } }),
    prisma().contact.findMany({ where: { shopId, afterSaleNo: no }, orderBy: { seq: 'asc' } }),
    prisma().afterSale.findUniqueOrThrow({ where: { shopId_no: { shopId, no } }, select: { buyerName: true } }),
    attached,
  ])
  const names = await readNames([...messages.map((one) => one.senderId), ...contacts.map((one) => one.loggedBy)])
  const entries = [
    ...messages.map(({ seq, id, side, senderId, text, sentAt, readAt }) => ({
      seq,
      kind: 'message' as const,
      id,
      side: side as Side,
      author: side === 'BUYER' ? maskName(buyer.buyerName) : (names.get(senderId ?? '') ?? null),
      text,
      at: sentAt.getTime(),
      readAt: readAt?.getTime() ?? null,
      attachments: attachments.get(seq) ?? [],
    })),
    ...contacts.map(({ seq, id, channel, outcome, note, loggedBy, loggedAt }) => ({
      seq,
      kind: 'contact' as const,
      id,
      channel: channel as ContactChannel,
      outcome: outcome as ContactOutcome,
      note,
      author: names.get(loggedBy ?? '') ?? null,
      at: loggedAt.getTime(),
    })),
  ]
  return entries.sort((a, b) => a.seq - b.seq).map(({ seq: _, ...entry }) => entry)
}

async function readNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  const users = await prisma().user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}
