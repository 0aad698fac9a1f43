import type { BulkExclusion, BulkRefusal } from '@/lib/bulk/views'
import { fetchAllResults } from './fetch'

/** All cases that cannot go along for this reason; the preview itself names the first few only. */
export async function listExcluded(runId: string, { nos, cases, refusal }: BulkExclusion): Promise<readonly string[]> {
  if (cases <= nos.length) return nos
  const excluded = await fetchAllResults(runId, 'EXCLUDED')
  return excluded.flatMap((row) => (row.refusal && isSame(row.refusal, refusal) ? row.no : []))
}

// the database keeps no order of names
function isSame(one: BulkRefusal, other: BulkRefusal): boolean {
  return write(one) === write(other)
}

const write = (refusal: BulkRefusal) =>
  JSON.stringify(Object.entries(refusal).sort(([one], [other]) => one.localeCompare(other)))
