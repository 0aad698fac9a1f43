import type { ShopId } from '@/lib/auth/scope'
import { ofShop } from '@/lib/db/reach'
import { within } from '@/lib/db/within'
import type { DeskEntry } from './domain/mark'
import type { CaseMarks, MarkEntry, Person } from './views'

/** As much of a case's past as anybody reads. */
const ENTRIES = 200

type EntryRow = DeskEntry & { id: string; at: Date; byId: string; byName: string; toName: string | null }
type MarksRow = Pick<CaseMarks, 'assignee' | 'flag'> & { now: Date }

/** How a case of the shop is marked; null when the shop has none of this number. */
export async function loadMarks(shopId: ShopId, no: string): Promise<Omit<CaseMarks, 'me'> | null> {
  const [marks, entries] = await Promise.all([
    within(ofShop(shopId)).query<MarksRow>(
      `SELECT c."flag", app_now() AS "now", (
         SELECT jsonb_build_object('userId', u."id", 'name', u."name", 'active', m."active") FROM "Member" m
         JOIN "User" u ON u."id" = m."userId" WHERE m."shopId" = c."shopId" AND m."userId" = c."assigneeId") AS "assignee"
       FROM "AfterSale" c WHERE c."shopId" = $1 AND c."no" = $2`,
      [shopId, no],
    ),
    loadEntries(shopId, no),
  ])
  const [found] = marks.rows
  return found ? { no, shopId, ...found, now: found.now.getTime(), entries } : null
}

/** What was put on the case, newest last. */
export async function loadEntries(shopId: ShopId, no: string): Promise<MarkEntry[]> {
  const { rows } = await within(ofShop(shopId)).query<EntryRow>(
    `SELECT e."id"::text AS "id", e."kind", e."data", e."at", u."id" AS "byId", u."name" AS "byName", t."name" AS "toName"
     FROM "DeskEntry" e JOIN "User" u ON u."id" = e."actorId"
     LEFT JOIN "User" t ON e."kind" = 'ASSIGNED' AND t."id" = e."data" ->> 'to'
     WHERE e."shopId" = $1 AND e."afterSaleNo" = $2 ORDER BY e."id" DESC LIMIT $3`,
    [shopId, no, ENTRIES],
  )
  return rows.reverse().map(toEntry)
}

function toEntry(row: EntryRow): MarkEntry {
  const { id, at, byId, byName, toName } = row
  const told = { id, at: at.getTime(), by: { userId: byId, name: byName } }
  switch (row.kind) {
    case 'ASSIGNED':
      return { ...told, kind: row.kind, to: row.data.to === null ? null : { userId: row.data.to, name: toName ?? '' } }
    case 'FLAGGED':
      return { ...told, kind: row.kind, to: row.data.to }
    case 'NOTED':
      return { ...told, kind: row.kind, text: row.data.text }
  }
}

/** Who works for the shop and may be given cases, by name. */
export async function listAssignable(shopId: ShopId): Promise<Person[]> {
  return listMembers(shopId, true)
}

/** Who does not work for the shop any more; cases that he had are still his. By name. */
export async function listFormer(shopId: ShopId): Promise<Person[]> {
  return listMembers(shopId, false)
}

async function listMembers(shopId: ShopId, active: boolean): Promise<Person[]> {
  const { rows } = await within(ofShop(shopId)).query<Person>(
    `SELECT u."id" AS "userId", u."name" FROM "Member" m JOIN "User" u ON u."id" = m."userId"
     WHERE m."shopId" = $1 AND m."active" = $2 ORDER BY u."name", u."id"`,
    [shopId, active],
  )
  return rows
}
