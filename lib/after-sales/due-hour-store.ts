import { EVERYWHERE } from '@/lib/db/reach'
import { within } from '@/lib/db/within'

/**
 * Removes rows of "DueHour" that say nothing: of hours long over, where two writers were the last at the same moment, what
 * one added stands beside what the other took off. Returns how many.
 */
export async function deleteEmptyHours(): Promise<number> {
  const { rowCount } = await within(EVERYWHERE).query(
    `WITH held AS MATERIALIZED (
       SELECT * FROM "DueHour" WHERE "hour" < (SELECT app_now()) - interval '1 day' FOR UPDATE SKIP LOCKED),
     empty AS (
       SELECT unnest(array_agg("id")) AS "id" FROM held GROUP BY "shopId", "hour", "type", "dueKind"
       HAVING sum("cases") = 0 AND sum("fen") = 0)
     DELETE FROM "DueHour" WHERE "id" IN (SELECT "id" FROM empty)`,
  )
  return rowCount
}
