import type { Verdict } from './judge-case'
import { type BulkExclusion, type BulkPreview, EXCLUDED_NOS } from './views'

/** A selected case and what was found. `version` and `amountFen` as it stood; version null: there is no such case. */
export type Judged = { no: string; version: number | null; amountFen: number; verdict: Verdict }

/** What all the verdicts come to. */
export function summarize(
  judged: readonly Judged[],
): Pick<BulkPreview, 'cases' | 'goes' | 'amountFen' | 'returns' | 'exclusions'> {
  const going = judged.flatMap(({ verdict }) => (verdict.goes ? [verdict] : []))
  return {
    cases: judged.length,
    goes: going.length,
    amountFen: going.reduce((sum, { refundFen }) => sum + refundFen, 0),
    returns: going.filter(({ returns }) => returns).length,
    exclusions: groupExclusions(judged),
  }
}

/** By their reason, to the letter; the reason of the most cases first. */
function groupExclusions(judged: readonly Judged[]): BulkExclusion[] {
  const groups = new Map<string, BulkExclusion & { nos: string[] }>()
  for (const { no, amountFen, verdict } of judged) {
    if (verdict.goes) continue
    const { refusal } = verdict
    const key = JSON.stringify(refusal)
    const group = groups.get(key) ?? { refusal, cases: 0, nos: [], amountFen: 0 }
    group.cases++
    group.amountFen += amountFen
    if (group.nos.length < EXCLUDED_NOS) group.nos.push(no)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.cases - a.cases)
}
