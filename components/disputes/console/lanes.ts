import { DISPUTE_LANES, type DisputeLane } from '@/lib/disputes/views'

/** The tabs over the list: what is open, then each lane on its own, in the order in which they are worked through. */
export const CONSOLE_TABS = ['OPEN', ...DISPUTE_LANES] as const
export type ConsoleTab = (typeof CONSOLE_TABS)[number]

/** Rows under one heading; the lanes in it share one order. */
export type ConsoleGroup = { heading: DisputeLane; lanes: readonly DisputeLane[] }

/** What the URL says, never wrong: what is no tab is the first. */
export function parseTab(value: string | null): ConsoleTab {
  return CONSOLE_TABS.find((tab) => tab === value) ?? 'OPEN'
}

/** What is to be ruled on comes first; what is still heard, by when it ends, whether asked for once or more often. */
export function groupsOf(tab: ConsoleTab): readonly ConsoleGroup[] {
  if (tab !== 'OPEN') return [{ heading: tab, lanes: [tab] }]
  return [
    { heading: 'TO_RULE', lanes: ['TO_RULE'] },
    { heading: 'EVIDENCE', lanes: ['EVIDENCE', 'MORE_EVIDENCE'] },
  ]
}
