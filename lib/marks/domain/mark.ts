/** What a shop's people put on a case for themselves: who looks after it, a flag, a note. No rule knows of it. */

export const CASE_FLAGS = ['PRIORITY', 'FOLLOW_UP', 'RISK'] as const
export type CaseFlag = (typeof CASE_FLAGS)[number]
