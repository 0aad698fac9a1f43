import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { attachmentsAt } from './attachment-queries'
import type { ActorRole, Side } from './domain/after-sale'
import type { Clause } from './domain/clauses'
import type { EventType } from './domain/events'
import type { AttachmentFacts } from './facts-queries'

/** What happened to a case, as the API lists it: newest first, a page below a sequence number. */

export type EventRow = {
  seq: number
  type: EventType
  actorRole: ActorRole
  actorId: string | null
  clause: Clause
  effectiveAt: Date
  recordedAt: Date
  data: Record<string, unknown>
}

export type MessageRow = {
  seq: number
  id: string
  side: Side
  text: string
  attachments: AttachmentFacts[]
  sentAt: Date
  readAt: Date | null
}
export type LogPage = { no: string; before: number | null; limit: number }

export async function readEvents(scope: Scope, { no, before, limit }: LogPage): Promise<EventRow[]> {
  const { rows } = await within(scope).query<EventRow>(
    `SELECT "seq", "type", "actorRole", "actorId", "clause", "effectiveAt", "recordedAt", "data" FROM "AfterSaleEvent"
     WHERE "shopId" = (SELECT "shopId" FROM "AfterSale" WHERE "no" = $1) AND "afterSaleNo" = $1
       AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) AND ($3::int IS NULL OR "seq" < $3)
     ORDER BY "seq" DESC LIMIT $4`,
    [no, shopIdsOf(scope), before, limit],
    { prepared: true },
  )
  return rows
}

export async function readMessages(scope: Scope, { no, before, limit }: LogPage): Promise<MessageRow[]> {
  const { rows } = await within(scope).query<MessageRow>(
    `SELECT "seq", "id", "side", "text", "sentAt", "readAt",
       ${attachmentsAt({ shopId: 'm."shopId"', no: 'm."afterSaleNo"', seq: 'm."seq"' })} AS "attachments"
     FROM "Message" m
     WHERE "shopId" = (SELECT "shopId" FROM "AfterSale" WHERE "no" = $1) AND "afterSaleNo" = $1
       AND ($2::text[] IS NULL OR "shopId" = ANY ($2)) AND ($3::int IS NULL OR "seq" < $3)
     ORDER BY "seq" DESC LIMIT $4`,
    [no, shopIdsOf(scope), before, limit],
    { prepared: true },
  )
  return rows
}
