import { type Scope, shopIdsOf } from '@/lib/auth/scope'
import { within } from '@/lib/db/within'
import { LIVE } from './store'
import type { Presence, Watcher } from './views'

/** More are not told of: no list shows so many cases at once. */
const MOST = 1000

/** Who else has which case of these shops open. Members alone: what support looks at in its console is not told here. */
export async function loadPresence(scope: Scope, userId: string): Promise<Presence> {
  const { rows } = await within(scope).query<Watcher & { no: string }>(
    `SELECT DISTINCT u."name", p."userId", p."afterSaleNo" AS "no" FROM "Presence" p
     JOIN "Member" m ON m."shopId" = p."shopId" AND m."userId" = p."userId" AND m."active"
     JOIN "User" u ON u."id" = p."userId"
     WHERE ($1::text[] IS NULL OR p."shopId" = ANY ($1)) AND p."userId" <> $2 AND p.${LIVE}
     ORDER BY u."name", p."userId", "no" LIMIT ${MOST}`,
    [shopIdsOf(scope), userId],
  )
  const byCase = new Map<string, Watcher[]>()
  for (const { no, userId, name } of rows) byCase.set(no, [...(byCase.get(no) ?? []), { userId, name }])
  return Object.fromEntries(byCase)
}
