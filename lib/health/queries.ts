import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'

/** How long the deadline that is overdue longest, a case's or evidence's, has waited for the sweep, in ms; 0: none is. For a mere target nothing waits. */
export async function measureLag(): Promise<number> {
  const { rows } = await within(EVERYWHERE).query<{ lagMs: number }>(
    `SELECT COALESCE(floor(extract(epoch FROM now - LEAST(
       (SELECT min("dueAt") FROM "AfterSale" WHERE "dueAt" < now AND "dueKind" <> 'SERVICE_ANSWER'),
       (SELECT min("evidenceDueAt") FROM "AfterSale" WHERE "evidenceDueAt" < now))) * 1000), 0)::bigint AS "lagMs"
     FROM (SELECT app_now() AS now OFFSET 0) clock`,
  )
  return rows[0]?.lagMs ?? 0
}
