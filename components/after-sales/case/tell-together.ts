import type { TimelineEntry } from '@/lib/after-sales/views'

/** An entry as it is told; `done`: what a side gave, and that it was all, came as one act. */
export type ToldEntry = { entry: TimelineEntry; done: boolean }

/** The history, newest first, with what was done in one breath told in one. */
export function tellTogether(timeline: readonly TimelineEntry[]): ToldEntry[] {
  const told: ToldEntry[] = []
  for (const entry of timeline) {
    const newer = told.at(-1)
    if (newer && isSameAct(entry, newer.entry)) told[told.length - 1] = { entry, done: true }
    else told.push({ entry, done: false })
  }
  return told
}

function isSameAct(given: TimelineEntry, done: TimelineEntry): boolean {
  return (
    given.type === 'EvidenceSubmitted' &&
    done.type === 'EvidenceDone' &&
    given.afterSaleNo === done.afterSaleNo &&
    given.seq + 1 === done.seq &&
    given.recordedAt === done.recordedAt
  )
}
