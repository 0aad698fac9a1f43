import type { DisputeCounts } from '@/lib/disputes/views'

/** How many disputes are not over. */
export function openCount({ TO_RULE, EVIDENCE, MORE_EVIDENCE }: DisputeCounts): number {
  return TO_RULE + EVIDENCE + MORE_EVIDENCE
}
