import { database } from '@/lib/db/pool'

/** How long the deadline that is overdue longest has waited for the sweep, in ms; 0 when none is overdue. */
export async function measureLag(): Promise<number> {
  const { rows } = await database.query<{ lagMs: number }>(
    `SELECT COALESCE(floor(extract(epoch FROM now - (SELECT min("dueAt") FROM "AfterSale" WHERE "dueAt" < now)) * 1000), 0)::bigint AS "lagMs"
     FROM (SELECT app_now() AS now OFFSET 0) clock`,
  )
  return rows[0]?.lagMs ?? 0
}
